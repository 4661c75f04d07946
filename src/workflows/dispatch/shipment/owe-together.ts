import type { MedusaContainer } from "@medusajs/framework/types"
import { oweMarketplaceShipmentsWorkflow } from "./owe-marketplace-shipments"

type Gathering = { ids: Set<string>; done: Promise<unknown> }

let working: Promise<unknown> = Promise.resolve()
let gathering: Gathering | undefined

/**
 * Owes shipments; those that come while others are being written are written together after them. A morning's parcels, shipped
 * at one instant, are a few writes and not hundreds, and a single one does not wait. What is owed is in the database when this
 * returns.
 */
export async function oweTogether(container: MedusaContainer, fulfillmentIds: string[]): Promise<void> {
  if (!gathering) {
    const ids = new Set<string>()
    const done = working
      // A batch that failed is its own callers' affair.
      .catch(() => undefined)
      .then(() => {
        gathering = undefined
        return oweMarketplaceShipmentsWorkflow(container).run({ input: { fulfillmentIds: [...ids] } })
      })
    gathering = { ids, done }
    working = done
  }
  for (const id of fulfillmentIds) gathering.ids.add(id)
  await gathering.done
}
