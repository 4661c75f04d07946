import type { Cause } from "../effects"
import type { Store } from "../store/store"
import { announce } from "../webhooks/announce"
import type { World } from "../world"
import type { Product, Variant } from "./product"

/** Sets what a variant has at a location, writes it down, and moves the times. */
export function setLevel(
  world: World,
  store: Store,
  at: { product: Product; variant: Variant; locationId: string },
  units: number | null,
  cause: Cause,
): void {
  const { product, variant, locationId } = at
  const from = variant.levels.get(locationId) ?? 0
  const before = variant.levels.has(locationId) ? (variant.levels.get(locationId) ?? null) : from
  variant.levels.set(locationId, units)
  variant.updatedAt = world.clock.now()
  product.updatedAt = world.clock.now()
  world.effects.add(store.id, {
    kind: "stock",
    productId: product.id,
    variantId: variant.id,
    sku: variant.sku,
    locationId,
    from: before,
    to: units,
    cause,
  })
}

export function announceProduct(
  world: World,
  store: Store,
  product: Product,
  change: "created" | "updated" | "deleted",
): void {
  announce(world, store, `product/${change}`, { id: product.id })
}

/** Takes units for a sale, from the first location that is sold from; what nobody has stays unclaimed. */
export function claimUnits(
  world: World,
  store: Store,
  variantId: number,
  quantity: number,
): { taken: { locationId: string; units: number }[]; unclaimed: number } {
  const known = store.findVariant({ variantId })
  if (!known) return { taken: [], unclaimed: 0 }
  const taken: { locationId: string; units: number }[] = []
  let left = quantity
  for (const { id: locationId } of store.sortedLocations()) {
    const held = known.variant.levels.get(locationId)
    if (held === null) return { taken, unclaimed: 0 }
    const units = Math.min(left, held ?? 0)
    if (units <= 0) continue
    setLevel(world, store, { ...known, locationId }, (held ?? 0) - units, "store")
    taken.push({ locationId, units })
    left -= units
  }
  if (taken.length > 0) announceProduct(world, store, known.product, "updated")
  return { taken, unclaimed: left }
}

/** Gives back what a sale took. */
export function returnUnits(
  world: World,
  store: Store,
  claim: { variantId: number; locationId: string; units: number },
): void {
  const known = store.findVariant({ variantId: claim.variantId })
  const held = known?.variant.levels.get(claim.locationId)
  if (!known || held === null) return
  const at = { ...known, locationId: claim.locationId }
  setLevel(world, store, at, (held ?? 0) + claim.units, "store")
  announceProduct(world, store, known.product, "updated")
}
