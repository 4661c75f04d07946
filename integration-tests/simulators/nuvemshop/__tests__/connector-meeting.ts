import { connectorFailureOf, type ChannelOrder, type Connection } from "../../../../src/connector"
import { NuvemshopConnector } from "../../../../src/providers/nuvemshop"
import { DEFAULT_PRODUCTS, DEMO_APP, DEMO_STORE, startNuvemshopSimulator, type NuvemshopSimulator } from ".."

const limits = { requests: { size: 40_000, perSecond: 2_000 }, writes: { size: 40_000, perSecond: 2_000 } }

/**
 * The connector and a store of the simulator. They were written from the published contract apart from each other; here they meet.
 */
export type Meeting = { sim: NuvemshopSimulator; connector: NuvemshopConnector; connection: Connection }

function connectionWith(credentials: Record<string, unknown>): Connection {
  return {
    accountId: "mpacc_1",
    credentials,
    marketplaces: [],
    call: (_operation, run) => run({ observe: () => undefined, exhausted: async () => new Date() }),
    signal: new AbortController().signal,
    logger: { info: () => undefined, warn: () => undefined },
    saveCredentials: async (saved) => void Object.assign(credentials, saved),
  }
}

/** A store with two places into which the connector has been installed by the consent page. */
export async function meet(): Promise<Meeting> {
  const locations = [{ name: "Matriz" }, { name: "Filial" }]
  const sim = await startNuvemshopSimulator({
    apps: [{ ...DEMO_APP, redirectUrl: "https://shop.example/callback" }],
    stores: [{ ...DEMO_STORE, products: [...DEFAULT_PRODUCTS], locations }],
    limits,
  })
  // What the platform does not document is not asked for.
  sim.switches.unknownParameters = "refuse"
  const { appId, clientSecret } = DEMO_APP
  const addresses = { endpoint: sim.url, authEndpoint: sim.authUrl }
  const connector = new NuvemshopConnector(
    {},
    { appId, clientSecret, contact: "dev@example.com", ...addresses },
  )
  const back = new URL(String(sim.accept({ state: "s" })))
  const { credentials } = await connector.authorization.complete({
    query: Object.fromEntries(back.searchParams),
    choice: {},
    signal: new AbortController().signal,
  })
  return { sim, connector, connection: connectionWith(credentials) }
}

/** One order as it is read now. */
export async function read({ connector, connection }: Meeting, reference: string): Promise<ChannelOrder> {
  const found = await connector.orders.get(connection, reference)
  if (!found.readable) throw new Error(`unreadable: ${JSON.stringify(found.problem)}`)
  return found.order
}

/** The kind of failure that a call ends in; "none" when it does not. */
export function kindOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "none",
    (thrown: unknown) => connectorFailureOf(thrown)?.kind ?? String(thrown),
  )
}
