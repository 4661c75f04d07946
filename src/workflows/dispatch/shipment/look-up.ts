import { connectorFailureOf, problem, type ReadOrder } from "../../../connector"
import type { ClaimedDispatch, DispatchWork, Found } from "../handler"
import { openedShipment, type ShipmentBody } from "./body"
import { concernsAccount } from "../rules/concerns-account"
import { foundWithout, lookUpAt } from "./rules/outcome-of"
import { isConfirmedBy, shownOf, type ToldPackage } from "./rules/shown"
import { attemptedPackages } from "./told-packages"

const UNREADABLE_MINUTES = 60

type LookedUp = Pick<ClaimedDispatch, "package_number" | "revision">

/** What an order that was read says of a package that was handed over; `others` as in {@link shownOf}. */
export function foundIn(
  read: ReadOrder,
  row: LookedUp,
  body: ShipmentBody,
  {
    now,
    trackingOptional,
    others,
  }: { now: Date; trackingOptional?: boolean; others?: readonly ToldPackage[] },
): Found {
  if (!read.readable) {
    const again = new Date(now.getTime() + UNREADABLE_MINUTES * 60_000)
    return { found: "not_yet", again, problem: read.problem }
  }
  const { trackingNumber, lines } = body
  const sent = {
    packageNumber: row.package_number,
    trackingNumber,
    lines,
    trackingOptional,
    attempted: true,
  }
  const shown = shownOf(read.order, sent, others)
  // The number may be the earlier one, and an order does not show the address: telling it again changes nothing that is there.
  const isCorrection = row.revision > 1 && body.trackingUrl !== null
  if (shown === "as_sent" && isCorrection) return { found: "absent" }
  if (isConfirmedBy(shown)) return { found: "confirmed" }
  if (shown !== "order_canceled") return { found: "absent" }
  const details = { order: body.reference, reason: "order_canceled" }
  return { found: "differs", problem: problem("shipment_rejected", details) }
}

/** The orders of one turn: each is read once, however many packages it has. */
export class OrdersAtPlatform {
  private readonly reads = new Map<string, Promise<ReadOrder>>()

  constructor(private readonly work: DispatchWork) {}

  get trackingOptional(): boolean {
    return this.work.connector.shipments?.trackingOptional ?? false
  }

  read(reference: string): Promise<ReadOrder> {
    const { connector, connection } = this.work
    const orders = connector.orders
    if (!orders) throw new Error("The connector takes shipments and brings no orders")
    const read = this.reads.get(reference) ?? orders.get(connection, reference)
    this.reads.set(reference, read)
    return read
  }
}

/** What the platform shows of a package. @throws ConnectorError when it serves the account no longer: that concerns all of them. */
export async function lookUpOne(
  orders: OrdersAtPlatform,
  row: LookedUp,
  body: ShipmentBody,
  others?: readonly ToldPackage[],
): Promise<Found> {
  try {
    const { trackingOptional } = orders
    const read = await orders.read(body.reference)
    return foundIn(read, row, body, { now: new Date(), trackingOptional, others })
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    if (!failure || concernsAccount(failure)) throw thrown
    return foundWithout(failure, body.reference, new Date())
  }
}

/** Asks the platform what became of packages whose outcome is open, once it can know. */
export async function lookUpShipments(
  work: DispatchWork,
  rows: ClaimedDispatch[],
): Promise<Map<string, Found>> {
  const { account, connector } = work
  const delay = connector.shipments?.visibilityDelaySeconds ?? 0
  const orders = new OrdersAtPlatform(work)
  const { trackingOptional } = orders
  const others = await attemptedPackages(
    account.marketplace,
    { accountId: account.row.id, trackingOptional },
    [...new Set(rows.flatMap(({ marketplace_order_id }) => marketplace_order_id ?? []))],
  )
  const found = new Map<string, Found>()
  for (const row of rows) {
    const body = openedShipment(account.marketplace, account.row.id, row)
    if (!body) {
      const details = { order: row.marketplace_order_id ?? "?", reason: "body_unreadable" }
      found.set(row.id, { found: "differs", problem: problem("shipment_unreadable", details) })
      continue
    }
    const visible = lookUpAt(new Date(row.attempted_at ?? 0), delay)
    found.set(
      row.id,
      visible > new Date()
        ? { found: "not_yet", again: visible }
        : await lookUpOne(orders, row, body, others.get(row.marketplace_order_id ?? "")),
    )
  }
  return found
}
