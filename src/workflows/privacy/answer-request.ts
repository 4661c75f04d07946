import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { personLine } from "../../modules/marketplace/store/lines"
import { questionOf } from "./export-subject"

export const answerPrivacyRequestWorkflowId = "answer-marketplace-privacy-request"

type AnswerRequest = { id: string; actorId: string }

const answerRequestStep = createStep(
  "answer-marketplace-privacy-request",
  async ({ id, actorId }: AnswerRequest, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const question = await questionOf(marketplace, id)
    await marketplace.inTransaction(async (shared) => {
      await marketplace.finishPrivacyRequest(id, question.report ?? {}, true, shared)
      if (!question.account_id) return
      const details = { kind: question.kind, request: id }
      await marketplace.appendHistory(
        [personLine(question.account_id, actorId, "privacy_done", details)],
        shared,
      )
    })
    return new StepResponse(await marketplace.retrievePrivacyRequest(id))
  },
)

/** Marks a question what is held of a buyer as answered by a person. */
export const answerPrivacyRequestWorkflow = createWorkflow(
  answerPrivacyRequestWorkflowId,
  (input: AnswerRequest) => new WorkflowResponse(answerRequestStep(input)),
)
