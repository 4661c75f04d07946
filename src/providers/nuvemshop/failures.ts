import {
  authorizationLost,
  notFound,
  outcomeUnknown,
  problem,
  rejected,
  suspended,
  unavailable,
  type ConnectorError,
  type Problem,
} from "../../connector"
import { jsonOf, presentable, type HttpAnswer } from "./http"

/** What an answer that is no success says about itself. */
export type Complaint = {
  status: number
  /** The platform's words in one line that is fit for people; the status where it said nothing. */
  reason: string
}

export type FailedRequest = {
  /** What the call is named in messages. */
  name: string
  /** What was asked for, where an unknown one is answered with 404. */
  reference?: string
  /** True when it changes something: an answer that says neither yes nor no leaves open whether it happened. */
  write?: boolean
  /** What it means when the platform refuses the contents of this request; without it `request_refused`. */
  refusal?: (complaint: Complaint) => Problem
}

/**
 * The one place where HTTP answers become errors of the port. 429 is not here: it needs the budget. A 401 is a lost
 * authorisation only once both forms of the token's header have been refused.
 */
export function failureOf(answer: HttpAnswer, request: FailedRequest): ConnectorError {
  const { status } = answer
  const reason = sentenceOf(answer)
  const message = `${request.name}: ${reason}`
  if (status === 401) return authorizationLost(message, { reason })
  if (status === 402) return suspended(message, { reason })
  if (status === 403) return rejected(message, problem("access_denied", { reason }))
  if (status === 404) return notFound(message, request.reference ?? "")
  if (status >= 400 && status < 500 && status !== 408) {
    const found = request.refusal?.({ status, reason })
    return rejected(message, found ?? problem("request_refused", { reason }))
  }
  return request.write ? outcomeUnknown(message, reason) : unavailable(message, { reason })
}

/**
 * One sentence out of every shape of error that the platform uses: `{code, message, description}`, `{field: [texts]}`, both in
 * one, `{error}`, and the fulfilment orders' `{message, messages}`.
 */
export function sentenceOf({ status, text }: Pick<HttpAnswer, "status" | "text">): string {
  const words = [...new Set(wordsOf(jsonOf(text)))].join("; ")
  return presentable(words === "" ? `HTTP ${status}` : `HTTP ${status}: ${words}`)
}

/** Names of parts that say nothing to people, unless they hold a list of complaints. */
const SILENT = new Set(["code", "status"])
/** Names of parts whose text is a sentence of its own; every other name says what the text is about. */
const PLAIN = new Set(["message", "description", "error", "error_description", "messages", "errors", "path"])
const DEEPEST = 4

function* wordsOf(value: unknown, about = "", depth = 0): Generator<string> {
  if (typeof value === "string" && value.trim() !== "")
    yield about ? `${about} ${value.trim()}` : value.trim()
  if (typeof value !== "object" || value === null || depth > DEEPEST) return
  if (Array.isArray(value)) {
    for (const part of value) yield* wordsOf(part, about, depth + 1)
    return
  }
  for (const [name, part] of Object.entries(value)) {
    if (SILENT.has(name) && typeof part !== "object") continue
    yield* wordsOf(part, PLAIN.has(name) ? about : name, depth + 1)
  }
}
