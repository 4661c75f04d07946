import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ChannelOrder } from "../../../src/connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import { stagedOrder } from "../../../src/workflows/import/payload"
import { aCharge, aLine } from "../../../src/workflows/import/rules/__tests__/a-channel-order"
import type { AdminClient } from "../../support/admin-client"
import type { AdminSession } from "../../support/admin-session"
import { aBuyer, buyersOrder, referenceOf } from "../../support/buyers-order"
import { decideUntilSettled } from "../../support/decide-until-settled"
import type { SeededStore } from "../../support/seed-store"

/** The booted shop of all tests of reviewing: an account whose orders wait for a person. */
export type ReviewShop = {
  container: MedusaContainer
  marketplace: MarketplaceModuleService
  api: AdminClient
  admin: AdminSession
  store: SeededStore
  accountId: string
}

export const SHIRT = "SHIRT-S-BLACK"
export const MUG = "MUG-WHITE"
export const REFERENCE = referenceOf(1)
export const BUYER = aBuyer(1)
/** Two shirts for 21.60 and three mugs for 15.00. */
export const TOTAL = 36.6

const lines = [
  aLine({ reference: "line-1", listingKey: SHIRT, sku: SHIRT }),
  aLine({
    reference: "line-2",
    listingKey: MUG,
    sku: MUG,
    title: "Mug",
    quantity: 3,
    unitPrice: "5.00",
    charges: [aCharge({ amount: "15.00" })],
    total: "15.00",
  }),
]

/** The order as the platform has it, a minute later with each version. */
export function anOrder(changes: Partial<ChannelOrder> = {}, version = 0): ChannelOrder {
  const read = buyersOrder({ number: 1 })
  if (!read.readable) throw new Error("The test's order is not readable")
  const updatedAt = new Date(Date.parse(read.order.updatedAt) + version * 60_000).toISOString()
  return { ...read.order, lines, total: "36.60", updatedAt, paymentMethod: "credit_card", ...changes }
}

/** Decides and imports what is due, as the schedule does. */
export const decide = ({ container, accountId }: ReviewShop) =>
  decideUntilSettled(container, accountId, REFERENCE)

/** Brings a version of the order from the platform and imports what is due. */
export async function bring(shop: ReviewShop, order: ChannelOrder = anOrder()) {
  const staged = stagedOrder(shop.marketplace, shop.accountId, { readable: true, order }, 30)
  await shop.marketplace.stagePage(shop.accountId, [staged])
  return decide(shop)
}

/** The row once nobody works on it: an approval is carried out by a subscriber, at its own time. */
export async function settled({ marketplace }: ReviewShop, id: string) {
  for (let round = 0; round < 200; round++) {
    const row = await marketplace.retrieveMarketplaceOrder(id)
    if (row.next_attempt_at === null && row.lease_until === null) return row
    await wait(50)
  }
  throw new Error("The order is still being worked on")
}

export const serviceOf = (container: MedusaContainer) =>
  container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)

type MedusaOrder = {
  id: string
  status: string
  is_draft_order: boolean
  total: number
  email: string | null
  customer_id: string | null
  metadata: { marketplace: Record<string, unknown> }
  summary: { paid_total: number; pending_difference: number }
  shipping_address: { city: string | null; address_1: string | null } | null
  items: { id: string; variant_sku: string | null; quantity: number; metadata: unknown }[]
  transactions: { amount: number }[]
  payment_collections: { status: string; amount: number; captured_amount: number }[]
}

/** Every order of Medusa, with what an approval gives it. */
export async function medusaOrders({ container }: ReviewShop): Promise<MedusaOrder[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      "status",
      "is_draft_order",
      "total",
      "email",
      "customer_id",
      "metadata",
      "summary.*",
      "shipping_address.*",
      "items.*",
      "transactions.*",
      "payment_collections.*",
    ],
  })
  // As a browser gets it: amounts are numbers there.
  return JSON.parse(JSON.stringify(data)) as MedusaOrder[]
}

/** Pieces that are reserved, by SKU. */
export async function reserved({ container, store }: ReviewShop): Promise<Record<string, number>> {
  const items = await container.resolve(Modules.INVENTORY).listReservationItems({})
  const skus = new Map(Object.entries(store.inventoryItemIds).map(([sku, id]) => [id, sku]))
  const pieces: Record<string, number> = {}
  for (const { inventory_item_id, quantity } of items) {
    const sku = skus.get(inventory_item_id) ?? "?"
    pieces[sku] = (pieces[sku] ?? 0) + Number(quantity)
  }
  return pieces
}

/** What the history tells of an order, the oldest first. */
export async function historyOf({ marketplace }: ReviewShop, id: string) {
  const lines = await marketplace.listHistoryEntries({ subject_id: id }, { order: { at: "ASC" } })
  return lines.map(({ event, actor, actor_id, details }) => ({ event, actor, actor_id, details }))
}

/** Edits the draft as Medusa's own draft order page does: three mugs become one, a shirt is added, the city changes. */
export async function editDraft({ api, store }: ReviewShop, orderId: string) {
  const draft = `/admin/draft-orders/${orderId}`
  const { data } = await api.get(draft)
  const mugs = data.draft_order.items.find((item: { variant_sku: string }) => item.variant_sku === MUG)
  const answers = [
    await api.post(`${draft}/edit`),
    await api.post(`${draft}/edit/items/item/${mugs.id}`, { quantity: 1, unit_price: 4 }),
    await api.post(`${draft}/edit/items`, {
      items: [{ variant_id: store.variantIds[SHIRT], quantity: 4, unit_price: 2.5 }],
    }),
    await api.post(`${draft}/edit/confirm`),
  ]
  expect(answers.map(({ status, data: said }) => (status === 200 ? 200 : said))).toEqual([200, 200, 200, 200])
}

/** Two shirts for 21.60, one mug for 4, and four more shirts for 10. */
export const EDITED_TOTAL = 35.6
