import { jsonText } from "../json-body"
import { shownOrderId } from "../orders/shown-ids"
import type { PrivacyUrls } from "../options"
import type { Store } from "../store/store"
import type { World } from "../world"
import { sendNotice } from "./announce"

export interface PrivacyOptions {
  storeId?: number
  appId?: string
  /** @default the customer of the newest order that has one */
  customerId?: number
  /** @default every order of the customer */
  orderIds?: number[]
}

/** After an uninstall: what the application holds of the store is to be erased. */
export function askStoreRedact(world: World, options: PrivacyOptions = {}): void {
  send(world, options, "storeRedact", "store/redact", {})
}

/** One buyer asks to be forgotten. */
export function askCustomersRedact(world: World, options: PrivacyOptions = {}): void {
  const { customer, orderIds } = subjectOf(world, options)
  send(world, options, "customersRedact", "customers/redact", { customer, orders_to_redact: orderIds })
}

/** One buyer asks what is known of them. */
export function askCustomersDataRequest(world: World, options: PrivacyOptions = {}): void {
  const { customer, orderIds } = subjectOf(world, options)
  send(world, options, "customersDataRequest", "customers/data_request", {
    customer,
    orders_requested: orderIds,
    checkouts_requested: [],
    drafts_orders_requested: [],
    data_request: { id: world.switches.dataRequestIds === "one" ? 1 : world.random.int(100_000, 999_999) },
  })
}

/** To the URL of the partner portal, signed as webhooks are, whether the application is installed or not. */
function send(
  world: World,
  options: PrivacyOptions,
  url: keyof PrivacyUrls,
  event: string,
  payload: Record<string, unknown>,
): void {
  const app = world.app(options.appId)
  const store = world.store(options.storeId)
  const target = app.privacyUrls?.[url]
  if (target === undefined) throw new Error(`Application ${app.appId} has no URL for ${event}.`)
  const body = jsonText({ store_id: store.id, ...payload })
  sendNotice(world, { storeId: store.id, event, url: target, body, clientSecret: app.clientSecret })
}

function subjectOf(
  world: World,
  options: PrivacyOptions,
): { customer: Record<string, unknown>; orderIds: (string | number)[] } {
  const store = world.store(options.storeId)
  const id = options.customerId ?? newestCustomer(store)
  const own = [...store.orders.values()].filter((order) => order.customerId === id).map((order) => order.id)
  const { email, phone, identification } = store.customer(id)
  const orderIds = (options.orderIds ?? own).map((one) => shownOrderId(one, world.switches.orderIds))
  return { customer: { id, email, phone, identification }, orderIds }
}

function newestCustomer(store: Store): number {
  const orders = [...store.orders.values()].reverse()
  const id = orders.find(({ customerId }) => customerId !== null)?.customerId
  if (id === undefined || id === null) throw new Error("No order of the store has a customer.")
  return id
}
