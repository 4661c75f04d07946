import { connectorFailureOf } from "../../../../src/connector"
import { aConnection } from "../../../../src/providers/amazon/__tests__/a-connection"
import { AccessTokens } from "../../../../src/providers/amazon/lwa"
import { Transport, type ApiRead } from "../../../../src/providers/amazon/transport"
import { DEMO_CREDENTIALS } from "../../../support/connect-account"
import {
  DEMO_APPLICATION,
  startAmazonSimulator,
  type AmazonSimulator,
  type Operation,
  type Switches,
} from ".."

const read: ApiRead = {
  operation: "getMarketplaceParticipations",
  path: "/sellers/v1/marketplaceParticipations",
}
const wordings: Switches["tokenRefusal"][] = ["reason", "models-403", "models-401", "edge"]

describe("an access token that Amazon no longer takes", () => {
  let simulator: AmazonSimulator
  let now = Date.now()
  beforeAll(async () => {
    simulator = await startAmazonSimulator({
      limits: { getMarketplaceParticipations: { rate: 9, burst: 99 } },
    })
  })
  afterAll(() => simulator.close())

  const connection = aConnection({ credentials: DEMO_CREDENTIALS })
  function transport(): Transport {
    const { clientId, clientSecret } = DEMO_APPLICATION
    const settings = {
      clientId,
      clientSecret,
      endpoint: simulator.url,
      tokenEndpoint: simulator.tokenUrl,
      requestTimeoutMs: 5_000,
    }
    return new Transport(settings, new AccessTokens(settings, () => now))
  }
  const callsOf = (operation: Operation) => simulator.calls(operation).map(({ status }) => status)

  it.each(wordings)('is replaced once, whatever the words ("%s")', async (tokenRefusal) => {
    simulator.switches.tokenRefusal = tokenRefusal
    const used = transport()
    await used.read(connection, read)
    simulator.revokeAccessTokens()
    now += 20 * 60_000
    simulator.clearCalls()
    await expect(used.read(connection, read)).resolves.toMatchObject({ payload: expect.any(Array) })
    expect(callsOf("getMarketplaceParticipations")).toEqual([tokenRefusal === "models-401" ? 401 : 403, 200])
    expect(callsOf("token")).toHaveLength(1)
  })

  it("is told apart from a missing role by one call more", async () => {
    simulator.setRoles(DEMO_CREDENTIALS.selling_partner_id, [])
    const used = transport()
    const kind = () =>
      used.read(connection, read).then(
        () => "none",
        (thrown: unknown) => connectorFailureOf(thrown)?.problem.code,
      )
    simulator.clearCalls()
    expect([await kind(), await kind(), await kind()]).toEqual(Array(3).fill("access_denied"))
    expect(callsOf("getMarketplaceParticipations")).toHaveLength(3)
    now += 20 * 60_000
    expect([await kind(), await kind()]).toEqual(Array(2).fill("access_denied"))
    expect(callsOf("getMarketplaceParticipations")).toHaveLength(6)
    expect(callsOf("token")).toHaveLength(2)
  })
})
