import { type Answer, notFound, refusal } from "../answer"
import { listBody, objectBody } from "../json-body"
import { cents } from "../money"
import type { ApiCall } from "../world"
import { buildVariant, type Product, type Variant } from "./product"
import { productOf } from "./products-api"
import { announceProduct, setLevel } from "./stock"
import { locationFor, variantInput } from "./variant-input"
import { variantView } from "./view"
import { pourWrites } from "./write-bucket"

export function listVariants(call: ApiCall): Answer {
  return { status: 200, body: productOf(call).variants.map(variantView) }
}

export function getVariant(call: ApiCall): Answer {
  return { status: 200, body: variantView(variantOf(productOf(call), call.parts.variantId)) }
}

export function createVariant(call: ApiCall): Answer {
  const product = productOf(call)
  pourWrites(call, 1)
  const variant = newVariant(call, product, objectBody(call.body))
  product.variants.push(variant)
  return changed(call, product, { status: 201, body: variantView(variant) })
}

export function updateVariant(call: ApiCall): Answer {
  const product = productOf(call)
  const variant = variantOf(product, call.parts.variantId)
  pourWrites(call, 1)
  apply(call, product, variant, objectBody(call.body))
  return changed(call, product, { status: 200, body: variantView(variant) })
}

export function deleteVariant(call: ApiCall): Answer {
  const product = productOf(call)
  const variant = variantOf(product, call.parts.variantId)
  if (product.variants.length === 1) throw refusal(422, "A product has at least one variant")
  product.variants = product.variants.filter(({ id }) => id !== variant.id)
  return changed(call, product, { status: 200, body: {} })
}

/** PUT on the collection: matched by values; what is not sent is deleted. */
export function replaceVariants(call: ApiCall): Answer {
  const product = productOf(call)
  const rows = listBody(call.body).map(objectBody)
  if (rows.length === 0) throw refusal(422, "A product has at least one variant")
  pourWrites(call, rows.length)
  product.variants = rows.map((row) => {
    const { values = [] } = variantInput(row)
    const same = product.variants.find((known) =>
      known.values.every((value, index) => Object.values(value)[0] === values[index]),
    )
    if (!same) return newVariant(call, product, row)
    apply(call, product, same, row)
    return same
  })
  return changed(call, product, { status: 200, body: product.variants.map(variantView) })
}

/** PATCH on the collection: by id only, never creating or deleting. */
export function patchVariants(call: ApiCall): Answer {
  const product = productOf(call)
  const rows = listBody(call.body).map(objectBody)
  const ids = rows.map((row) => Number(row.id))
  if (new Set(ids).size !== ids.length)
    throw refusal(422, "duplicate_variant_ids", { variants: ["duplicate_variant_ids"] })
  const variants = rows.map((row) => variantOf(product, String(row.id)))
  pourWrites(call, rows.length)
  variants.forEach((variant, index) => apply(call, product, variant, rows[index] ?? {}))
  return changed(call, product, { status: 200, body: product.variants.map(variantView) })
}

function newVariant({ world, store }: ApiCall, product: Product, body: Record<string, unknown>): Variant {
  return buildVariant(variantInput(body), {
    id: world.ids.next("variant"),
    productId: product.id,
    position: product.variants.length + 1,
    languages: store.languages,
    defaultLocation: store.defaultLocation().id,
    at: world.clock.now(),
  })
}

function apply(call: ApiCall, product: Product, variant: Variant, body: Record<string, unknown>): void {
  const { world, store } = call
  const input = variantInput(body)
  if (input.price !== undefined) variant.price = input.price === null ? null : cents(input.price)
  if (input.promotionalPrice !== undefined) variant.promotionalPrice = cents(input.promotionalPrice)
  if (input.sku !== undefined) variant.sku = input.sku
  if (input.barcode !== undefined) variant.barcode = input.barcode
  if (input.weight !== undefined) variant.weight = input.weight
  const { stock } = input
  if (stock !== undefined) {
    const levels = typeof stock === "object" && stock !== null ? stock : { "": stock }
    for (const [location, units] of Object.entries(levels)) {
      setLevel(world, store, { product, variant, locationId: locationFor(store, location) }, units, "api")
    }
  }
  variant.updatedAt = world.clock.now()
}

export function variantOf(product: Product, id: string | undefined): Variant {
  const found = product.variants.find((variant) => String(variant.id) === id)
  if (!found) throw notFound("Variant")
  return found
}

function changed({ world, store }: ApiCall, product: Product, answer: Answer): Answer {
  product.updatedAt = world.clock.now()
  announceProduct(world, store, product, "updated")
  return answer
}
