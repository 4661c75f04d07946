import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { ChangesByPerson } from "../../modules/marketplace/order-changes"
import { findCustomers } from "../import/find-customers"
import { buyerOf, tracesOf } from "../import/order-buyer"
import { openedPayload } from "../import/payload"
import { plainName } from "../import/rules/customer-rule"

/** By what a customer of an inbox row is found. */
export type Trace = { inboxId: string; customerId: string; email: string | null }

type Row = { id: string; account_id: string; reference: string; sealed_payload: string | null }

/** Whom the payloads name. */
async function tracesInPayloads(
  container: MedusaContainer,
  marketplace: MarketplaceModuleService,
  rows: Row[],
  displayIds: ReadonlyMap<string, string>,
): Promise<Trace[]> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const buyers = rows.flatMap((row) => {
    // What is sealed under a key that is gone nobody can read any more, and it goes now.
    const read = openedPayload(marketplace, logger, row)
    if (!read?.readable) return []
    return buyerOf(row.id, displayIds.get(row.id) ?? "", read.order) ?? []
  })
  const known = await findCustomers(container, {
    ids: [],
    emails: [],
    documents: buyers.flatMap(({ document }) => document ?? []),
  })
  return buyers.flatMap((buyer) => {
    const { ids, email } = tracesOf(buyer)
    const same = known.filter(
      ({ document, name }) => document === buyer.document && plainName(name) === plainName(buyer.name),
    )
    return [...ids, ...same.map(({ id }) => id)].map((customerId) => ({
      inboxId: buyer.id,
      customerId,
      email,
    }))
  })
}

/**
 * Traces of customers whom no order leads to: of an order that is gone or was never made, that a person gave to somebody else, or
 * whose draft was made anew for a buyer whom the platform corrected. The payload says who they were, and the row whose it was before.
 */
export async function tracesInInbox(
  container: MedusaContainer,
  orders: { id: string; displayId: string }[],
): Promise<Trace[]> {
  if (!orders.length) return []
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const rows = await marketplace.listMarketplaceOrders(
    { id: orders.map(({ id }) => id) },
    {
      select: ["id", "account_id", "reference", "sealed_payload", "changes_by_person", "former_customers"],
      withDeleted: true,
      take: orders.length,
    },
  )
  const noted = rows.flatMap(({ id, changes_by_person: changes, former_customers: former }) =>
    [(changes as ChangesByPerson | null)?.customer_before, ...((former as string[] | null) ?? [])].flatMap(
      (customerId) => (customerId ? [{ inboxId: id, customerId, email: null }] : []),
    ),
  )
  const displayIds = new Map(orders.map(({ id, displayId }) => [id, displayId]))
  return [...noted, ...(await tracesInPayloads(container, marketplace, rows, displayIds))]
}
