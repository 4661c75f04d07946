import { fieldRefusal, refusal } from "../answer"
import { isRecord } from "../json-body"
import { centsOf } from "../money"
import type { Store } from "../store/store"
import type { VariantOptions } from "./product"

/** The fields of a variant that an application sends; what is wrong is refused. */
export function variantInput(body: Record<string, unknown>): VariantOptions {
  const options: VariantOptions = {}
  if ("price" in body) options.price = priceOf(body.price)
  if ("promotional_price" in body && body.promotional_price !== null)
    options.promotionalPrice = priceOf(body.promotional_price) ?? undefined
  if (typeof body.sku === "string" || body.sku === null) options.sku = body.sku
  if (typeof body.barcode === "string" || body.barcode === null) options.barcode = body.barcode
  if (typeof body.weight === "string" || typeof body.weight === "number") options.weight = String(body.weight)
  if (Array.isArray(body.values)) options.values = body.values.flatMap(valueText)
  if (Array.isArray(body.inventory_levels)) options.stock = levelsInput(body.inventory_levels)
  else if ("stock" in body) options.stock = unitsOf(body.stock)
  return options
}

/** Units by location; "" as location is the default one. */
function levelsInput(rows: unknown[]): Record<string, number | null> {
  const levels: Record<string, number | null> = {}
  for (const row of rows) {
    if (!isRecord(row) || !("stock" in row))
      throw refusal(422, "Invalid inventory level", { stock: ["can't be blank"] })
    levels[typeof row.location_id === "string" ? row.location_id : ""] = unitsOf(row.stock)
  }
  return levels
}

/** Whole units; null and "" are unlimited. */
export function unitsOf(value: unknown): number | null {
  if (value === null || value === "") return null
  const units = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value
  if (typeof units !== "number" || !Number.isInteger(units))
    throw refusal(422, "The stock must be a number.", { stock: ["must be a number"] })
  if (units < 0) throw refusal(422, "The stock must be at least 0.", { stock: ["must be at least 0"] })
  return units
}

export function priceOf(value: unknown): string | null {
  if (value === null) return null
  const cents = centsOf(value)
  if (cents === undefined || cents < 0) throw fieldRefusal({ price: ["The price must be a number."] })
  return String(value)
}

/** The location a write is for; the default one where none is named. */
export function locationFor(store: Store, id: unknown): string {
  if (id === undefined || id === null || id === "") return store.defaultLocation().id
  if (typeof id !== "string" || !store.locations.has(id))
    throw refusal(422, "The location does not exist", { location_id: ["does not exist"] })
  return id
}

function valueText(value: unknown): string[] {
  if (typeof value === "string") return [value]
  const [first] = isRecord(value) ? Object.values(value) : []
  return typeof first === "string" ? [first] : []
}
