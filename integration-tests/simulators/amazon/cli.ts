import { DEFAULT_SKUS, generateListings, generateOrders } from "./generator"
import { DEMO_APPLICATION, DEMO_SELLER } from "./options"
import { startAmazonSimulator } from "./simulator"
import type { ListingOptions } from "./listings/listing"

/** Listings whose SKUs the demo's shop does not have: one has the barcode of its mug, one the title of its bag, one is new to it. */
const UNKNOWN_LISTINGS: ListingOptions[] = [
  { sku: "AMZ-MUG-330ML", title: "White coffee mug, 330 ml", ean: "2900000000421", quantity: 12 },
  { sku: "AMZ-BAG", title: "Bag", quantity: 5 },
  { sku: "CANDLE-VANILLA", title: "Vanilla candle", quantity: 7 },
]

/**
 * Starts a simulator with demo orders and prints one JSON line; ends on SIGTERM or SIGINT.
 *
 * Environment: PORT (0), SEED (1), ORDERS (40), SKUS (comma list), FBA_SHARE (0.3), MARKETPLACES (US,BR,DE),
 * HISTORY_DAYS (14), CLIENT_ID, CLIENT_SECRET, APPLICATION_ID, REFRESH_TOKEN, SELLING_PARTNER_ID.
 */
async function main(): Promise<void> {
  const env = process.env
  const seed = env.SEED ?? "1"
  const application = {
    clientId: env.CLIENT_ID ?? DEMO_APPLICATION.clientId,
    clientSecret: env.CLIENT_SECRET ?? DEMO_APPLICATION.clientSecret,
    applicationId: env.APPLICATION_ID ?? DEMO_APPLICATION.applicationId,
  }
  const refreshToken = env.REFRESH_TOKEN ?? DEMO_SELLER.refreshTokens?.[0] ?? "Atzr|simulator"
  const sellingPartnerId = env.SELLING_PARTNER_ID ?? DEMO_SELLER.sellingPartnerId
  // Up to three minutes ago, so that every order can be listed at once (upper bounds end two minutes ago).
  const to = new Date(Date.now() - 3 * 60_000)
  const { orders } = generateOrders({
    seed,
    count: whole("ORDERS", 40),
    from: new Date(to.getTime() - whole("HISTORY_DAYS", 14) * 86_400_000),
    to,
    marketplaces: list("MARKETPLACES", ["US", "BR", "DE"]),
    skus: list("SKUS", DEFAULT_SKUS),
    mix: { fbaShare: share("FBA_SHARE", 0.3), lines: { min: 1, max: 6 }, quantity: { min: 1, max: 4 } },
  })
  const skus = list("SKUS", DEFAULT_SKUS)
  const listings = [...generateListings({ seed, skus }), ...UNKNOWN_LISTINGS]
  const fba = list("MARKETPLACES", ["US", "BR", "DE"]).flatMap((marketplace) =>
    skus.map((sku, index) => ({ sku, marketplace, fulfillable: 300 + 25 * index })),
  )
  const simulator = await startAmazonSimulator({
    port: whole("PORT", 0),
    seed,
    applications: [application],
    sellers: [{ ...DEMO_SELLER, sellingPartnerId, refreshTokens: [refreshToken], orders, listings, fba }],
  })
  const { url, tokenUrl, sellerCentralUrl } = simulator
  const { url: queueUrl, arn: queueArn, region: queueRegion, endpoint: queueEndpoint } = simulator.queue
  const { accessKeyId: queueAccessKeyId } = simulator.queue
  const seller = { ...application, refreshToken, sellingPartnerId }
  const queue = { queueUrl, queueArn, queueRegion, queueEndpoint, queueAccessKeyId }
  process.stdout.write(`${JSON.stringify({ url, tokenUrl, sellerCentralUrl, ...seller, ...queue })}\n`)
  const stop = (): void => void simulator.close().then(() => process.exit(0))
  process.once("SIGTERM", stop)
  process.once("SIGINT", stop)
}

function whole(name: string, fallback: number): number {
  const text = process.env[name]
  if (text === undefined || text === "") return fallback
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}".`)
  return Number(text)
}

function share(name: string, fallback: number): number {
  const value = Number(process.env[name] ?? fallback)
  if (!(value >= 0 && value <= 1)) throw new Error(`${name} must be between 0 and 1.`)
  return value
}

function list(name: string, fallback: readonly string[]): string[] {
  const values = (process.env[name] ?? "").split(",").map((value) => value.trim())
  const given = values.filter((value) => value !== "")
  return given.length > 0 ? given : [...fallback]
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
