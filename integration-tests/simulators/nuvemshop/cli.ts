import { DEFAULT_PRODUCTS, generateOrders } from "./generator"
import { DEMO_APP, DEMO_STORE } from "./options"
import type { ProductOptions } from "./products/product"
import { startNuvemshopSimulator } from "./simulator"

/** Products that the demonstration's shop does not know: one by barcode, one by its name alone, one not at all. */
const UNKNOWN_PRODUCTS: ProductOptions[] = [
  {
    name: "Caneca branca de café",
    variants: [{ sku: "NS-CANECA", barcode: "2900000000421", price: "39.90" }],
  },
  { name: "Bag", variants: [{ sku: null, price: "59.90", stock: 8 }] },
  { name: "Vela de baunilha", variants: [{ sku: "VELA-BAUNILHA", price: "24.90", stock: 7 }] },
]

/**
 * Starts a simulator with a demo store and prints one JSON line; ends on SIGTERM or SIGINT.
 *
 * Environment: PORT (0), SEED (1), ORDERS (20), HISTORY_DAYS (14), FIRST_ORDER_ID and FIRST_NUMBER (of orders that are placed
 * later: more than any that was there before), STORE_ID, APP_ID, CLIENT_SECRET, REDIRECT_URL,
 * PRIVACY_URL (base of `/store-redact`, `/customers-redact` and `/data-request`), ACCESS_TOKEN (installed already),
 * CONSENT (ask, accept or deny).
 */
async function main(): Promise<void> {
  const env = process.env
  const seed = env.SEED ?? "1"
  const to = new Date(Date.now() - 3 * 60_000)
  const { orders } = generateOrders({
    seed,
    count: whole("ORDERS", 20),
    from: new Date(to.getTime() - whole("HISTORY_DAYS", 14) * 86_400_000),
    to,
  })
  const storeId = whole("STORE_ID", DEMO_STORE.id)
  const simulator = await startNuvemshopSimulator({
    port: whole("PORT", 0),
    seed,
    ...(env.FIRST_ORDER_ID ? { firstOrderId: whole("FIRST_ORDER_ID", 0) } : {}),
    apps: [
      {
        ...DEMO_APP,
        appId: env.APP_ID ?? DEMO_APP.appId,
        clientSecret: env.CLIENT_SECRET ?? DEMO_APP.clientSecret,
        redirectUrl: env.REDIRECT_URL,
        ...(env.PRIVACY_URL ? { privacyUrls: privacyUrls(env.PRIVACY_URL) } : {}),
      },
    ],
    stores: [
      {
        ...DEMO_STORE,
        id: storeId,
        ...(env.FIRST_NUMBER ? { firstNumber: whole("FIRST_NUMBER", 0) } : {}),
        locations: [{ name: "Depósito central" }, { name: "Loja física", city: "Campinas" }],
        products: [...DEFAULT_PRODUCTS, ...UNKNOWN_PRODUCTS],
        accessToken: env.ACCESS_TOKEN,
      },
    ],
    switches: { consent: consent() },
  })
  simulator.addOrders(orders)
  const { appId, clientSecret } = simulator.app()
  const { url, authUrl, port } = simulator
  process.stdout.write(`${JSON.stringify({ url, authUrl, port, appId, clientSecret, storeId })}\n`)
  const stop = (): void => void simulator.close().then(() => process.exit(0))
  process.once("SIGTERM", stop)
  process.once("SIGINT", stop)
}

function privacyUrls(
  base: string,
): Record<"storeRedact" | "customersRedact" | "customersDataRequest", string> {
  return {
    storeRedact: `${base}/store-redact`,
    customersRedact: `${base}/customers-redact`,
    customersDataRequest: `${base}/data-request`,
  }
}

function consent(): "ask" | "accept" | "deny" {
  const given = process.env.CONSENT ?? "ask"
  const known = (["ask", "accept", "deny"] as const).find((one) => one === given)
  if (!known) throw new Error(`CONSENT must be ask, accept or deny, not "${given}".`)
  return known
}

function whole(name: string, fallback: number): number {
  const text = process.env[name]
  if (text === undefined || text === "") return fallback
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}".`)
  return Number(text)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
