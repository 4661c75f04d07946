import type { InferTypeOf } from "@medusajs/framework/types"
import type { Language } from "../../../../connector"
import type { MarketplaceModuleService } from "../../../../modules/marketplace"
import { actionsOnDispatch, standingOf } from "../../../../modules/marketplace/dispatch-actions"
import type MarketplaceAccount from "../../../../modules/marketplace/models/marketplace-account"
import type MarketplaceDispatch from "../../../../modules/marketplace/models/marketplace-dispatch"
import { writerOf, writerState } from "../../../../modules/marketplace/writers"
import { openedShipment, type ShipmentBody } from "../../../../workflows/dispatch/shipment/body"
import { serializeProblemOrNull } from "./problem"

export type DispatchRow = InferTypeOf<typeof MarketplaceDispatch>
type AccountRow = Pick<InferTypeOf<typeof MarketplaceAccount>, "id" | "writers" | "stock_brake">

/** What is shown of a dispatch besides its own row. */
export type DispatchParts = {
  row: DispatchRow
  account: AccountRow | undefined
  /** Its order at the platform. */
  order: { reference: string; number: string | null } | undefined
  shipment: ShipmentBody | null
  installation: string
}

/** What keeps something from being sent that would be due. */
type Holder = "writer_off" | "writer_of_copy" | "stock_brake"

function heldBy({ row, account, installation }: DispatchParts): Holder | null {
  if (row.state === "confirmed" || row.state === "withdrawn") return null
  if (row.kind === "stock" && row.state === "owed" && account?.stock_brake) return "stock_brake"
  if (row.next_attempt_at === null) return null
  const writer = writerState(account?.writers, writerOf[row.kind], installation)
  if (writer === "on") return null
  return writer === "off" ? "writer_off" : "writer_of_copy"
}

function serializeShipment({ carrier, trackingNumber, shippedAt, lines }: ShipmentBody) {
  return {
    carrier: carrier?.code ?? null,
    carrier_name: carrier?.name ?? null,
    tracking_number: trackingNumber,
    shipped_at: shippedAt,
    /** In listings. */
    lines: lines.map((line) => ({
      line_reference: line.reference,
      title: line.title,
      sku: line.sku,
      quantity: line.quantity,
    })),
  }
}

/** Something owed to a platform as it is shown; the sealed body is shown opened, and to those only who may see dispatches. */
export function serializeDispatch(parts: DispatchParts, language: Language, now: Date) {
  const { row, order, shipment } = parts
  return {
    id: row.id,
    account_id: row.account_id,
    kind: row.kind,
    subject: row.subject,
    revision: row.revision,
    state: row.state,
    /** How it stands, in a word for people. */
    standing: standingOf(row, now),
    /** Why it is not sent although it could be. */
    held_by: heldBy(parts),
    problem: serializeProblemOrNull(row.problem, language),
    marketplace_order_id: row.marketplace_order_id,
    /** The order's reference at the platform, and the number by which people know it where that is another one. */
    reference: order?.reference ?? null,
    number: order?.number ?? null,
    order_id: row.order_id,
    fulfillment_id: row.fulfillment_id,
    package_number: row.package_number,
    /** Null for stock, and when it has gone with the buyer's personal data. */
    shipment: shipment ? serializeShipment(shipment) : null,
    listing_key: row.kind === "stock" ? row.subject : null,
    quantity: row.quantity,
    previous_quantity: row.previous_quantity,
    attempts: row.attempts,
    next_attempt_at: row.next_attempt_at,
    attempted_at: row.attempted_at,
    confirmed_at: row.confirmed_at,
    /** What a person can do with it now. */
    actions: actionsOnDispatch(row),
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}

/** What belongs to some dispatches, by one query each whatever their number. */
export async function gatherDispatches(
  marketplace: MarketplaceModuleService,
  rows: DispatchRow[],
): Promise<DispatchParts[]> {
  if (!rows.length) return []
  const orderIds = [...new Set(rows.flatMap(({ marketplace_order_id }) => marketplace_order_id ?? []))]
  const [orders, accounts, installation] = await Promise.all([
    orderIds.length
      ? marketplace.listMarketplaceOrders({ id: orderIds }, { select: ["id", "reference", "number"] })
      : [],
    marketplace.listMarketplaceAccounts(
      { id: [...new Set(rows.map(({ account_id }) => account_id))] },
      { select: ["id", "writers", "stock_brake"] },
    ),
    marketplace.installation(),
  ])
  const orderOf = new Map(orders.map((order) => [order.id, order]))
  const accountOf = new Map(accounts.map((account) => [account.id, account]))
  return rows.map((row) => ({
    row,
    account: accountOf.get(row.account_id),
    order: orderOf.get(row.marketplace_order_id ?? ""),
    shipment: row.kind === "shipment" ? openedShipment(marketplace, row.account_id, row) : null,
    installation,
  }))
}
