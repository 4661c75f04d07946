import { Trouble } from "./say.mjs"
import { startSimulator } from "./simulator.mjs"

const CALLBACK = "/admin/marketplaces/authorize/nuvemshop/callback"
const WEBHOOKS = "/hooks/marketplaces/nuvemshop"

/** Seconds and minutes of the clock: what is sold after a restart is not taken for what was sold before it. */
const seconds = () => Math.floor(Date.now() / 1000)
const minutes = () => Math.floor(seconds() / 60) % 1_000_000

/** Starts the simulated Nuvemshop, whose app sends merchants and webhooks to the Medusa that will listen on `port`. */
export const startNuvemshopSimulator = ({ port, seed }) =>
  startSimulator("nuvemshop", {
    SEED: seed,
    FIRST_ORDER_ID: String(seconds()),
    FIRST_NUMBER: String(minutes()),
    REDIRECT_URL: `http://localhost:${port}${CALLBACK}`,
    PRIVACY_URL: `http://127.0.0.1:${port}${WEBHOOKS}`,
  })

/** What Medusa has to know in order to take the simulator for Nuvemshop. */
export const nuvemshopEnvironment = (simulator, port) => ({
  NUVEMSHOP_APP_ID: simulator.appId,
  NUVEMSHOP_CLIENT_SECRET: simulator.clientSecret,
  NUVEMSHOP_CONTACT: "demo@example.com",
  NUVEMSHOP_ENDPOINT: simulator.url,
  NUVEMSHOP_AUTH_ENDPOINT: simulator.authUrl,
  // Medusa listens on this address only; a name might lead to another.
  MARKETPLACE_PUBLIC_URL: `http://127.0.0.1:${port}`,
})

/** Where the simulator takes wishes that no platform would. */
export const controlUrl = (simulator, resource) => `${simulator.url}/__simulator/${resource}`

/** Accepts the consent on the merchant's behalf. Gives the address to which the platform then sends the browser. */
export async function acceptConsent(simulator, state) {
  const response = await fetch(controlUrl(simulator, `stores/${simulator.storeId}/install`), {
    method: "POST",
    body: JSON.stringify({ state }),
  })
  const answer = await response.json()
  if (!response.ok) {
    throw new Trouble(`The simulated store could not install the app: ${answer.message}`)
  }
  return new URL(answer.url)
}
