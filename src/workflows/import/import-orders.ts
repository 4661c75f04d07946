import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DispatchEvents } from "../dispatch/events"
import { confirmShownShipmentsStep } from "../dispatch/shipment/confirm-shown"
import { cancelOrdersStep } from "./steps/cancel-orders"
import { createDraftProductsStep } from "./steps/create-draft-products"
import { createOrdersStep } from "./steps/create-orders"
import { decideOrdersStep, type DecideOrdersInput } from "./steps/decide-orders"
import { findOrCreateCustomersStep } from "./steps/find-or-create-customers"
import { holdStockStep } from "./steps/hold-stock"
import { recordPaymentsStep } from "./steps/record-payments"
import { reserveStockStep } from "./steps/reserve-stock"
import { settleOrdersStep } from "./steps/settle-orders"
import { shipFromPlatformStep } from "./steps/ship-from-platform"
import { takeStockStep } from "./steps/take-stock"

export const importMarketplaceOrdersWorkflowId = "import-marketplace-orders"

/** Our own events; none of Medusa's that a host may send e-mails on. */
export const MarketplaceOrderEvents = {
  IMPORTED: "marketplace_order.imported",
  CANCELED: "marketplace_order.canceled",
} as const

/**
 * Decides and imports one batch of due inbox rows of an account. Every step can be repeated: what stands there already is
 * found by its id and left alone, so that a crash between any two of them is made good by the next attempt (steps go
 * forward, nothing is rolled back; only the claim of the rows is given up when the workflow fails).
 */
export const importMarketplaceOrdersWorkflow = createWorkflow(
  importMarketplaceOrdersWorkflowId,
  (input: DecideOrdersInput) => {
    const taken = takeStockStep(decideOrdersStep(input))
    const batch = taken.batch
    const products = createDraftProductsStep(batch)
    const customers = findOrCreateCustomersStep(batch)
    const orders = createOrdersStep({ batch, products, customers, failures: taken.failures })
    const payments = recordPaymentsStep({ batch, orders })
    const reserved = reserveStockStep({ batch, made: orders.made, failures: payments.failures })
    const shipped = shipFromPlatformStep({ batch, made: orders.made, failures: reserved.failures })
    const held = holdStockStep({ batch, failures: shipped.failures })
    const canceled = cancelOrdersStep(batch)
    const shown = confirmShownShipmentsStep(batch)
    const settled = settleOrdersStep({ batch, made: orders.made, canceled, failures: held.failures })

    emitEventStep({
      eventName: MarketplaceOrderEvents.IMPORTED,
      data: transform(settled, ({ imported }) => imported),
    })
    emitEventStep({
      eventName: MarketplaceOrderEvents.CANCELED,
      data: transform(settled, ({ canceled: gone }) => gone),
    }).config({ name: "emit-marketplace-order-canceled" })
    emitEventStep({ eventName: DispatchEvents.CONFIRMED, data: shown }).config({
      name: "emit-marketplace-dispatch-confirmed",
    })
    return new WorkflowResponse(settled)
  },
)
