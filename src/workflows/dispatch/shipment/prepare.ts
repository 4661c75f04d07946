import { problem } from "../../../connector"
import type { ClaimedDispatch, DispatchWork, Prepared } from "../handler"
import { openedShipment } from "./body"
import { currentShipments, type CurrentShipment } from "./current-shipments"
import { oweShipments } from "./owe-shipments"

/**
 * What is owed is decided by what Medusa and the account's settings hold now, so that a carrier that was chosen or a tracking
 * number that was added meanwhile counts. Where that has changed what is owed, it is owed anew: the claimed revision is then no
 * longer the row's, so that it is not sent although it may be.
 */
export async function prepareShipments(
  { container, account }: DispatchWork,
  rows: ClaimedDispatch[],
): Promise<Map<string, Prepared>> {
  const ids = rows.flatMap(({ fulfillment_id }) => fulfillment_id ?? [])
  const current = await currentShipments(container, ids)
  const shipments = new Map(current.map((shipment) => [shipment.fulfillmentId, shipment]))
  const changed: string[] = []
  const prepared = new Map<string, Prepared>()
  for (const row of rows) {
    const shipment = shipments.get(row.fulfillment_id ?? "")
    const one = shipment?.packages.find(({ subject }) => subject === row.subject)
    if (shipment?.canceled) {
      changed.push(shipment.fulfillmentId)
      prepared.set(row.id, { send: false, as: "withdrawn" })
    } else if (shipment && one && one.digest !== one.row?.digest) {
      changed.push(shipment.fulfillmentId)
      prepared.set(row.id, { send: true })
    } else {
      prepared.set(row.id, shipment ? preparedOf(shipment, row) : asWritten(account, row))
    }
  }
  if (changed.length) await oweShipments(container, changed)
  return prepared
}

function preparedOf(shipment: CurrentShipment, row: ClaimedDispatch): Prepared {
  const one = shipment.packages.find(({ subject }) => subject === row.subject)
  if (!one) return { send: false, as: "withdrawn" }
  return one.problem ? { send: false, as: "problem", problem: one.problem } : { send: true }
}

/** Of a fulfilment that Medusa no longer has, what was owed counts as it was written. */
function asWritten(account: DispatchWork["account"], row: ClaimedDispatch): Prepared {
  const body = openedShipment(account.marketplace, account.row.id, row)
  const order = body?.reference ?? row.marketplace_order_id ?? "?"
  if (!body?.lines.length) {
    const found = problem("shipment_unreadable", { order, reason: "body_unreadable" })
    return { send: false, as: "problem", problem: found }
  }
  const asks = account.connector.shipments
  const missing =
    !body.trackingNumber && !asks?.trackingOptional
      ? "tracking_missing"
      : !body.carrier && !asks?.carrierOptional
        ? "carrier_missing"
        : undefined
  return missing ? { send: false, as: "problem", problem: problem(missing, { order }) } : { send: true }
}
