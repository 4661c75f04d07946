import { readFileSync } from "node:fs"
import path from "node:path"
import { root } from "./paths.mjs"
import { Trouble } from "./say.mjs"
import { startSimulator } from "./simulator.mjs"

/** What the simulated seller offers is what the shop has. */
const PRODUCTS = JSON.parse(readFileSync(path.join(root, "scripts/seed/articles.json"), "utf8"))
const SKUS = PRODUCTS.flatMap(({ variants }) => variants.map(({ sku }) => sku))

/** Starts the simulated Amazon; it tells how to sign in. */
export const startAmazonSimulator = ({ orders, seed } = {}) =>
  startSimulator("amazon", { ORDERS: orders, SEED: seed })

/** What Medusa has to know in order to take the simulator for Amazon. */
export const amazonEnvironment = (simulator) => ({
  AMAZON_CLIENT_ID: simulator.clientId,
  AMAZON_CLIENT_SECRET: simulator.clientSecret,
  AMAZON_APPLICATION_ID: simulator.applicationId,
  AMAZON_ENDPOINT: simulator.url,
  AMAZON_TOKEN_ENDPOINT: simulator.tokenUrl,
  AMAZON_SELLER_CENTRAL_URL: simulator.sellerCentralUrl,
  AMAZON_NOTIFICATIONS_QUEUE_URL: simulator.queueUrl,
  AMAZON_NOTIFICATIONS_QUEUE_ARN: simulator.queueArn,
  AMAZON_NOTIFICATIONS_REGION: simulator.queueRegion,
  AMAZON_NOTIFICATIONS_ENDPOINT: simulator.queueEndpoint,
  AMAZON_NOTIFICATIONS_ACCESS_KEY_ID: simulator.queueAccessKeyId,
  // The simulator does not check it.
  AMAZON_NOTIFICATIONS_SECRET_ACCESS_KEY: "simulator-secret",
})

/**
 * An order that the plugin has to import: paid, shipped by the merchant, of articles the shop has, with an amount. Asked
 * of the platform's public API, so that the expected total owes nothing to the plugin.
 */
export async function importableOrder(simulator) {
  const token = await json(simulator.tokenUrl, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: simulator.refreshToken,
      client_id: simulator.clientId,
      client_secret: simulator.clientSecret,
    }).toString(),
  })
  const search = new URLSearchParams({
    createdAfter: new Date(Date.now() - 60 * 24 * 60 * 60 * 1000).toISOString(),
    fulfillmentStatuses: "UNSHIPPED",
    fulfilledBy: "MERCHANT",
    includedData: "PROCEEDS",
  })
  const { orders } = await json(`${simulator.url}/orders/2026-01-01/orders?${search}`, {
    headers: {
      "x-amz-access-token": token.access_token,
      "user-agent": "install-test/1.0 (Language=JavaScript)",
    },
  })
  const order = orders.find(
    ({ proceeds, orderItems }) =>
      Number(proceeds?.grandTotal?.amount) > 0 &&
      orderItems.every((item) => SKUS.includes(item.product.sellerSku) && item.quantityOrdered > 0),
  )
  if (!order) {
    throw new Trouble(`None of the simulator's ${orders.length} open orders is simple enough for this test.`)
  }
  const { amount, currencyCode } = order.proceeds.grandTotal
  return { reference: order.orderId, total: amount, currency: currencyCode }
}

async function json(url, request) {
  const response = await fetch(url, request)
  const text = await response.text()
  if (!response.ok) {
    throw new Trouble(`The simulator refused ${new URL(url).pathname} with ${response.status}: ${text}`)
  }
  return JSON.parse(text)
}
