import type { Limits, NuvemshopSimulator } from "../simulators/nuvemshop"

/** Generous limits: a test that is not about the quota does not wait for it. */
export const ROOMY_NUVEMSHOP: Limits = {
  requests: { size: 10_000, perSecond: 1000 },
  writes: { size: 100_000, perSecond: 10_000 },
}

/** What a host has to know in order to take the simulator for Nuvemshop. */
export const nuvemshopEnvironment = (simulator: NuvemshopSimulator) => ({
  NUVEMSHOP_APP_ID: simulator.app().appId,
  NUVEMSHOP_CLIENT_SECRET: simulator.app().clientSecret,
  NUVEMSHOP_CONTACT: "tests@example.com",
  NUVEMSHOP_ENDPOINT: simulator.url,
  NUVEMSHOP_AUTH_ENDPOINT: simulator.authUrl,
})
