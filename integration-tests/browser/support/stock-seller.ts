import { randomBytes } from "node:crypto"
import type { ListingChange, ListingOptions } from "../../simulators/amazon"
import { addSeller, connectSeller } from "./amazon-account"
import type { Host } from "./use-host"

/** A listing of the seller with what the store has of it. Its SKU is made unique, and is the variant's as well unless `sells` names one. */
export type StockedListing = Omit<ListingOptions, "sku"> & {
  sku: string
  title: string
  /** Pieces on the store's shelf. @default it is no product of the store */
  stocked?: number
  /** Title of another listing whose product this one sells, and how many pieces of it. */
  sells?: { title: string; units: number }
  /** What is unlike the listing in the store, so that only this tells what it is. */
  variant?: { sku?: string; title?: string; ean?: string }
  /** @default as the store has its product, without `variant` */
  isMapped?: boolean
}

export type StockSeller = {
  account: { id: string; name: string }
  sellerId: string
  /** The listing's own SKU, by its title. */
  sku: (title: string) => string
  /** Puts so many pieces of a listing's product on the shelf. */
  stock: (title: string, pieces: number) => Promise<void>
  /** What the platform offers of a listing. */
  offered: (title: string) => Promise<number | undefined>
  /** Waits until the platform offers so many. */
  untilOffered: (title: string, quantity: number) => Promise<void>
  /** The seller changes a listing at the platform. */
  change: (title: string, change: ListingChange | { refusal: null }) => Promise<void>
}

type Shelf = { itemId: string; variantId: string }

/** A product of one variant with its pieces at a location. */
async function addProduct(
  { api }: Host,
  { sku, title, stocked, variant = {} }: StockedListing,
  locationId: string,
): Promise<Shelf> {
  const { product } = await api.post("/admin/products?fields=id,*variants,*variants.inventory_items", {
    title: variant.title ?? title,
    handle: sku.toLowerCase(),
    status: "published",
    options: [{ title: "Size", values: ["One size"] }],
    variants: [
      {
        title: "One size",
        sku: variant.sku ?? sku,
        ean: variant.ean,
        manage_inventory: true,
        options: { Size: "One size" },
        prices: [],
      },
    ],
  })
  const [made] = product.variants
  const itemId: string = made.inventory_items[0].inventory_item_id
  await api.post(`/admin/inventory-items/${itemId}/location-levels`, {
    location_id: locationId,
    stocked_quantity: stocked ?? 0,
  })
  return { itemId, variantId: made.id }
}

/** A connected seller with listings and products of its own, so that no other test moves their stock. */
export async function addStockSeller(
  host: Host,
  listings: StockedListing[],
  { settings = {} }: { settings?: object } = {},
): Promise<StockSeller> {
  const { api, simulator } = host
  const mark = randomBytes(2).toString("hex").toUpperCase()
  const own = listings.map((listing) => ({ ...listing, sku: `${listing.sku}-${mark}` }))
  const skuOf = (title: string): string => own.find((listing) => listing.title === title)?.sku ?? title
  const seller = await addSeller(host, { marketplaces: ["US"] })
  await simulator.addListings(
    own.map(
      ({ stocked: _stocked, sells: _sells, variant: _variant, isMapped: _mapped, ...listing }) => listing,
    ),
    seller.id,
  )
  const account = await connectSeller(host, seller, { settings })
  const { account: connected } = await api.get(`accounts/${account.id}`)
  const locationId: string = connected.settings.stock_location_id

  const shelves = new Map<string, Shelf>()
  for (const listing of own) {
    if (listing.stocked !== undefined) {
      shelves.set(listing.title, await addProduct(host, listing, locationId))
    }
  }
  const shelfOf = (title: string): Shelf => {
    const sold = own.find((listing) => listing.title === title)?.sells?.title ?? title
    const shelf = shelves.get(sold)
    if (!shelf) throw new Error(`The store has no product for the listing "${title}"`)
    return shelf
  }
  for (const { sku, title, sells, stocked, variant, isMapped } of own) {
    if (!(isMapped ?? (sells !== undefined || (stocked !== undefined && !variant)))) continue
    await api.post("mappings", {
      account_id: account.id,
      listing_key: sku,
      variant_id: shelfOf(title).variantId,
      units_per_package: sells?.units ?? 1,
    })
  }

  const offered = (title: string) => simulator.offered(skuOf(title), seller.id)
  return {
    account,
    sellerId: seller.id,
    sku: skuOf,
    stock: (title, pieces) =>
      api.post(`/admin/inventory-items/${shelfOf(title).itemId}/location-levels/${locationId}`, {
        stocked_quantity: pieces,
      }),
    offered,
    untilOffered: async (title, quantity) => {
      for (const until = Date.now() + 60_000; Date.now() < until;) {
        if ((await offered(title)) === quantity) return
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
      throw new Error(`The platform offers ${await offered(title)} of "${title}", not ${quantity}`)
    },
    change: (title, change) => simulator.changeListing(skuOf(title), change, seller.id),
  }
}

/** Lets an account's stock be sent, or stops it. */
export const sendStock = ({ api }: Host, accountId: string, on = true): Promise<unknown> =>
  api.post(`accounts/${accountId}/writers`, { writer: "stock", on })

/** Reads a seller's listings to the end; the platform prepares its list, and is asked again by schedule. */
export async function readListings({ api }: Host, { account: { id } }: StockSeller): Promise<void> {
  await api.post(`accounts/${id}/listings/read`)
  for (const until = Date.now() + 150_000; Date.now() < until;) {
    const { account } = await api.get(`accounts/${id}`)
    const parts = account.cursors.filter(({ resource }: { resource: string }) =>
      resource.startsWith("listings:"),
    )
    if (parts.length > 0 && parts.every(({ read_at }: { read_at: string | null }) => read_at)) return
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  throw new Error("The listings were not read to the end")
}
