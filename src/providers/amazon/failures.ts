import { z } from "@medusajs/framework/zod"
import { notFound, pageExpired, problem, rejected, unavailable, type ConnectorError } from "../../connector"
import { jsonOf, presentable, type HttpAnswer } from "./http"

/** What an answer that is no success says about itself. */
type Complaint = {
  code: string | undefined
  /** Everything the platform said, in one line. */
  said: string
  /** Sentence for people and logs: status, code, message and the request's id. */
  reason: string
}

export type FailedRequest = {
  operation: string
  /** True when the request carried a page token. */
  paged: boolean
  /** The order asked for, where an unknown one is answered with 404. */
  reference?: string
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

/**
 * True when Amazon refused the access token itself (expired, revoked or malformed), so that a new one may help (platform
 * page "Authorization Errors"; the reason stands in `details` of a 403).
 */
export function isTokenRefused(answer: HttpAnswer): boolean {
  if (answer.status !== 401 && answer.status !== 403) return false
  const { said } = complaintOf(answer)
  return /access token/i.test(said) && /expired|revoked|malformed/i.test(said)
}

/**
 * The one place where Amazon's HTTP answers become errors of the port (platform page "Usage Plans and Rate Limits" and the
 * error table of each operation). 429 is not here: it needs the budget.
 */
export function failureOf(answer: HttpAnswer, request: FailedRequest): ConnectorError {
  const { code, reason } = complaintOf(answer)
  const message = `${request.operation}: ${reason}`
  const { status } = answer
  if (status === 404 && request.reference !== undefined) return notFound(message, request.reference)
  if (status === 400 && request.paged) return pageExpired(message)
  if ((status === 401 || status === 403) && code !== "MissingAuthenticationToken") {
    return rejected(message, problem("access_denied", { reason }))
  }
  // 403 MissingAuthenticationToken is Amazon's answer to a wrong path or host: nothing a merchant could permit.
  if (status >= 400 && status < 500 && status !== 408) {
    return rejected(message, problem("request_refused", { reason }))
  }
  return unavailable(message, { reason })
}

function complaintOf(answer: HttpAnswer): Complaint {
  const envelope = envelopeSchema.safeParse(jsonOf(answer.text))
  const first = envelope.success ? envelope.data.errors[0] : undefined
  const code = first?.code ?? undefined
  const said = [first?.message, first?.details].filter((part): part is string => Boolean(part)).join(" ")
  const request = answer.headers.get("x-amzn-requestid")
  const parts = [`HTTP ${answer.status}`, code, said].filter(Boolean).join(" ")
  return { code, said, reason: presentable(parts) + (request ? ` (request ${presentable(request)})` : "") }
}
