import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { logDir, root } from "./paths.mjs"
import { startGroup, tail } from "./processes.mjs"
import { Trouble } from "./say.mjs"

const CLI = "integration-tests/simulators/amazon/cli.ts"

/** What the simulated seller offers is what the shop has. */
const PRODUCTS = JSON.parse(readFileSync(path.join(root, "scripts/seed/articles.json"), "utf8"))
const SKUS = PRODUCTS.flatMap(({ variants }) => variants.map(({ sku }) => sku))

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Starts the simulated Amazon. It says where it listens, and how to sign in, in one line of JSON; the log file
 * stands between us so that the simulator may go on talking.
 */
export async function startAmazonSimulator({ port = 0, orders, seed } = {}) {
  if (!existsSync(path.join(root, CLI))) {
    throw new Trouble(`The Amazon simulator is missing (${CLI}). Set AMAZON_ENDPOINT to use another one.`)
  }
  const log = path.join(logDir, "amazon-simulator.log")
  const group = startGroup(process.execPath, ["-r", "ts-node/register", CLI], {
    cwd: root,
    log,
    env: {
      ...process.env,
      PORT: String(port),
      ...(orders ? { ORDERS: String(orders) } : {}),
      ...(seed ? { SEED: String(seed) } : {}),
    },
  })
  let over = false
  void group.ended.then(() => (over = true))
  for (let i = 0; i < 600 && !over; i++) {
    const line = readFileSync(log, "utf8")
      .split("\n")
      .find((text) => text.startsWith("{") && text.endsWith("}"))
    if (line) {
      return { ...JSON.parse(line), group }
    }
    await wait(100)
  }
  throw new Trouble(`The Amazon simulator did not start. Its log ${log} ends with:\n${tail(log)}`)
}

/** What Medusa has to know in order to take the simulator for Amazon. */
export const simulatorEnvironment = (simulator) => ({
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
