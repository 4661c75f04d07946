import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { accountSettingsSchema } from "../../../modules/marketplace/settings"
import { allOrEach, plannedIn, type Batch, type Failure } from "../batch"
import { findCustomers } from "../find-customers"
import { buyerOf, guestRecord } from "../order-buyer"
import { ordersToMake } from "../orders-to-make"
import { guestId, identityOf, planCustomers } from "../rules/customer-rule"

/** How often is looked anew: for ids that turn out to be taken, and for guests that another worker made in between. */
const MOST_ROUNDS = 10

/**
 * Finds or makes the customers of a batch, by the account's rule (`planCustomers`). Gives customer ids by inbox row. A guest's id
 * follows from who it is and Medusa lets one guest have an e-mail, so that of two workers one is refused, looks again and finds
 * the other's.
 */
export const findOrCreateCustomersStep = createStep(
  "find-or-create-marketplace-customers",
  async (batch: Batch, { container }) => {
    const planned = plannedIn(batch)
    const customerIds: Record<string, string> = {}
    if (!planned.length) return new StepResponse({ customerIds, failures: [] as Failure[] })
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const [orders, account] = await Promise.all([
      ordersToMake(marketplace, batch, planned),
      marketplace.retrieveMarketplaceAccount(batch.accountId, { select: ["id", "settings"] }),
    ])
    const rule = accountSettingsSchema.parse(account.settings)
    const buyers = planned.flatMap(({ id, displayId }) => {
      const order = orders.get(id)
      return (order && buyerOf(id, displayId, order)) ?? []
    })

    const customers = container.resolve(Modules.CUSTOMER)
    const byDocument = rule.customer_rule === "name_and_document"
    const traces = {
      ids: buyers.map((buyer) => guestId(identityOf(buyer, rule))),
      emails: buyers.flatMap(({ email }) => email ?? []),
      documents: byDocument ? buyers.flatMap(({ document }) => document ?? []) : [],
    }
    let failed: Failure[] = []
    let attempted = ""
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const plan = planCustomers(buyers, await findCustomers(container, traces), rule)
      const unmade = new Set(plan.guests.map(({ id }) => id))
      for (const { id } of buyers) {
        if (!unmade.has(plan.customerIds[id])) customerIds[id] = plan.customerIds[id]
      }
      if (!plan.guests.length) break
      // Whether an id is free is known only once it has been looked for.
      const unasked = plan.guests.filter(({ id }) => !traces.ids.includes(id))
      traces.ids.push(...unasked.map(({ id }) => id))
      if (unasked.length) continue
      // Refused, and nobody else made it either: the orders are tried again later.
      const attempt = JSON.stringify(plan.guests)
      if (attempt === attempted) break
      attempted = attempt
      const made = plan.guests.flatMap((guest) => {
        const buyer = buyers.find(({ id }) => id === guest.buyerId)
        const order = orders.get(guest.buyerId)
        return buyer && order
          ? [{ id: guest.id, record: guestRecord(guest, buyer, order, batch.providerId) }]
          : []
      })
      failed = await allOrEach(made, async (some) => {
        await customers.createCustomers(some.map(({ record }) => record))
      })
    }
    const reason = failed[0]?.reason ?? "unknown"
    const without = buyers.filter(({ id }) => !customerIds[id])
    return new StepResponse({ customerIds, failures: without.map(({ id }): Failure => ({ id, reason })) })
  },
)
