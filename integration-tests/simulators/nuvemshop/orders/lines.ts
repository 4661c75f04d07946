import { cents } from "../money"
import { type Product, sellingPrice, type Variant } from "../products/product"
import type { Store } from "../store/store"
import type { World } from "../world"
import type { OrderLine } from "./order"
import type { LineOptions } from "./place-order-options"

/** A line of the order, of a product of the store or of one made for it. */
export function buildLine(world: World, store: Store, options: LineOptions): OrderLine {
  const { product, variant } = soldVariant(store, options)
  const own = product.name[store.mainLanguage] ?? ""
  const values = variant.values.map((value) => value[store.mainLanguage] ?? "")
  const plain = options.name ?? own
  const quantity = options.quantity ?? 1
  if (!Number.isInteger(quantity) || quantity < 1) throw new Error("quantity must be a whole number from 1.")
  return {
    id: String(world.ids.next("line")),
    productId: product.id,
    variantId: variant.id,
    name: values.length > 0 && options.name === undefined ? `${plain} (${values.join(", ")})` : plain,
    nameWithoutVariants: plain,
    unitPrice: options.gift ? 0 : options.price === undefined ? sellingPrice(variant) : cents(options.price),
    quantity,
    sku: variant.sku,
    barcode: variant.barcode,
    weight: variant.weight,
    variantValues: values,
    freeShipping: product.freeShipping,
    unclaimed: 0,
  }
}

function soldVariant(store: Store, options: LineOptions): { product: Product; variant: Variant } {
  const { sku, variantId, name, barcode, price } = options
  const known = store.findVariant({ variantId, sku })
  if (known) return known
  const named = sku
    ? undefined
    : [...store.products.values()].find((one) => one.name[store.mainLanguage] === name)
  const [first] = named?.variants ?? []
  if (named && first) return { product: named, variant: first }
  if (name === undefined) throw new Error(`The store sells nothing with SKU ${sku ?? variantId ?? ""}.`)
  const product = store.addProduct({
    name,
    variants: [{ sku: sku ?? null, barcode: barcode ?? null, price: price ?? "10.00" }],
  })
  const [variant] = product.variants
  if (!variant) throw new Error("A product has a variant.")
  return { product, variant }
}
