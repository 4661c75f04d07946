import type { DispatchHandler } from "./handler"
import { shipmentHandler } from "./shipment/handler"
import { stockHandler } from "./stock/handler"

/** How each kind of dispatch is sent, the more urgent first: the budget goes to shipments before it goes to stock. */
export const dispatchHandlers: readonly DispatchHandler[] = [shipmentHandler, stockHandler]
