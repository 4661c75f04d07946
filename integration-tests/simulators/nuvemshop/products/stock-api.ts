import { type Answer, refusal } from "../answer"
import { faultOf } from "../faults"
import { isRecord, listBody, objectBody } from "../json-body"
import { cents } from "../money"
import type { ApiCall } from "../world"
import type { Product, Variant } from "./product"
import { productOf } from "./products-api"
import { announceProduct, setLevel } from "./stock"
import { locationFor, priceOf, unitsOf } from "./variant-input"
import { variantOf } from "./variants-api"
import { variantView } from "./view"
import { pourWrites } from "./write-bucket"

const MOST_VARIANTS = 50

interface VariantWrite {
  product: Product
  variant: Variant
  price: string | null | undefined
  levels: { locationId: string; units: number | null }[]
}

/** The bulk call: everything is checked before anything is written, and each variant has its own success. */
export function updateStockPrice(call: ApiCall): Answer {
  const rows = listBody(call.body).map(objectBody)
  const count = rows.reduce((sum, row) => sum + (Array.isArray(row.variants) ? row.variants.length : 0), 0)
  if (count > MOST_VARIANTS) throw refusal(422, "Too many variants sent for update")
  const writes = rows.map((row) => ({ id: Number(row.id), writes: productWrites(call, row) }))
  pourWrites(call, count)
  const body = writes.map(({ id, writes: variants }) => ({
    id,
    variants: variants.map((write) => ({ id: write.variant.id, success: written(call, write) })),
  }))
  for (const product of new Set(writes.flatMap((row) => row.writes.map((write) => write.product))))
    announceProduct(call.world, call.store, product, "updated")
  return { status: 200, body }
}

/** One variant, or every variant of the product: `replace` sets, `variation` adds and never goes below 0. */
export function changeVariantStock(call: ApiCall): Answer {
  const { store } = call
  const product = productOf(call)
  const { action, value, id, location_id: location } = objectBody(call.body)
  if (action !== "replace" && action !== "variation")
    throw refusal(422, "Invalid action", { action: ["must be replace or variation"] })
  if (value !== null && (typeof value !== "number" || !Number.isInteger(value)))
    throw refusal(422, "Invalid value", { value: ["must be a number"] })
  if (action === "variation" && value === null)
    throw refusal(422, "Invalid value", { value: ["can't be blank"] })
  if (action === "replace" && typeof value === "number" && value < 0)
    throw refusal(422, "The stock must be at least 0.", { value: ["must be at least 0"] })
  const locationId = locationFor(store, location)
  const variants = id === undefined ? product.variants : [variantOf(product, String(id))]
  pourWrites(call, variants.length)
  for (const variant of variants) {
    const held = variant.levels.get(locationId)
    const units =
      action === "replace" ? value : held === null ? null : Math.max(0, (held ?? 0) + (value ?? 0))
    written(call, { product, variant, price: undefined, levels: [{ locationId, units }] })
  }
  announceProduct(call.world, store, product, "updated")
  return { status: 200, body: variants.map(variantView) }
}

function productWrites(call: ApiCall, row: Record<string, unknown>): VariantWrite[] {
  const { store } = call
  const product = store.product(Number(row.id))
  if (!Array.isArray(row.variants)) throw refusal(422, "Invalid variants", { variants: ["can't be blank"] })
  return row.variants.map((entry: unknown) => {
    const body = objectBody(entry)
    const levels = Array.isArray(body.inventory_levels) ? body.inventory_levels : []
    return {
      product,
      variant: variantOf(product, String(body.id)),
      price: "price" in body ? bulkPrice(body.price) : undefined,
      levels: levels.map((level: unknown) => {
        if (!isRecord(level) || !("stock" in level))
          throw refusal(422, "The stock is required.", { stock: ["can't be blank"] })
        return { locationId: locationFor(store, level.location_id), units: unitsOf(level.stock) }
      }),
    }
  })
}

function bulkPrice(value: unknown): string | null {
  try {
    return priceOf(value)
  } catch {
    throw refusal(422, "The price must be a number.", { price: ["must be a number"] })
  }
}

/** Writes what was sent and says whether it took; nothing of it may have, by a fault. */
function written(call: ApiCall, { product, variant, price, levels }: VariantWrite): boolean {
  const { world, store, faults } = call
  const fails = faultOf(faults, "variant-fails")
  if (fails && (!fails.variantIds || fails.variantIds.includes(variant.id))) return false
  if (faultOf(faults, "stock-not-taken")) return true
  if (price !== undefined) {
    variant.price = price === null ? null : cents(price)
    const { id: variantId, sku } = variant
    world.effects.add(store.id, { kind: "price", productId: product.id, variantId, sku, cause: "api" })
  }
  for (const { locationId, units } of levels)
    setLevel(world, store, { product, variant, locationId }, units, "api")
  return true
}
