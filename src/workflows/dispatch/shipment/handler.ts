import type { DispatchHandler } from "../handler"
import { lookUpShipments } from "./look-up"
import { prepareShipments } from "./prepare"
import { sendShipments } from "./send"

/** Packages claimed together: few enough that one process does not hold what others could send meanwhile. */
const AT_ONCE = 20

/** Confirms what the store has shipped. */
export const shipmentHandler: DispatchHandler = {
  kind: "shipment",
  offeredBy: ({ shipments, orders }) => shipments !== undefined && orders !== undefined,
  batchSize: () => AT_ONCE,
  lookUp: lookUpShipments,
  prepare: prepareShipments,
  send: sendShipments,
}
