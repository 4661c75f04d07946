import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { connectorFailureOf, type ConnectorFailure } from "../../../../connector"
import { languageOf } from "../validation/language"
import { serializeProblem } from "./problem"

function statusOf(failure: ConnectorFailure): number {
  if (failure.kind === "throttled") return 429
  return failure.kind === "unavailable" ? 503 : 400
}

/** Answers what the platform said: as the problem with its texts, and when it may be asked again. */
function answerFailure(failure: ConnectorFailure, req: MedusaRequest, res: MedusaResponse): void {
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

/** Runs what asks the platform; its failure is an answer, everything else goes on to Medusa's error handler. */
export async function askingThePlatform(
  req: MedusaRequest,
  res: MedusaResponse,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    if (!failure) throw thrown
    answerFailure(failure, req, res)
  }
}
