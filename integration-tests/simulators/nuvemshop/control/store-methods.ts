import { returnUrl } from "../oauth/authorize"
import type { StoreOptions } from "../options"
import type { ProductOptions } from "../products/product"
import { announceProduct, setLevel } from "../products/stock"
import type { LocationOptions } from "../store/location"
import { installApp, resumeApp, suspendApp, uninstallApp } from "../webhooks/app-events"
import type { World } from "../world"

/** The part of a simulator that is about stores, installs and products. */
export function storeMethods(world: World) {
  const variantOf = (sku: string, storeId?: number) => {
    const known = world.store(storeId).findVariant({ sku })
    if (!known) throw new Error(`The store has no SKU ${sku}.`)
    return known
  }
  return {
    app: (appId?: string) => world.app(appId),
    store: (storeId?: number) => world.store(storeId),
    stores: world.stores,
    addStore: (store: StoreOptions) => world.addStore(store),
    addLocation: (location: LocationOptions, storeId?: number) => world.store(storeId).addLocation(location),
    signIn: (storeId: number) => {
      world.signedInStoreId = world.store(storeId).id
    },
    accept: ({ state, storeId, appId }: { state?: string; storeId?: number; appId?: string } = {}) => {
      const url = returnUrl(world, world.app(appId), state, storeId)
      if (url === undefined) throw new Error("The application has no redirect URL.")
      return url
    },
    install: ({ storeId, appId, token }: { storeId?: number; appId?: string; token?: string } = {}) =>
      installApp(world, world.app(appId), world.store(storeId).id, token).token,
    uninstall: (storeId?: number) => uninstallApp(world, storeId),
    suspend: (storeId?: number) => suspendApp(world, storeId),
    resume: (storeId?: number) => resumeApp(world, storeId),
    revokeToken: (storeId?: number) =>
      world.installations.revokeToken(world.app().appId, world.store(storeId).id),
    addProduct: (product: ProductOptions, storeId?: number) => {
      const store = world.store(storeId)
      const added = store.addProduct(product)
      announceProduct(world, store, added, "created")
      return added
    },
    product: (sku: string, storeId?: number) => variantOf(sku, storeId).product,
    setStock: (
      sku: string,
      stock: number | null,
      { locationId, storeId }: { locationId?: string; storeId?: number } = {},
    ) => {
      const store = world.store(storeId)
      const known = variantOf(sku, storeId)
      const location = locationId === undefined ? store.defaultLocation() : store.location(locationId)
      setLevel(world, store, { ...known, locationId: location.id }, stock, "control")
      announceProduct(world, store, known.product, "updated")
    },
    stock: (sku: string, { locationId, storeId }: { locationId?: string; storeId?: number } = {}) => {
      const { levels } = variantOf(sku, storeId).variant
      const shown = [...levels].filter(([id]) => locationId === undefined || id === locationId)
      return shown
        .map(([, units]) => units)
        .reduce<number | null>((sum, units) => (sum === null || units === null ? null : sum + units), 0)
    },
  }
}
