import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Problem } from "../../../connector"
import type { AccountState } from "../../../modules/marketplace/states"
import type { AccountStand } from "../../../modules/marketplace/store/account-checks"
import { personLine } from "../../../modules/marketplace/store/lines"
import { refusal } from "../../refusals/refusal"
import { loadAccount, type LoadedAccount } from "../load-account"
import { checkAccountMove } from "../rules/account-moves"
import { isSuspended, standOf } from "../rules/is-suspended"

export type AccountMove = { accountId: string; move: "pause" | "resume"; actorId: string }

/** Where the account goes. One whose authorization is lost does not come back by resuming it. */
function targetOf({ row }: LoadedAccount, move: AccountMove["move"]): AccountState {
  if (move === "pause") return "paused"
  if (row.state === "needs_reauthorization") throw refusal("resume_unauthorized", { account: row.name })
  const problem = row.problem as Problem | null
  return problem?.code === "authorization_lost" ? "needs_reauthorization" : "connected"
}

/** What else a move changes. A pause of the platform's becomes the person's own, which is not lifted by itself. */
function changesWith(stand: AccountStand, move: AccountMove["move"]): { check_due_at: null; problem?: null } {
  const takesOver = move === "pause" && stand.problem?.code === "account_suspended"
  return { check_due_at: null, ...(takesOver ? { problem: null } : {}) }
}

/**
 * Moves the account along its state table; an account that is there already stays as it is. Switching it off takes it out of the
 * hands of whoever reads it.
 */
export const moveAccountStep = createStep(
  "move-marketplace-account",
  async ({ accountId, move, actorId }: AccountMove, { container }) => {
    const account = await loadAccount(container, accountId)
    const { row, settings, marketplace } = account
    const to = targetOf(account, move)
    const stand = standOf(row)
    checkAccountMove(row, to)
    if (to !== row.state || (move === "pause" && isSuspended(stand))) {
      const due = to === "connected" && settings.import_automatically
      await marketplace.inTransaction(async (shared) => {
        await marketplace.updateMarketplaceAccounts(
          { id: row.id, state: to, next_sync_at: due ? new Date() : null, ...changesWith(stand, move) },
          shared,
        )
        if (move === "pause") await marketplace.breakLease(row.id, shared)
        const event = move === "pause" ? "paused" : "resumed"
        await marketplace.appendHistory([personLine(row.id, actorId, event, { state: to })], shared)
      })
    }
    return new StepResponse({ id: row.id, state: to })
  },
)
