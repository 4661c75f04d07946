import { connectorFailureOf, problem, type ReadOrder } from "../../../connector"
import type { ClaimedDispatch, DispatchWork, Found } from "../handler"
import { openedShipment, type ShipmentBody } from "./body"
import { concernsAccount } from "../rules/concerns-account"
import { foundWithout, lookUpAt } from "./rules/outcome-of"
import { isConfirmedBy, shownOf } from "./rules/shown"

const UNREADABLE_MINUTES = 60

/** What an order that was read says of a package. */
export function foundIn(
  read: ReadOrder,
  row: Pick<ClaimedDispatch, "package_number">,
  body: ShipmentBody,
  { now, trackingOptional }: { now: Date; trackingOptional?: boolean },
): Found {
  if (!read.readable) {
    const again = new Date(now.getTime() + UNREADABLE_MINUTES * 60_000)
    return { found: "not_yet", again, problem: read.problem }
  }
  const { trackingNumber, lines } = body
  const shown = shownOf(read.order, {
    packageNumber: row.package_number,
    trackingNumber,
    lines,
    trackingOptional,
  })
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
  row: Pick<ClaimedDispatch, "package_number">,
  body: ShipmentBody,
): Promise<Found> {
  try {
    const { trackingOptional } = orders
    return foundIn(await orders.read(body.reference), row, body, { now: new Date(), trackingOptional })
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
      visible > new Date() ? { found: "not_yet", again: visible } : await lookUpOne(orders, row, body),
    )
  }
  return found
}
