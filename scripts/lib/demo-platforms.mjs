import { amazonEnvironment, startAmazonSimulator } from "./amazon-simulator.mjs"
import { connectDemoAccount, installDemoStore } from "./first-import.mjs"
import { controlUrl, nuvemshopEnvironment, startNuvemshopSimulator } from "./nuvemshop-simulator.mjs"

/** Nothing is sent to the simulated Amazon before a person says so. */
const AMAZON_HINTS = [
  "Ship: open an order that is UNSHIPPED under Marketplaces > Orders, fulfil it in Medusa, mark it as shipped with any tracking number.",
  'Tell Amazon: in the account, switch sending on, in the tab "Shipping" and in the tab "Stock" (where the safety stop asks first).',
  'Map: after a few minutes the tab "Products" has listings that the shop does not know, two of them with a proposal.',
  'Follow the goods: what Amazon holds comes into the location "Amazon FBA"; Movements tells why.',
]

/** An order that the simulated store has and nobody has paid yet. */
async function unpaidOrder(medusa, account) {
  const { orders } = await medusa.get("/admin/marketplaces/orders", {
    account_id: account.id,
    state: "waiting",
    limit: "1",
  })
  return orders[0]
}

async function nuvemshopHints({ medusa, account, simulator }) {
  const orders = controlUrl(simulator, "orders")
  const sell = (sku) => `curl -d '{"lines":[{"sku":"${sku}","quantity":1}]}' ${orders}`
  const unpaid = await unpaidOrder(medusa, account)
  return [
    'Review: under Marketplaces > Orders choose the state "To review", open an order, change what you like, approve it or leave it out.',
    `Sell at Nuvemshop, and see it arrive by webhook within seconds: ${sell("MUG-WHITE")}`,
    ...(unpaid
      ? [`Have order ${unpaid.number} paid, which waits: curl -X POST ${orders}/${unpaid.reference}/pay`]
      : []),
    `Sell what the shop does not have, ask "Why is my order ...?" for its number, and map it: ${sell("VELA-BAUNILHA")}`,
  ]
}

/**
 * The platforms of the demo. `variables`: set in the environment, they mean a platform other than the simulator. `connect` gives
 * the account and whether it is new, `hints` what to try with it.
 */
export const demoPlatforms = [
  {
    name: "Amazon",
    variables: ["AMAZON_ENDPOINT", "AMAZON_CLIENT_ID"],
    start: () => startAmazonSimulator({ orders: process.env.DEMO_ORDERS, seed: process.env.DEMO_SEED }),
    environment: amazonEnvironment,
    connect: connectDemoAccount,
    hints: () => AMAZON_HINTS,
  },
  {
    name: "Nuvemshop",
    variables: ["NUVEMSHOP_ENDPOINT", "NUVEMSHOP_APP_ID"],
    start: (port) => startNuvemshopSimulator({ port, seed: process.env.DEMO_SEED }),
    environment: nuvemshopEnvironment,
    connect: installDemoStore,
    hints: nuvemshopHints,
  },
]
