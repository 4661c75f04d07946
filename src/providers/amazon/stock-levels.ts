import type { PlatformStock } from "../../connector"
import type { WireListing } from "./wire"

/** The channel of goods that the merchant sends; Amazon's own are AMAZON_NA, AMAZON_EU ... */
export const MERCHANT_CHANNEL = "DEFAULT"
const PLATFORM_CHANNEL = /^AMAZON_/

/**
 * Who sends the goods. Amazon wherever one of its channels stands: a quantity of the merchant would put an offer of their own on the
 * listing. Undefined where Amazon names no channel: a quantity is never sent on a guess.
 */
export function senderOf({ fulfillmentAvailability }: WireListing): PlatformStock["fulfilledBy"] | undefined {
  const channels = (fulfillmentAvailability ?? []).map(({ fulfillmentChannelCode }) => fulfillmentChannelCode)
  if (channels.some((channel) => PLATFORM_CHANNEL.test(channel))) return "platform"
  return channels.includes(MERCHANT_CHANNEL) ? "merchant" : undefined
}

function quantityOf({ fulfillmentAvailability }: WireListing): number | null {
  const own = fulfillmentAvailability?.find((one) => one.fulfillmentChannelCode === MERCHANT_CHANNEL)
  return own?.quantity ?? null
}

/**
 * A SKU's stock, from what each marketplace that lists it shows. It is the merchant's where the merchant sends it in one of them: of
 * those, the ones that show a number count. Undefined where none of them says who sends it.
 */
export function stockOf(listingKey: string, shown: readonly WireListing[]): PlatformStock | undefined {
  const own = shown.filter((item) => senderOf(item) === "merchant")
  if (own.length === 0) {
    const isAmazons = shown.some((item) => senderOf(item) === "platform")
    return isAmazons ? { listingKey, quantity: null, fulfilledBy: "platform" } : undefined
  }
  const numbers = own.map(quantityOf).filter((quantity) => quantity !== null)
  const quantities = [...new Set(numbers)].sort((a, b) => b - a)
  const stock: PlatformStock = { listingKey, quantity: quantities.at(0) ?? null, fulfilledBy: "merchant" }
  return quantities.length > 1 ? { ...stock, quantities } : stock
}
