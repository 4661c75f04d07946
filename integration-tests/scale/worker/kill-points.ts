import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE } from "../../../src/modules/marketplace"

/** Services whose calls are the step boundaries of READ, APPLY and of the dispatcher. */
const SERVICES: Record<string, string> = {
  marketplace: MARKETPLACE_MODULE,
  orders: Modules.ORDER,
  customers: Modules.CUSTOMER,
  payments: Modules.PAYMENT,
  inventory: Modules.INVENTORY,
  fulfillments: Modules.FULFILLMENT,
  links: ContainerRegistrationKeys.LINK,
  events: Modules.EVENT_BUS,
}

/** Calls of the platform, by what is in their address. */
const PLATFORM_CALLS: Record<string, RegExp> = {
  confirmShipment: /\/shipmentConfirmation$/,
  getOrder: /\/orders\/[^/]+\/orders\/[^/?]+(\?|$)/,
  token: /\/auth\/o2\/token$/,
}

/**
 * `service.method`, or `platform.operation`, and whether the process dies before the call is made or after it returned; `#3` is
 * the third time.
 */
export type KillPoint =
  `${string}.${string} ${"before" | "after"}` | `${string}.${string} ${"before" | "after"} #${number}`

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

/** Every call that the dispatcher makes, of the database and of the platform. */
export const dispatchKillPoints: KillPoint[] = [
  "marketplace.claimDueDispatches before",
  "marketplace.claimDueDispatches after",
  "marketplace.listMarketplaceDispatches after",
  "marketplace.beginSending before",
  "marketplace.beginSending after",
  "marketplace.spendQuota after",
  "platform.token after",
  "platform.confirmShipment before",
  "platform.confirmShipment after",
  "platform.getOrder before",
  "platform.getOrder after",
  "platform.confirmShipment before #7",
  "marketplace.renewDispatches after",
  "platform.confirmShipment after #13",
  "marketplace.settleDispatches before",
  "marketplace.settleDispatches after",
  "marketplace.settleDispatches before #2",
  "marketplace.freeDispatches before",
  "marketplace.freeDispatches after",
  "events.emit before",
  "marketplace.claimDueDispatches after #2",
]

type AnyMethod = (...parameters: unknown[]) => Promise<unknown>

function die(): never {
  process.kill(process.pid, "SIGKILL")
  // The signal ends the process; nothing after this line may run.
  for (;;);
}

/** Wraps a call so that the process dies around its nth time. */
function deadly(original: AnyMethod, moment: string, time: number): AnyMethod {
  let calls = 0
  return async function (this: unknown, ...parameters) {
    calls += 1
    if (calls !== time) return original.apply(this, parameters)
    if (moment === "before") die()
    await original.apply(this, parameters)
    die()
  }
}

/** Dies around a call of the platform; "after" is when its whole answer has arrived. */
function armPlatformCall(operation: string, moment: string, time: number): void {
  const pattern = PLATFORM_CALLS[operation]
  if (!pattern) throw new Error(`There is no address of ${operation}`)
  const original = globalThis.fetch
  const answered: AnyMethod = async (...[input, init]) => {
    const response = await original(input as string, init as RequestInit)
    const text = await response.text()
    const { status, headers } = response
    return new Response(status === 204 ? null : text, { status, headers })
  }
  const doomed = deadly(answered, moment, time)
  globalThis.fetch = (input, init) =>
    pattern.test(String(input)) ? (doomed(input, init) as Promise<Response>) : original(input, init)
}

/** Makes the process kill itself at a point. */
export function armKillPoint(container: MedusaContainer, point: string): void {
  const [call, moment, nth] = point.split(" ")
  const [serviceName, methodName] = call.split(".")
  const time = nth ? Number(nth.slice(1)) : 1
  if (serviceName === "platform") return armPlatformCall(methodName, moment, time)
  const service: unknown = container.resolve(SERVICES[serviceName])
  if (typeof service !== "object" || service === null) throw new Error(`There is no service for ${point}`)
  const method: unknown = Reflect.get(service, methodName)
  if (typeof method !== "function") throw new Error(`There is no method for ${point}`)
  const original = method as AnyMethod
  Reflect.set(service, methodName, deadly(original.bind(service), moment, time))
}
