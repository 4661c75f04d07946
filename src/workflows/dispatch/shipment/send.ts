import {
  ConnectorError,
  connectorFailureOf,
  problem,
  type ConnectorFailure,
  type Shipment,
  type ShipmentSink,
} from "../../../connector"
import { reasonOf } from "../../import/batch"
import type { ClaimedDispatch, DispatchWork, Outcome } from "../handler"
import { openedShipment, type ShipmentBody } from "./body"
import { lookUpOne, OrdersAtPlatform } from "./look-up"
import { behind, lookUpAt, outcomeOf, stopsAll, type NotSent } from "./rules/outcome-of"

/** When the orders of some packages were placed, by inbox row. */
async function placedAtOf({ account }: DispatchWork, rows: ClaimedDispatch[]): Promise<Map<string, Date>> {
  const ids = [...new Set(rows.flatMap(({ marketplace_order_id }) => marketplace_order_id ?? []))]
  if (!ids.length) return new Map()
  const orders = await account.marketplace.listMarketplaceOrders(
    { id: ids },
    { select: ["id", "placed_at"], take: ids.length },
  )
  return new Map(
    orders.flatMap(({ id, placed_at }) => (placed_at ? [[id, new Date(placed_at)] as const] : [])),
  )
}

/** The package as the port takes it; null where something of it is missing, which its preparation has told. */
function shipmentOf(
  sink: ShipmentSink,
  row: ClaimedDispatch,
  body: ShipmentBody,
  placedAt: Date | undefined,
): Shipment | null {
  const { reference, marketplace, carrier, trackingNumber, trackingUrl, shippedAt, lines } = body
  if (row.package_number === null) return null
  if ((!carrier && !sink.carrierOptional) || (!trackingNumber && !sink.trackingOptional)) return null
  return {
    reference,
    marketplace,
    packageNumber: row.package_number,
    carrier: carrier ?? { code: "", name: null },
    shippingMethod: null,
    trackingNumber: trackingNumber ?? "",
    trackingUrl,
    shippedAt: new Date(shippedAt),
    ...(placedAt && { placedAt }),
    lines: lines.map((line) => ({ reference: line.reference, quantity: line.quantity })),
  }
}

/** "Already shipped" is as good as done where the platform's order shows so; otherwise a person has to see it. */
async function alreadyShipped(
  orders: OrdersAtPlatform,
  row: ClaimedDispatch,
  body: ShipmentBody,
  refused: Outcome,
): Promise<Outcome> {
  const found = await lookUpOne(orders, row, body)
  return found.found === "confirmed" ? { outcome: "confirmed" } : refused
}

async function confirmOne(
  work: DispatchWork,
  orders: OrdersAtPlatform,
  row: ClaimedDispatch,
  placedAt: Date | undefined,
): Promise<{ came: Outcome; failure?: ConnectorFailure }> {
  const { account, connector, connection } = work
  const sink = connector.shipments
  const body = openedShipment(account.marketplace, account.row.id, row)
  const shipment = sink && body && shipmentOf(sink, row, body, placedAt)
  if (!sink || !body || !shipment) {
    const order = body?.reference ?? "?"
    const found = problem("shipment_unreadable", { order, reason: "body_unreadable" })
    return { came: { outcome: "rejected", problem: found } }
  }
  const later = () => lookUpAt(new Date(), sink.visibilityDelaySeconds)
  try {
    const { outcome } = await sink.confirm(connection, shipment)
    return { came: outcome === "confirmed" ? { outcome } : { outcome, lookUpAt: later() } }
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    if (!failure) {
      const found = problem("outcome_unknown", { order: body.reference, reason: reasonOf(thrown) })
      return { came: { outcome: "unknown", problem: found, lookUpAt: later() } }
    }
    const came = outcomeOf(failure, body.reference, new Date(), later())
    if (failure.problem.code !== "order_already_shipped") return { came, failure }
    return { came: await alreadyShipped(orders, row, body, came) }
  }
}

/** The same reason, for the order of another package. */
function notEither({ account }: DispatchWork, stop: NotSent, row: ClaimedDispatch): Outcome {
  const order = openedShipment(account.marketplace, account.row.id, row)?.reference ?? "?"
  return { ...stop, problem: { ...stop.problem, details: { ...stop.problem.details, order } } }
}

/**
 * Tells the platform of packages, one call each. Out of budget, or without an answer, the rest is not tried. A lost authorisation
 * goes on to whoever looks after the account, as soon as there is no answer that it would take along.
 */
export async function sendShipments(
  work: DispatchWork,
  rows: ClaimedDispatch[],
): Promise<Map<string, Outcome>> {
  const orders = new OrdersAtPlatform(work)
  const placedAt = await placedAtOf(work, rows)
  const outcomes = new Map<string, Outcome>()
  let stop: NotSent | undefined
  for (const row of rows) {
    if (stop) {
      outcomes.set(row.id, notEither(work, stop, row))
      continue
    }
    const { came, failure } = await confirmOne(
      work,
      orders,
      row,
      placedAt.get(row.marketplace_order_id ?? ""),
    )
    if (failure?.kind === "authorization_lost" && !outcomes.size) {
      throw new ConnectorError(failure, "The platform no longer accepts the account's authorisation")
    }
    outcomes.set(row.id, came)
    if (failure && stopsAll(failure) && came.outcome === "not_sent") stop = behind(failure, came)
  }
  return outcomes
}
