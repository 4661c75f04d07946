import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Problem } from "../../../connector"
import type { AccountState } from "../../../modules/marketplace/states"
import { personLine } from "../../../modules/marketplace/store/lines"
import { refusal } from "../../refusals/refusal"
import { loadAccount, type LoadedAccount } from "../load-account"
import { checkAccountMove } from "../rules/account-moves"

export type AccountMove = { accountId: string; move: "pause" | "resume"; actorId: string }

/** Where the account goes. One whose authorization is lost does not come back by resuming it. */
function targetOf({ row }: LoadedAccount, move: AccountMove["move"]): AccountState {
  if (move === "pause") return "paused"
  if (row.state === "needs_reauthorization") throw refusal("resume_unauthorized", { account: row.name })
  const problem = row.problem as Problem | null
  return problem?.code === "authorization_lost" ? "needs_reauthorization" : "connected"
}

/** Moves the account along its state table; an account that is there already stays as it is. */
export const moveAccountStep = createStep(
  "move-marketplace-account",
  async ({ accountId, move, actorId }: AccountMove, { container }) => {
    const account = await loadAccount(container, accountId)
    const { row, settings, marketplace } = account
    const to = targetOf(account, move)
    checkAccountMove(row, to)
    if (to !== row.state) {
      const due = to === "connected" && settings.import_automatically
      await marketplace.inTransaction(async (shared) => {
        await marketplace.updateMarketplaceAccounts(
          { id: row.id, state: to, next_sync_at: due ? new Date() : null },
          shared,
        )
        const event = move === "pause" ? "paused" : "resumed"
        await marketplace.appendHistory([personLine(row.id, actorId, event, { state: to })], shared)
      })
    }
    return new StepResponse({ id: row.id, state: to })
  },
)
