import { type Answer, fieldRefusal, notFound, refusal } from "../answer"
import { isRecord, objectBody } from "../json-body"
import { onlyFields, PAGE_PARAMETERS, pageAnswer } from "../pages"
import type { ApiCall } from "../world"
import { filteredProducts, PRODUCT_FILTERS } from "./filter"
import { type Localised, localised, type Product, type VariantOptions } from "./product"
import { announceProduct } from "./stock"
import { variantInput } from "./variant-input"
import { productView } from "./view"

export const PRODUCT_LIST_PARAMETERS = [...PAGE_PARAMETERS, ...PRODUCT_FILTERS]

export function listProducts(call: ApiCall): Answer {
  return pageAnswer(call, filteredProducts(call.store, call.query), productView)
}

export function getProduct(call: ApiCall): Answer {
  return { status: 200, body: onlyFields(productView(productOf(call)), call.query.list("fields")) }
}

/** The first product that owns the SKU. */
export function getProductBySku({ store, parts }: ApiCall): Answer {
  const known = store.findVariant({ sku: parts.sku })
  if (!known) throw notFound("Product")
  return { status: 200, body: productView(known.product) }
}

export function createProduct(call: ApiCall): Answer {
  const { store } = call
  const body = objectBody(call.body)
  checkVisibility(body)
  const name = text(body.name, store.languages)
  if (!name) throw fieldRefusal({ name: ["can't be blank"] })
  const rows = Array.isArray(body.variants) && body.variants.length > 0 ? body.variants : [body]
  if (rows.length > 1000) throw refusal(422, "A product has at most 1000 variants")
  const variants = rows.map((row): VariantOptions => variantInput(objectBody(row)))
  const product = store.addProduct({ name: Object.values(name)[0] ?? "", variants })
  product.name = name
  applyFields(product, body, store.languages)
  return changed(call, product, "created", 201)
}

export function updateProduct(call: ApiCall): Answer {
  const product = productOf(call)
  const body = objectBody(call.body)
  checkVisibility(body)
  if ("name" in body) {
    const name = text(body.name, call.store.languages)
    if (!name) throw fieldRefusal({ name: ["can't be blank"] })
    product.name = { ...product.name, ...name }
  }
  applyFields(product, body, call.store.languages)
  product.updatedAt = call.world.clock.now()
  return changed(call, product, "updated", 200)
}

export function deleteProduct(call: ApiCall): Answer {
  const product = productOf(call)
  call.store.products.delete(product.id)
  changed(call, product, "deleted", 200)
  return { status: 200, body: {} }
}

export function productOf(call: ApiCall): Product {
  return call.store.product(Number(call.parts.productId))
}

function changed(
  { world, store }: ApiCall,
  product: Product,
  change: "created" | "updated" | "deleted",
  status: number,
): Answer {
  world.effects.add(store.id, { kind: "product", productId: product.id, change, cause: "api" })
  announceProduct(world, store, product, change)
  return { status, body: productView(product) }
}

function checkVisibility(body: Record<string, unknown>): void {
  if ("published" in body && "visibility" in body)
    throw refusal(422, "published and visibility must not be sent together", {
      visibility: ["must not be sent with published"],
    })
}

function applyFields(product: Product, body: Record<string, unknown>, languages: readonly string[]): void {
  product.description = { ...product.description, ...text(body.description, languages) }
  product.handle = { ...product.handle, ...text(body.handle, languages) }
  if (Array.isArray(body.attributes))
    product.attributes = body.attributes.flatMap((one): Localised[] => {
      const name = text(one, languages)
      return name ? [name] : []
    })
  if (typeof body.brand === "string") product.brand = body.brand
  if (typeof body.published === "boolean") product.published = body.published
  if (typeof body.visibility === "string") product.published = body.visibility === "visible"
  if (typeof body.tags === "string") product.tags = body.tags
  if (typeof body.free_shipping === "boolean") product.freeShipping = body.free_shipping
}

/** A text in every language of the store, or an object by language. */
function text(value: unknown, languages: readonly string[]): Localised | undefined {
  if (typeof value === "string" && value !== "") return localised(value, languages)
  if (!isRecord(value)) return undefined
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  )
  return texts.length > 0 ? Object.fromEntries(texts) : undefined
}
