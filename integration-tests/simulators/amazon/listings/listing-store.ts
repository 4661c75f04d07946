import type { Order } from "../types"
import {
  type Listing,
  type ListingOptions,
  MERCHANT_CHANNEL,
  type MarketplaceAvailability,
  newListing,
  settle,
} from "./listing"
import type { ListingSwitches } from "./switches"

/** One accepted submission, for tests that count what was sent. */
export interface ListingPatch {
  at: string
  sku: string
  submissionId: string
  marketplaceIds: string[]
  op: string
  channel: string
  quantity?: number
}

/** The seller's own change, effective at once (as in Seller Central). */
export type ListingChange = Partial<
  Pick<Listing, "title" | "asin" | "ean" | "price" | "active" | "productType" | "refusal" | "stuck">
> & {
  channel?: string
  quantity?: number
  /** Ids of those whose channel or quantity it is. @default all in which it is listed */
  marketplaces?: readonly string[]
}

/** One seller's listings. Effects that are due happen when somebody looks. */
export class ListingStore {
  private readonly listings = new Map<string, Listing>()
  private patches: ListingPatch[] = []

  constructor(
    private readonly now: () => Date,
    private readonly switches: ListingSwitches,
    private readonly sellerMarketplaces: () => readonly string[],
  ) {}

  add(listings: readonly ListingOptions[]): void {
    for (const options of listings) {
      if (this.listings.has(options.sku)) throw new Error(`Listing ${options.sku} exists already.`)
      this.listings.set(options.sku, newListing(options, this.sellerMarketplaces(), this.now()))
    }
  }

  /** The listing as it is now; what is changed in it stays changed. */
  find(sku: string): Listing | undefined {
    const listing = this.listings.get(sku)
    for (const availability of Object.values(listing?.availability ?? {}))
      settle(availability, this.now().getTime())
    return listing
  }

  /** A copy, for those who only look. */
  state(sku: string): Listing {
    const listing = this.find(sku)
    if (!listing) throw new Error(`The simulator has no listing ${sku}.`)
    return structuredClone(listing)
  }

  /** Units of the merchant that buyers can order now, in a marketplace (by id; else in the listing's first one). */
  offered(sku: string, marketplaceId?: string): number | undefined {
    const { availability } = this.state(sku)
    const there = availability[marketplaceId ?? Object.keys(availability)[0] ?? ""]
    return there?.effective.find((entry) => entry.fulfillmentChannelCode === MERCHANT_CHANNEL)?.quantity
  }

  all(): Listing[] {
    return [...this.listings.keys()].map((sku) => this.state(sku))
  }

  change(sku: string, { channel, quantity, marketplaces, ...rest }: ListingChange): Listing {
    const listing = this.find(sku)
    if (!listing) throw new Error(`The simulator has no listing ${sku}.`)
    Object.assign(listing, rest)
    this.touch(listing)
    for (const [marketplaceId, availability] of Object.entries(listing.availability)) {
      if (channel === undefined && quantity === undefined) break
      if (marketplaces && !marketplaces.includes(marketplaceId)) continue
      const code = channel ?? MERCHANT_CHANNEL
      const units = quantity === undefined ? {} : { quantity }
      if (channel !== undefined) availability.submitted = availability.effective = []
      availability.submitted = [
        ...availability.submitted.filter((entry) => entry.fulfillment_channel_code !== code),
        { fulfillment_channel_code: code, ...units, marketplace_id: marketplaceId },
      ]
      availability.effective = [
        ...availability.effective.filter((entry) => entry.fulfillmentChannelCode !== code),
        { fulfillmentChannelCode: code, ...units },
      ]
      availability.pending = []
    }
    return this.state(sku)
  }

  remove(sku: string): void {
    if (!this.listings.delete(sku)) throw new Error(`The simulator has no listing ${sku}.`)
  }

  touch(listing: Listing): void {
    listing.lastUpdatedDate = this.now().toISOString()
  }

  /** The availabilities that a change in these marketplaces reaches. */
  reached(listing: Listing, marketplaceIds: readonly string[]): [string, MarketplaceAvailability][] {
    const all = Object.entries(listing.availability)
    if (this.switches.listingQuantityScope === "shared") return all
    return all.filter(([id]) => marketplaceIds.includes(id))
  }

  /** Units of an order that the merchant ships leave the offer, or come back. */
  move(order: Order, direction: "sold" | "returned"): void {
    if (order.fulfillment?.fulfilledBy === "AMAZON") return
    for (const { product, quantityOrdered } of order.orderItems) {
      const listing = this.find(product.sellerSku ?? "")
      if (!listing) continue
      for (const [, { effective }] of this.reached(listing, [order.salesChannel.marketplaceId ?? ""])) {
        const entry = effective.find((one) => one.fulfillmentChannelCode === MERCHANT_CHANNEL)
        if (entry?.quantity === undefined) continue
        const moved = direction === "sold" ? -quantityOrdered : quantityOrdered
        entry.quantity = Math.max(0, entry.quantity + moved)
      }
    }
  }

  log(patch: ListingPatch): void {
    this.patches.push(patch)
  }

  accepted(sku?: string): ListingPatch[] {
    return structuredClone(this.patches.filter((patch) => sku === undefined || patch.sku === sku))
  }

  clearAccepted(): void {
    this.patches = []
  }
}
