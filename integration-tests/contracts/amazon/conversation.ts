import { connectorFailureOf, type OrderWindow } from "../../../src/connector"
import { aConnection } from "../../../src/providers/amazon/__tests__/a-connection"
import { AmazonConnector } from "../../../src/providers/amazon"
import {
  DEMO_APPLICATION,
  generateOrders,
  startAmazonSimulator,
  type AmazonSimulator,
} from "../../simulators/amazon"
import { DEMO_CREDENTIALS } from "../../support/connect-account"
import { ROOMY } from "../../support/simulated-amazon"
import type { Exchange } from "./model"
import { startRecorder } from "./servers"

const DAY_MS = 86_400_000

/** The kind of failure a call ends in, or "none". */
async function failureOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return "none"
  } catch (thrown) {
    return connectorFailureOf(thrown)?.kind ?? String(thrown)
  }
}

async function talk(simulator: AmazonSimulator, connector: AmazonConnector): Promise<Record<string, string>> {
  const connection = aConnection({ credentials: DEMO_CREDENTIALS })
  const { orders } = connector
  // The same bounds for every page, as Amazon wants it.
  const bounds = { fromUtc: new Date(Date.now() - 40 * DAY_MS), toUtc: new Date(Date.now() - 150_000) }
  const window = (by: OrderWindow["by"]): OrderWindow => ({ by, ...bounds })
  const all = async (by: OrderWindow["by"]) => {
    let token: string | undefined
    do token = (await orders.search(connection, window(by), token)).nextPageToken
    while (token !== undefined)
  }
  await connector.verify(connection)
  await all("updated")
  await all("placed")
  const [first] = simulator.orderIds()
  await orders.get(connection, first)

  const { nextPageToken } = await orders.search(connection, window("updated"))
  simulator.expirePageTokens()
  const failures: Record<string, string> = {
    "an expired page": await failureOf(orders.search(connection, window("updated"), nextPageToken)),
    "an unknown order": await failureOf(orders.get(connection, "999-9999999-9999999")),
  }
  for (const [name, fault] of [
    ["throttling", { kind: "throttle" }],
    ["an outage", { kind: "status", status: 500 }],
    ["another outage", { kind: "status", status: 503 }],
  ] as const) {
    simulator.addFault({ ...fault, operation: "searchOrders" })
    failures[name] = await failureOf(orders.search(connection, window("updated")))
  }
  simulator.revokeAccessTokens()
  failures["a revoked token"] = await failureOf(connector.verify(connection))
  simulator.setRoles(DEMO_CREDENTIALS.selling_partner_id, [])
  failures["a missing role"] = await failureOf(orders.search(connection, window("updated")))
  return failures
}

/** Everything that the connector and the simulator say to each other, and the failures that were provoked. */
export async function recordConversation(): Promise<{
  exchanges: Exchange[]
  failures: Record<string, string>
}> {
  const simulator = await startAmazonSimulator({ limits: ROOMY })
  const { orders } = generateOrders({
    seed: "contract",
    count: 350,
    from: new Date(Date.now() - 30 * DAY_MS),
    to: new Date(Date.now() - DAY_MS),
  })
  simulator.addOrders(orders)
  const recorder = await startRecorder(simulator.url)
  try {
    const connector = new AmazonConnector(
      {},
      {
        clientId: DEMO_APPLICATION.clientId,
        clientSecret: DEMO_APPLICATION.clientSecret,
        applicationId: DEMO_APPLICATION.applicationId,
        endpoint: recorder.url,
        tokenEndpoint: simulator.tokenUrl,
      },
    )
    const failures = await talk(simulator, connector)
    return { exchanges: recorder.exchanges, failures }
  } finally {
    await recorder.close()
    await simulator.close()
  }
}
