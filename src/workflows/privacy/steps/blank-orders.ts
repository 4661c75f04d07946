import type { MedusaContainer, OrderTypes } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { allOrEach, type Failure } from "../../import/batch"
import { textArray } from "../../../modules/marketplace/store/sql"
import { repositoryOf } from "../../module-repository"
import { logOf, type LogEntry } from "../order-log"
import {
  addressesIn,
  blankAddress,
  blankedAddress,
  blankedDetails,
  type BlankedAddress,
  type StoredAddress,
} from "../rules/blank"
import type { ExpiredBatch } from "./take-expired-orders"

type OrderRow = {
  id: string
  email: string | null
  customer_id: string | null
  shipping_address: StoredAddress | null
  billing_address: StoredAddress | null
  fulfillments?: ({ id: string; delivery_address: StoredAddress | null } | null)[]
}

const ORDER_FIELDS = [
  "id",
  "email",
  "customer_id",
  "shipping_address.*",
  "billing_address.*",
  "fulfillments.id",
  "fulfillments.delivery_address.*",
]

/** One expired order in Medusa. `id` is that of the inbox row, by which failures are told. */
type Found = { id: string; order: OrderRow; log: LogEntry[]; replaced: StoredAddress[] }

export type BlankedOrders = {
  /** Customers of the orders, by inbox row. */
  customerIds: Record<string, string>
  /** Inbox rows without a Medusa order. */
  withoutOrder: string[]
  failures: Failure[]
}

/** Everything of the expired orders that Medusa holds, by four queries whatever their number. */
async function findOrders(container: MedusaContainer, batch: ExpiredBatch): Promise<Found[]> {
  const orders = container.resolve(Modules.ORDER)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const ids = batch.orders.map(({ orderId }) => orderId)
  const [{ data }, log] = await Promise.all([
    query.graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: ids } }),
    logOf(orders, ids),
  ])
  const replacedIds = log.flatMap(({ details }) => addressesIn(details))
  const replaced: StoredAddress[] = replacedIds.length
    ? await orders.listOrderAddresses({ id: replacedIds })
    : []
  const byId = new Map((data as OrderRow[]).map((order) => [order.id, order]))
  return batch.orders.flatMap(({ id, orderId }) => {
    const order = byId.get(orderId)
    if (!order) return []
    const own = log.filter((entry) => entry.orderId === orderId)
    const former = new Set(own.flatMap(({ details }) => addressesIn(details)))
    return [{ id, order, log: own, replaced: replaced.filter((address) => former.has(address.id)) }]
  })
}

/** What is still to be blanked of some addresses, each once. */
function toBlank(addresses: (StoredAddress | null)[]): BlankedAddress[] {
  const changes = addresses.flatMap((address) => (address && blankedAddress(address)) ?? [])
  return [...new Map(changes.map((change) => [change.id, change])).values()]
}

/** What Medusa writes where a label has no picture. */
const NO_LABEL = "#"

/**
 * The addresses of parcels, which Medusa copied from the order when it was packed here, and the pictures of their labels, which show
 * them. The module's service cannot change the former, and would tell of the latter that the shipment changed.
 */
async function blankParcels(
  container: MedusaContainer,
  fulfillments: OrderRow["fulfillments"],
): Promise<void> {
  const parcels = (fulfillments ?? []).flatMap((one) => one ?? [])
  if (!parcels.length) return
  const addressIds = toBlank(parcels.map((one) => one.delivery_address)).map(({ id }) => id)
  const nothing = Object.keys(blankAddress).map((column) => `${column} = NULL`)
  await repositoryOf(container.resolve(Modules.FULFILLMENT), "fulfillment").transaction(async (manager) => {
    await manager.execute(
      `UPDATE fulfillment_address SET ${nothing.join(", ")}, metadata = metadata - 'document',
              updated_at = clock_timestamp()
        WHERE id = ANY(?::text[])`,
      [textArray(addressIds)],
    )
    await manager.execute(
      `UPDATE fulfillment_label SET label_url = '${NO_LABEL}'
        WHERE fulfillment_id = ANY(?::text[]) AND label_url <> '${NO_LABEL}'`,
      [textArray(parcels.map(({ id }) => id))],
    )
  })
}

/** Takes what is personal out of some orders. What is blank already is left alone, so that it can be repeated. */
async function blankOrders(container: MedusaContainer, found: Found[]): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const addresses = toBlank(
    found.flatMap(({ order, replaced }) => [order.shipping_address, order.billing_address, ...replaced]),
  )
  if (addresses.length) await orders.updateOrderAddresses(addresses)

  const entries = found
    .flatMap(({ log }) => log)
    .map(({ id, details }) => ({ id, before: details, details: blankedDetails(details) }))
    .filter(({ before, details }) => JSON.stringify(before) !== JSON.stringify(details))
    .map(({ id, details }) => ({ id, details }))
  if (entries.length) await orders.updateOrderChangeActions(entries)

  await blankParcels(
    container,
    found.flatMap(({ order }) => order.fulfillments ?? []),
  )

  // The column takes null, which the published type does not say.
  const nameless = found
    .filter(({ order }) => order.email !== null)
    .map(({ order }): { id: string; email: string | null } => ({ id: order.id, email: null }))
  if (nameless.length) await orders.updateOrders(nameless as OrderTypes.UpdateOrderDTO[])
}

/** Takes names, streets, phones, documents and e-mails out of the Medusa orders; totals, lines, city and country stay. */
export const blankOrdersStep = createStep(
  "blank-expired-marketplace-orders",
  async (batch: ExpiredBatch, { container }) => {
    const blanked: BlankedOrders = { customerIds: {}, withoutOrder: [], failures: [] }
    if (!batch.orders.length) return new StepResponse(blanked)
    const found = await findOrders(container, batch)
    blanked.failures = await allOrEach(found, (some) => blankOrders(container, some))
    for (const { id, order } of found) if (order.customer_id) blanked.customerIds[id] = order.customer_id
    const known = new Set(found.map(({ id }) => id))
    blanked.withoutOrder = batch.orders.flatMap(({ id }) => (known.has(id) ? [] : [id]))
    return new StepResponse(blanked)
  },
)
