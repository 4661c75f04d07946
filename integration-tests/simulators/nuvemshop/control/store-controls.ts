import { returnUrl } from "../oauth/authorize"
import type { AppOptions, StoreOptions } from "../options"
import type { ProductOptions } from "../products/product"
import { productView } from "../products/view"
import { announceProduct, setLevel } from "../products/stock"
import { installApp, resumeApp, suspendApp, uninstallApp } from "../webhooks/app-events"
import {
  askCustomersDataRequest,
  askCustomersRedact,
  askStoreRedact,
  type PrivacyOptions,
} from "../webhooks/privacy"
import type { World } from "../world"
import { type Control, numberOf, recordOf, refuse, storeIdOf } from "./control"

export const STORE_CONTROLS: Readonly<Record<string, Control>> = {
  "GET stores": (world) => ({
    stores: [...world.stores.values()].map(({ id, plan, options }) => ({ id, plan, ...options })),
  }),
  "POST stores": (world, { id, action, body }) =>
    id === undefined
      ? addStore(world, recordOf(body))
      : changeStore(world, Number(id), action, recordOf(body)),
  "PATCH stores": (world, { id, body }) => {
    const store = world.store(numberOf(id))
    const { plan, features } = recordOf(body) as Pick<StoreOptions, "plan" | "features">
    store.plan = plan ?? store.plan
    store.features = features ?? store.features
    return { plan: store.plan, features: store.features }
  },
  "GET app": (world) => publicApp(world.app()),
  "PATCH app": (world, { body }) => publicApp(Object.assign(world.app(), appChange(recordOf(body)))),
  "GET products": (world, input) => ({
    products: [...world.store(storeIdOf(input)).products.values()].map(productView),
  }),
  "POST products": (world, input) =>
    addProduct(world, storeIdOf(input, recordOf(input.body)), recordOf(input.body)),
  "POST stock": (world, input) =>
    setStock(world, storeIdOf(input, recordOf(input.body)), recordOf(input.body)),
}

const STORE_ACTIONS: Readonly<
  Record<string, (world: World, id: number, body: Record<string, unknown>) => unknown>
> = {
  "sign-in": (world, id) => {
    world.signedInStoreId = world.store(id).id
    return {}
  },
  install: (world, id, { state }) => {
    const url = returnUrl(world, world.app(), typeof state === "string" ? state : undefined, id)
    return { url: url ?? refuse("The app has no redirect URL.") }
  },
  token: (world, id, { token }) => ({
    token: installApp(world, world.app(), id, typeof token === "string" ? token : undefined).token,
  }),
  uninstall: (world, id) => (uninstallApp(world, id), {}),
  suspend: (world, id) => (suspendApp(world, id), {}),
  resume: (world, id) => (resumeApp(world, id), {}),
  "revoke-token": (world, id) => (world.installations.revokeToken(world.app().appId, id), {}),
  "store-redact": (world, id) => (askStoreRedact(world, { storeId: id }), {}),
  "customers-redact": (world, id, body) => (askCustomersRedact(world, privacyOf(id, body)), {}),
  "data-request": (world, id, body) => (askCustomersDataRequest(world, privacyOf(id, body)), {}),
}

function addStore(world: World, body: Record<string, unknown>): unknown {
  if (!isStore(body)) return refuse("An id is needed.")
  return { id: world.addStore(body).id }
}

function changeStore(world: World, id: number, action = "", body: Record<string, unknown>): unknown {
  return STORE_ACTIONS[action]?.(world, world.store(id).id, body)
}

function addProduct(world: World, storeId: number | undefined, body: Record<string, unknown>): unknown {
  if (!isProduct(body)) return refuse("A name and variants are needed.")
  const store = world.store(storeId)
  const product = store.addProduct(body)
  announceProduct(world, store, product, "created")
  return { product: productView(product) }
}

/** The merchant changes what there is in the platform's own admin. */
function setStock(world: World, storeId: number | undefined, body: Record<string, unknown>): unknown {
  const store = world.store(storeId)
  const { sku, stock, locationId } = body
  const known = typeof sku === "string" ? store.findVariant({ sku }) : undefined
  if (!known) return refuse("The store has no such SKU.")
  const location = typeof locationId === "string" ? store.location(locationId) : store.defaultLocation()
  setLevel(world, store, { ...known, locationId: location.id }, numberOf(stock) ?? null, "control")
  announceProduct(world, store, known.product, "updated")
  return { product: productView(known.product) }
}

function appChange(body: Record<string, unknown>): Partial<AppOptions> {
  const change: Partial<AppOptions> = {}
  if (typeof body.redirectUrl === "string") change.redirectUrl = body.redirectUrl
  if (typeof body.clientSecret === "string") change.clientSecret = body.clientSecret
  if (Array.isArray(body.scopes)) change.scopes = body.scopes as AppOptions["scopes"]
  if (body.privacyUrls !== undefined) change.privacyUrls = recordOf(body.privacyUrls)
  return change
}

function publicApp({ clientSecret: _secret, ...app }: AppOptions): Omit<AppOptions, "clientSecret"> {
  return app
}

function privacyOf(storeId: number, { customerId, orderIds }: Record<string, unknown>): PrivacyOptions {
  return {
    storeId,
    customerId: numberOf(customerId),
    ...(Array.isArray(orderIds) ? { orderIds: orderIds.map(Number) } : {}),
  }
}

function isStore(value: object): value is StoreOptions {
  return "id" in value && typeof value.id === "number"
}

function isProduct(value: object): value is ProductOptions {
  return (
    "name" in value && typeof value.name === "string" && "variants" in value && Array.isArray(value.variants)
  )
}
