import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { connectorFailureOf, type ConnectorFailure } from "../../../../connector"
import { refusalTypes } from "../../../../workflows/refusals/codes"
import { refusalOf } from "../../../../workflows/refusals/refusal"
import { tellRefusal } from "../../../../workflows/refusals/tell-refusal"
import { languageOf } from "../validation/language"
import { serializeProblem } from "./problem"

type ReaderOf = Parameters<typeof languageOf>[0]

function statusOf(failure: ConnectorFailure): number {
  if (failure.kind === "throttled") return 429
  return failure.kind === "unavailable" ? 503 : 400
}

/** Answers what the platform said: as the problem with its texts, and when it may be asked again. */
function answerFailure(failure: ConnectorFailure, req: ReaderOf, res: MedusaResponse): void {
  const problem = serializeProblem(failure.problem, languageOf(req))
  const retryAt = failure.kind === "throttled" ? new Date(failure.retryAt) : undefined
  if (retryAt) res.set("Retry-After", String(Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 1000))))
  res.status(statusOf(failure)).json({
    type: MedusaError.Types.NOT_ALLOWED,
    code: failure.problem.code,
    message: `${problem.title}. ${problem.cause} ${problem.way_out}`,
    problem,
    ...(retryAt ? { retry_at: retryAt.toISOString() } : {}),
  })
}

/** The same error in the reader's language, when it is a refusal of ours. */
export function translated(thrown: unknown, req: ReaderOf): unknown {
  const refused = refusalOf(thrown)
  if (!refused) return thrown
  return new MedusaError(refusalTypes[refused.code], tellRefusal(refused, languageOf(req)), refused.code)
}

/**
 * A route whose failures are told in the reader's language: a platform's as an answer with its problem, our refusals by the
 * host's own error handler, like everything else.
 */
export const answering =
  <Request extends ReaderOf>(work: (req: Request, res: MedusaResponse) => Promise<void>) =>
  async (req: Request, res: MedusaResponse): Promise<void> => {
    try {
      await work(req, res)
    } catch (thrown) {
      const failure = connectorFailureOf(thrown)
      if (!failure) throw translated(thrown, req)
      answerFailure(failure, req, res)
    }
  }
