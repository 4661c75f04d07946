import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refusal } from "../../refusals/refusal"
import { loadAccount } from "../load-account"

export type MoveCursor = {
  accountId: string
  resource: "orders"
  /** ISO 8601. */
  position: string
  actorId: string
}

/** Puts the cursor where the person wants it; the service writes the history in the same transaction. */
export const moveCursorStep = createStep(
  "move-marketplace-cursor",
  async (input: MoveCursor, { container }) => {
    const { marketplace, row, settings } = await loadAccount(container, input.accountId)
    const position = new Date(input.position)
    const moved = await marketplace.moveCursor({
      accountId: row.id,
      resource: input.resource,
      position,
      movedBy: input.actorId,
    })
    if (!moved) throw refusal("cursor_unknown", { account: row.name, resource: input.resource })
    if (row.state === "connected" && settings.import_automatically) {
      await marketplace.updateMarketplaceAccounts({ id: row.id, next_sync_at: new Date() })
    }
    return new StepResponse({ resource: input.resource, position: position.toISOString() })
  },
)
