import { z } from "@medusajs/framework/zod"
import {
  notFound,
  outcomeUnknown,
  pageExpired,
  problem,
  rejected,
  unavailable,
  type ConnectorError,
  type Problem,
} from "../../connector"
import { jsonOf, presentable, type HttpAnswer } from "./http"

/** What an answer that is no success says about itself. */
export type Complaint = {
  /** False when it is not the error envelope of the API: the edge's own answer, which may be empty or HTML. */
  enveloped: boolean
  /** Code of the first error. */
  code: string | undefined
  /** Everything the platform said about the first error. */
  said: string
  /** Codes and words of all errors, in one line that is fit for people. */
  words: string
  /** Sentence for people and logs: status, code, message and the request's id. */
  reason: string
}

export type FailedRequest = {
  operation: string
  /** True when the request carried a page token. */
  paged?: boolean
  /** The order asked for, where an unknown one is answered with 404. */
  reference?: string
  /** Code of a 400 by which Amazon says that there is nothing of the kind. */
  nothingCode?: string
  /** True when it changes something: an answer that says neither yes nor no leaves open whether it happened. */
  write?: boolean
  /** What it means when Amazon refuses the contents of this request; without it `request_refused`. */
  refusal?: (complaint: Complaint) => Problem
}

const envelopeSchema = z.looseObject({
  errors: z
    .array(
      z.looseObject({
        code: z.string().nullish().catch(undefined),
        message: z.string().nullish().catch(undefined),
        details: z.string().nullish().catch(undefined),
      }),
    )
    .min(1),
})

/** The code by which Amazon answers a wrong path or host: nothing that a token or a person could permit. */
const WRONG_PATH = "MissingAuthenticationToken"

/**
 * What a refusal (401, 403) says of the access token: `refused` in so many words (platform page "Authorization Errors"),
 * `perhaps`, since the models' own words are one sentence for access, token and signature, and the edge says nothing at all;
 * or nothing.
 */
export function tokenRefusalIn(answer: HttpAnswer): "refused" | "perhaps" | undefined {
  if (answer.status !== 401 && answer.status !== 403) return undefined
  const { code, said } = complaintOf(answer)
  if (code === WRONG_PATH) return undefined
  return /access token/i.test(said) && /expired|revoked|malformed/i.test(said) ? "refused" : "perhaps"
}

/**
 * The one place where Amazon's HTTP answers become errors of the port (platform page "Usage Plans and Rate Limits" and the
 * error table of each operation). 429 is not here: it needs the budget.
 */
export function failureOf(answer: HttpAnswer, request: FailedRequest): ConnectorError {
  const complaint = complaintOf(answer)
  const { code, reason } = complaint
  const message = `${request.operation}: ${reason}`
  const { status } = answer
  if (status === 404 && request.reference !== undefined) return notFound(message, request.reference)
  if (status === 400 && code !== undefined && code === request.nothingCode) return notFound(message, "")
  if (status === 400 && request.paged) return pageExpired(message)
  const forbidden = status === 401 || status === 403
  // Empty or HTML: the edge before the service, which knows no permissions. Nothing happened, for a change as well.
  if (forbidden && !complaint.enveloped) return unavailable(message, { reason })
  if (forbidden && code !== WRONG_PATH) return rejected(message, problem("access_denied", { reason }))
  if (status >= 400 && status < 500 && status !== 408) {
    const refusal = forbidden ? undefined : request.refusal?.(complaint)
    return rejected(message, refusal ?? problem("request_refused", { reason }))
  }
  return request.write ? outcomeUnknown(message, reason) : unavailable(message, { reason })
}

function complaintOf(answer: HttpAnswer): Complaint {
  const envelope = envelopeSchema.safeParse(jsonOf(answer.text))
  const errors = envelope.success ? envelope.data.errors : []
  const code = errors[0]?.code ?? undefined
  const said = inOneLine([errors[0]?.message, errors[0]?.details])
  const request = answer.headers.get("x-amzn-requestid")
  return {
    enveloped: envelope.success,
    code,
    said,
    words: presentable(
      inOneLine(errors.map((error) => inOneLine([error.code, error.message, error.details]))),
    ),
    reason:
      presentable(inOneLine([`HTTP ${answer.status}`, code, said])) +
      (request ? ` (request ${presentable(request)})` : ""),
  }
}

function inOneLine(parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ")
}
