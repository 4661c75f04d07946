import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE } from "../../../src/modules/marketplace"

/** Services whose calls are the step boundaries of READ and APPLY. */
const SERVICES: Record<string, string> = {
  marketplace: MARKETPLACE_MODULE,
  orders: Modules.ORDER,
  customers: Modules.CUSTOMER,
  payments: Modules.PAYMENT,
  inventory: Modules.INVENTORY,
  fulfillments: Modules.FULFILLMENT,
  links: ContainerRegistrationKeys.LINK,
}

/** `service.method` and whether the process dies before the call is made or after it returned. */
export type KillPoint = `${string}.${string} ${"before" | "after"}`

export const importKillPoints: KillPoint[] = [
  "marketplace.openWindow after",
  "marketplace.storeSyncPage before",
  "marketplace.storeSyncPage after",
  "marketplace.claimDueOrders after",
  "marketplace.noteListings after",
  "customers.createCustomers before",
  "customers.createCustomers after",
  "orders.createOrders before",
  "orders.createOrders after",
  "orders.updateOrders after",
  "payments.createPaymentCollections before",
  "payments.createPaymentCollections after",
  "links.create after",
  "inventory.createReservationItems before",
  "inventory.createReservationItems after",
  "fulfillments.createFulfillment before",
  "fulfillments.createFulfillment after",
  "orders.registerFulfillment after",
  "orders.registerShipment after",
  "inventory.updateInventoryLevels before",
  "inventory.updateInventoryLevels after",
  "marketplace.settleOrders before",
  "marketplace.settleOrders after",
  "marketplace.updateMarketplaceRuns before",
  "marketplace.releaseLease before",
]

export const cancelKillPoints: KillPoint[] = [
  "inventory.deleteReservationItemsByLineItem before",
  "inventory.deleteReservationItemsByLineItem after",
  "orders.createOrderChange after",
  "orders.confirmOrderChange after",
  "orders.addOrderTransactions after",
  "payments.updatePaymentCollections after",
  "orders.cancel before",
  "orders.cancel after",
  "marketplace.settleOrders before",
]

type AnyMethod = (...parameters: unknown[]) => Promise<unknown>

function die(): never {
  process.kill(process.pid, "SIGKILL")
  // The signal ends the process; nothing after this line may run.
  for (;;);
}

/** Makes the process kill itself at a point, the first time it is reached. */
export function armKillPoint(container: MedusaContainer, point: string): void {
  const [call, moment] = point.split(" ")
  const [serviceName, methodName] = call.split(".")
  const service: unknown = container.resolve(SERVICES[serviceName])
  if (typeof service !== "object" || service === null) throw new Error(`There is no service for ${point}`)
  const method: unknown = Reflect.get(service, methodName)
  if (typeof method !== "function") throw new Error(`There is no method for ${point}`)
  const original = method as AnyMethod
  const deadly: AnyMethod = async (...parameters) => {
    if (moment === "before") die()
    await original.apply(service, parameters)
    die()
  }
  Reflect.set(service, methodName, deadly)
}
