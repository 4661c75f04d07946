import type { Control } from "../control-input"

export const SHIPMENT_CONTROLS: Readonly<Record<string, Control>> = {
  "GET shipments": ({ shipments }, { query }) => {
    const orderId = query.get("orderId") ?? undefined
    return { shipments: shipments.list(orderId), packages: shipments.packages(orderId) }
  },
  "DELETE shipments": ({ shipments }) => {
    shipments.clear()
    return {}
  },
}
