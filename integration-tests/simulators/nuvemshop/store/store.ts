import { notFound } from "../answer"
import type { Ids } from "../ids"
import type { Plan, StoreOptions } from "../options"
import type { Order } from "../orders/order"
import {
  buildVariant,
  handleOf,
  localised,
  type Product,
  type ProductOptions,
  type Variant,
} from "../products/product"
import type { Customer } from "./customer"
import { type Location, locationAddress, type LocationOptions } from "./location"

/** What one merchant has at the platform. */
export class Store {
  readonly id: number
  readonly options: Required<
    Pick<StoreOptions, "name" | "businessId" | "businessName" | "email" | "phone" | "country" | "currency">
  >
  readonly mainLanguage: string
  readonly languages: readonly string[]
  plan: Plan
  features: string[]
  readonly createdAt: number
  readonly locations = new Map<string, Location>()
  readonly products = new Map<number, Product>()
  readonly customers = new Map<number, Customer>()
  readonly metafields = new Map<number, Metafield>()
  readonly orders = new Map<number, Order>()
  nextNumber: number

  constructor(
    options: StoreOptions,
    private readonly ids: Ids,
    private readonly now: () => number,
  ) {
    this.id = options.id
    this.mainLanguage = options.mainLanguage ?? "pt"
    this.languages = options.languages ?? [...new Set([this.mainLanguage, "es", "en"])]
    this.plan = options.plan ?? "basic"
    this.features = options.features ?? ["inventory-levels", "fulfillment-orders"]
    this.createdAt = now()
    this.nextNumber = options.firstNumber ?? 100
    this.options = {
      name: options.name ?? "Loja Simulada",
      businessId: options.businessId ?? "11222333000181",
      businessName: options.businessName ?? "Loja Simulada Comércio Ltda",
      email: options.email ?? "contato@loja-simulada.example",
      phone: options.phone ?? "+551130000000",
      country: options.country ?? "BR",
      currency: options.currency ?? "BRL",
    }
    for (const location of options.locations ?? [{ name: "Depósito central" }]) this.addLocation(location)
    for (const product of options.products ?? []) this.addProduct(product)
  }

  addLocation(options: LocationOptions): Location {
    const at = this.now()
    const location: Location = {
      id: options.id ?? this.ids.ulid(at),
      name: { pt_BR: options.name, es_AR: options.name, en_US: options.name },
      address: locationAddress({
        ...(options.city === undefined ? {} : { city: options.city }),
        ...(options.province === undefined ? {} : { province: options.province }),
      }),
      isDefault: this.locations.size === 0,
      priority: this.locations.size,
      createdAt: at,
      updatedAt: at,
    }
    this.locations.set(location.id, location)
    return location
  }

  addProduct(options: ProductOptions): Product {
    const at = this.now()
    const id = options.id ?? this.ids.next("product")
    if (this.products.has(id)) throw new Error(`The store has a product ${id} already.`)
    const text = (value: string): Record<string, string> => localised(value, this.languages)
    const product: Product = {
      id,
      name: text(options.name),
      description: text(`<p>${options.name}</p>`),
      handle: text(handleOf(options.name)),
      attributes: (options.attributes ?? []).map(text),
      variants: options.variants.map((variant, index) =>
        buildVariant(variant, {
          id: variant.id ?? this.ids.next("variant"),
          productId: id,
          position: index + 1,
          languages: this.languages,
          defaultLocation: this.defaultLocation().id,
          at,
        }),
      ),
      images: [],
      categories: [],
      brand: options.brand ?? null,
      published: options.published ?? true,
      freeShipping: false,
      requiresShipping: true,
      tags: options.tags ?? "",
      seoTitle: text(options.name.slice(0, 70)),
      seoDescription: text(""),
      createdAt: at,
      updatedAt: at,
    }
    this.products.set(id, product)
    return product
  }

  /** Locations, those that are sold from first at the beginning. */
  sortedLocations(): Location[] {
    return [...this.locations.values()].sort((a, b) => a.priority - b.priority)
  }

  defaultLocation(): Location {
    const found = [...this.locations.values()].find((location) => location.isDefault)
    if (!found) throw new Error("A store has a default location.")
    return found
  }

  /** Products and variants by what a caller names them; the first where a SKU occurs twice. */
  findVariant(key: {
    variantId?: number
    sku?: string | null
  }): { product: Product; variant: Variant } | undefined {
    for (const product of this.products.values()) {
      for (const variant of product.variants) {
        const matches =
          key.variantId !== undefined ? variant.id === key.variantId : key.sku && variant.sku === key.sku
        if (matches) return { product, variant }
      }
    }
    return undefined
  }

  product(id: number): Product {
    return found(this.products.get(id), "Product")
  }

  order(id: number): Order {
    return found(this.orders.get(id), "Order")
  }

  location(id: string): Location {
    return found(this.locations.get(id), "Location")
  }

  customer(id: number): Customer {
    return found(this.customers.get(id), "Customer")
  }
}

export interface Metafield {
  id: number
  namespace: string
  key: string
  value: string
  description: string | null
  owner_id: number
  owner_resource: string
  created_at: string
  updated_at: string
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw notFound(what)
  return value
}
