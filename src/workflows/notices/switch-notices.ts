import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { personLine } from "../../modules/marketplace/store/lines"
import { loadAccount } from "../account/load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "../account/open-connection"
import { refusal } from "../refusals/refusal"
import { noticesState } from "./rules/notices-state"

export const switchMarketplaceNoticesWorkflowId = "switch-marketplace-notices"

type SwitchNotices = { accountId: string; on: boolean; actorId: string }

async function tellPlatform(container: MedusaContainer, { accountId, on, actorId }: SwitchNotices) {
  const account = await loadAccount(container, accountId)
  const { connector, marketplace, row } = account
  const feed = connector.changes
  if (!feed) throw refusal("notices_not_configured", { platform: connector.describe().name })
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = openConnection(account, { maxWaitMs: INTERACTIVE_WAIT_MS, logger })
  const installation = await marketplace.installation()
  const state = noticesState(row, installation)
  if (on) await feed.subscribe(connection)
  // What the platform sends to the original is not for its copy to end.
  else if (state !== "copied") await feed.unsubscribe(connection)
  const since = state === "on" ? row.notices_since : new Date()
  await marketplace.inTransaction(async (shared) => {
    await marketplace.updateMarketplaceAccounts(
      { id: row.id, notices_since: on ? since : null, notices_in: on ? installation : null },
      shared,
    )
    const event = on ? "notices_subscribed" : "notices_unsubscribed"
    await marketplace.appendHistory([personLine(row.id, actorId, event)], shared)
  })
}

const switchNoticesStep = createStep(
  "switch-marketplace-notices",
  async (input: SwitchNotices, { container }) => {
    await tellPlatform(container, input)
    return new StepResponse({ id: input.accountId })
  },
)

/**
 * Switches near real time on or off for an account: the platform sends word of changed orders, or stops. The schedule goes on
 * either way.
 */
export const switchMarketplaceNoticesWorkflow = createWorkflow(
  switchMarketplaceNoticesWorkflowId,
  (input: SwitchNotices) => new WorkflowResponse(switchNoticesStep(input)),
)
