import { randomUUID } from "node:crypto"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { displayIdOf } from "../../account/load-account"
import { orderIdOf } from "../../import/rules/stable-id"

/** An inbox row whose personal data goes. Ids only: it travels between workflow steps. */
export type Expired = {
  id: string
  accountId: string
  reference: string
  displayId: string
  /** The Medusa order: the known one, or the one that an import which never came to its end has made. */
  orderId: string
  /** The version that was taken. */
  digest: string
}

/** How many orders are taken at most, and which of them; left out, any. */
export type PurgeInput = { limit: number; ids?: string[] }

export type ExpiredBatch = {
  /** Lease of the taken rows. */
  token: string
  orders: Expired[]
}

/** Takes orders whose personal data has expired; freed again when the purge as a whole fails. */
export const takeExpiredOrdersStep = createStep(
  "take-expired-marketplace-orders",
  async (input: PurgeInput, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const token = randomUUID()
    const rows = await marketplace.takeExpiredOrders(token, input.limit, input.ids)
    const orders = rows.map((row): Expired => {
      const displayId = displayIdOf(row.order_prefix, row.reference)
      return {
        id: row.id,
        accountId: row.account_id,
        reference: row.reference,
        displayId,
        orderId: row.order_id ?? orderIdOf(row.id),
        digest: row.digest,
      }
    })
    const batch: ExpiredBatch = { token, orders }
    return new StepResponse(batch, { token })
  },
  async (taken, { container }) => {
    if (!taken) return
    await container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE).freeOrders(taken.token)
  },
)
