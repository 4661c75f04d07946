import { marketplaceOf } from "../marketplaces"
import { Random } from "../random"

/** A SKU that a seller offers, as a test sets it up. */
export interface ListingOptions {
  sku: string
  /** @default made of the SKU */
  title?: string
  /** @default made of the SKU */
  asin?: string
  /** EAN-13. @default none */
  ean?: string
  /** @default "PRODUCT" */
  productType?: string
  /** DEFAULT is the merchant, AMAZON_NA and its like are Amazon's networks. @default "DEFAULT" */
  channel?: string
  /** Units the merchant offers. @default 0, none for Amazon's networks */
  quantity?: number
  /** Ids or codes. @default all in which the seller takes part */
  marketplaces?: readonly string[]
  /** @default true */
  active?: boolean
  price?: string
  leadTimeDays?: number
  /** Submissions for it are answered INVALID with this issue. */
  refusal?: { code: string; message: string }
  /** Submissions are ACCEPTED and never take effect. */
  stuck?: boolean
  createdDate?: string
}

/** An entry of the attribute fulfillment_availability, as it was submitted. */
export type SubmittedEntry = Record<string, unknown> & { fulfillment_channel_code: string }

/** What holds: the item's fulfillmentAvailability. */
export interface EffectiveEntry {
  fulfillmentChannelCode: string
  quantity?: number
}

/** What an accepted submission will change. */
export interface PendingEffect {
  at: number
  channel: string
  /** Absent: the entry goes, or its quantity stays. */
  quantity?: number
  removes?: boolean
}

export interface MarketplaceAvailability {
  submitted: SubmittedEntry[]
  effective: EffectiveEntry[]
  pending: PendingEffect[]
}

/** One listing as the simulator holds it; marketplaces are ids. */
export interface Listing extends Omit<
  Required<ListingOptions>,
  "channel" | "quantity" | "marketplaces" | "leadTimeDays" | "ean" | "price" | "refusal" | "stuck"
> {
  ean?: string
  price?: string
  refusal?: { code: string; message: string }
  stuck?: boolean
  lastUpdatedDate: string
  availability: Record<string, MarketplaceAvailability>
}

export const MERCHANT_CHANNEL = "DEFAULT"

export function isAmazonChannel(channel: string): boolean {
  return channel.startsWith("AMAZON_")
}

export function newListing(
  options: ListingOptions,
  sellerMarketplaces: readonly string[],
  now: Date,
): Listing {
  const random = new Random(`listing:${options.sku}`)
  const createdDate = options.createdDate ?? now.toISOString()
  const { ean, price, refusal, stuck } = options
  const channel = options.channel ?? MERCHANT_CHANNEL
  const quantity = options.quantity ?? (channel === MERCHANT_CHANNEL ? 0 : undefined)
  const marketplaces = options.marketplaces?.map((one) => marketplaceOf(one).id) ?? sellerMarketplaces
  const units = quantity === undefined ? {} : { quantity }
  const entry = (marketplaceId: string): SubmittedEntry => ({
    fulfillment_channel_code: channel,
    ...units,
    ...(options.leadTimeDays === undefined ? {} : { lead_time_to_ship_max_days: options.leadTimeDays }),
    marketplace_id: marketplaceId,
  })
  return {
    sku: options.sku,
    title: options.title ?? options.sku,
    asin: options.asin ?? `B0${random.letters(8)}`,
    productType: options.productType ?? "PRODUCT",
    active: options.active ?? true,
    createdDate,
    lastUpdatedDate: createdDate,
    ...(ean === undefined ? {} : { ean }),
    ...(price === undefined ? {} : { price }),
    ...(refusal ? { refusal } : {}),
    ...(stuck === undefined ? {} : { stuck }),
    availability: Object.fromEntries(
      marketplaces.map((id) => [
        id,
        {
          submitted: [entry(id)],
          effective: [{ fulfillmentChannelCode: channel, ...units }],
          pending: [],
        },
      ]),
    ),
  }
}

/** Lets everything that is due take effect, in the order it was accepted. */
export function settle(availability: MarketplaceAvailability, now: number): void {
  const due = availability.pending.filter((effect) => effect.at <= now)
  availability.pending = availability.pending.filter((effect) => effect.at > now)
  for (const { channel, quantity, removes } of due) {
    const known = availability.effective.find((entry) => entry.fulfillmentChannelCode === channel)
    if (removes) {
      availability.effective = availability.effective.filter((entry) => entry !== known)
    } else if (!known) {
      availability.effective.push({
        fulfillmentChannelCode: channel,
        ...(quantity === undefined ? {} : { quantity }),
      })
    } else if (quantity !== undefined) {
      known.quantity = quantity
    }
  }
}
