import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DispatchEvents } from "./events"
import { StockEvents } from "./stock/events"
import { switchWriterStep, type SwitchWriter } from "./steps/switch-writer"

export const switchMarketplaceWriterWorkflowId = "switch-marketplace-writer"

/** A person lets this installation write to an account's platform, or stops it. What was owed meanwhile is sent, or withdrawn. */
export const switchMarketplaceWriterWorkflow = createWorkflow(
  switchMarketplaceWriterWorkflowId,
  (input: SwitchWriter) => {
    const due = switchWriterStep(input)
    when("writer-was-switched-on", input, ({ on }) => on).then(() => {
      emitEventStep({ eventName: DispatchEvents.DUE, data: due })
    })
    when("stock-writer-was-switched-on", input, ({ on, writer }) => on && writer === "stock").then(() => {
      const whole = transform({ input }, (data) => ({ account_ids: [data.input.accountId] }))
      emitEventStep({ eventName: StockEvents.CHANGED, data: whole }).config({ name: "emit-stock-changed" })
    })
    return new WorkflowResponse(due)
  },
)
