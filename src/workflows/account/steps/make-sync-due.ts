import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { personLine } from "../../../modules/marketplace/store/lines"
import { refusal } from "../../refusals/refusal"
import { loadAccount, type LoadedAccount } from "../load-account"

/** @throws RefusalError when the platform would not be asked, or would not answer. */
export function refuseWhenOff(
  { row }: Pick<LoadedAccount, "row">,
  states: LoadedAccount["row"]["state"][],
): void {
  if (!states.includes(row.state)) return
  throw refusal(row.state === "paused" ? "account_paused" : "account_unauthorized", { account: row.name })
}

/** Makes the account due now. Should the event get lost, the schedule picks it up within a minute. */
export const makeSyncDueStep = createStep(
  "make-marketplace-sync-due",
  async (input: { accountId: string; actorId: string }, { container }) => {
    const account = await loadAccount(container, input.accountId)
    refuseWhenOff(account, ["paused", "needs_reauthorization"])
    await account.marketplace.inTransaction(async (shared) => {
      await account.marketplace.updateMarketplaceAccounts(
        { id: account.row.id, next_sync_at: new Date() },
        shared,
      )
      await account.marketplace.appendHistory(
        [personLine(account.row.id, input.actorId, "sync_requested")],
        shared,
      )
    })
    return new StepResponse({ account_id: account.row.id })
  },
)
