import {
  DEMO_APPLICATION,
  DEMO_SELLER,
  type Fault,
  generateOrders,
  plainUnshipped,
  startAmazonSimulator,
  type AmazonSimulator,
} from "../simulators/amazon"
import { ROOMY } from "../support/simulated-amazon"
import { ContractModel, modelsFolder, type Exchange } from "./amazon/model"
import { startRecorder, type LocalServer } from "./amazon/servers"

const folder = modelsFolder()
const WHY =
  "Amazon's models are not on this machine: set CONTRACTS_DIR to the folder that holds amazon/models"
/** Checks that need the contract files; without them the report says so. */
const check = (what: string, body: (models: string) => void) => {
  if (folder) describe(what, () => body(folder))
  else it.skip(`${what}: ${WHY}`, () => undefined) // skipped only where the files are not there; the name says why
}

const US = "ATVPDKIKX0DER"
const SELLER = DEMO_SELLER.sellingPartnerId
const NOW = new Date("2022-02-20T12:00:00Z")

/** The order of Amazon's sandbox request, as the simulator would hold it. */
const sandboxOrder = () => {
  const period = { from: "2022-02-10T00:00:00Z", to: "2022-02-10T12:00:00Z", marketplaces: ["US"] }
  const { orders } = generateOrders({ seed: "sandbox", count: 1, ...period, mix: plainUnshipped(1) })
  return orders.map((order) => ({
    ...order,
    orderId: "902-1106328-1059050",
    orderItems: order.orderItems.map((item) => ({ ...item, orderItemId: "79039765272157" })),
  }))
}

check("the simulator's writes and listings, against Amazon's published models", (models) => {
  const orders = new ContractModel(models, "ordersV0.json")
  const listings = new ContractModel(models, "listingsItems_2021-08-01.json")
  const modelOf = ({ url }: Pick<Exchange, "url">) => (url.startsWith("/listings") ? listings : orders)
  const confirmation = "/orders/v0/orders/902-1106328-1059050/shipmentConfirmation"
  const items = `/listings/2021-08-01/items/${SELLER}`
  const [parcel] = orders.sandboxRequests("confirmShipment", 204)
  const [misdated] = orders.sandboxRequests("confirmShipment", 400)
  const push = (quantity: number, op = "merge") => ({
    productType: "PRODUCT",
    patches: [
      {
        op,
        path: "/attributes/fulfillment_availability",
        value: [{ fulfillment_channel_code: "DEFAULT", quantity }],
      },
    ],
  })

  let simulator: AmazonSimulator
  let recorder: LocalServer & { exchanges: Exchange[] }
  let token: string
  const call = async (method: string, url: string, body?: unknown): Promise<number> => {
    const headers = {
      "x-amz-access-token": token,
      "user-agent": "Contracts/1.0 (Language=TypeScript)",
      "content-type": body === undefined ? "" : "application/json",
    }
    const init = body === undefined ? {} : { body: JSON.stringify(body) }
    return (await fetch(recorder.url + url, { method, headers, ...init })).status
  }
  const last = () => recorder.exchanges.at(-1)?.body as Record<string, unknown> | undefined

  beforeAll(async () => {
    simulator = await startAmazonSimulator({ limits: ROOMY, now: () => NOW })
    recorder = await startRecorder(simulator.url)
    simulator.addOrders(sandboxOrder())
    simulator.addListings([
      { sku: "MUG", ean: "4006381333931", quantity: 5, leadTimeDays: 2, price: "9.90" },
      { sku: "FBA/MUG", channel: "AMAZON_NA" },
      ...Array.from({ length: 30 }, (_, index) => ({ sku: `MORE-${index}`, quantity: index })),
    ])
    const grant = await fetch(simulator.tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "refresh_token",
        refresh_token: DEMO_SELLER.refreshTokens?.[0] ?? "",
        client_id: DEMO_APPLICATION.clientId,
        client_secret: DEMO_APPLICATION.clientSecret,
      }),
    })
    token = ((await grant.json()) as { access_token: string }).access_token
  })
  afterAll(async () => {
    await recorder.close()
    await simulator.close()
  })

  it("takes and refuses the requests of Amazon's sandbox as the sandbox does", async () => {
    expect(await call("POST", confirmation, misdated?.body)).toBe(400)
    expect(await call("POST", confirmation, parcel?.body)).toBe(204)
    expect(last()).toBeUndefined()
    expect(simulator.order("902-1106328-1059050").packages).toHaveLength(1)
  })

  it("answers what the model describes, also where it refuses or fails", async () => {
    expect(await call("POST", confirmation, { marketplaceId: US })).toBe(400)
    expect(await call("POST", confirmation.replace("902", "903"), parcel?.body)).toBe(404)
    const data = "summaries,attributes,issues,offers,fulfillmentAvailability,relationships,productTypes"
    expect(await call("GET", `${items}?marketplaceIds=${US}&pageSize=20&includedData=${data}`)).toBe(200)
    const pages = last()?.pagination as Record<string, string> | undefined
    const next = encodeURIComponent(pages?.nextToken ?? "")
    expect(await call("GET", `${items}?marketplaceIds=${US}&pageSize=20&pageToken=${next}`)).toBe(200)
    expect(await call("GET", `${items}?marketplaceIds=${US}&identifiers=MUG&identifiersType=SKU`)).toBe(200)
    expect(await call("GET", `${items}?marketplaceIds=${US}&pageToken=abc`)).toBe(400)
    expect(await call("GET", `${items}/FBA%2FMUG?marketplaceIds=${US}&includedData=${data}`)).toBe(200)
    expect(await call("GET", `${items}/NOPE?marketplaceIds=${US}`)).toBe(404)

    const preview = "mode=VALIDATION_PREVIEW&includedData=identifiers,issues"
    const statuses: unknown[] = []
    for (const [url, body] of [
      [`${items}/MUG?marketplaceIds=${US}`, push(4)],
      [`${items}/MUG?marketplaceIds=${US}`, push(3, "replace")],
      [`${items}/MUG?marketplaceIds=${US}`, push(-1)],
      [`${items}/MUG?marketplaceIds=${US}&${preview}`, push(2)],
      [`${items}/MUG?marketplaceIds=${US}&${preview}`, push(0.5)],
      [`${items}/NOPE?marketplaceIds=${US}`, push(1)],
    ] as const) {
      expect(await call("PATCH", url, body)).toBe(200)
      statuses.push(last()?.status)
    }
    expect(statuses).toEqual(["ACCEPTED", "ACCEPTED", "INVALID", "VALID", "INVALID", "INVALID"])
    simulator.switches.searchWithoutResults = "not-found"
    const none = `${items}?marketplaceIds=${US}&identifiers=NOPE&identifiersType=SKU`
    expect(await call("GET", none)).toBe(404)
    simulator.switches.searchWithoutResults = "empty"
    expect(await call("GET", `${items}/MUG?marketplaceIds=${US}&includedData=${data}`)).toBe(200)
    expect(await call("PATCH", `${items}/MUG?marketplaceIds=${US}`, { productType: "PRODUCT" })).toBe(400)

    const faults: [Fault, number][] = [
      [{ kind: "throttle" }, 429],
      [{ kind: "status", status: 500 }, 500],
      [{ kind: "status", status: 503, when: "after" }, 503],
    ]
    for (const [fault, status] of faults) {
      simulator.addFault(fault)
      expect(await call("POST", confirmation, parcel?.body)).toBe(status)
      simulator.addFault(fault)
      expect(await call("PATCH", `${items}/MUG?marketplaceIds=${US}`, push(1))).toBe(status)
    }
    simulator.setRoles(SELLER, [])
    expect(await call("POST", confirmation, parcel?.body)).toBe(403)
    expect(await call("GET", `${items}?marketplaceIds=${US}`)).toBe(403)

    const wrong = recorder.exchanges.flatMap((exchange) =>
      modelOf(exchange)
        .answerViolations(exchange)
        .map((violation) => `${exchange.status} ${exchange.method} ${exchange.url}: ${violation}`),
    )
    expect(wrong).toEqual([])
    const operations = recorder.exchanges.map((one) => modelOf(one).operationOf(one)?.operationId)
    expect([...new Set(operations)].sort()).toEqual([
      "confirmShipment",
      "getListingsItem",
      "patchListingsItem",
      "searchListingsItems",
    ])
  })

  it("took every request that it served as the model allows it", () => {
    const served = recorder.exchanges.filter(({ status }) => status < 300)
    const wrong = served.flatMap((exchange) => modelOf(exchange).requestViolations(exchange))
    expect([served.length > 10, wrong]).toEqual([true, []])
  })

  it("would be noticed if a body were wrong", () => {
    const violations = (body: unknown) =>
      orders.requestViolations({ method: "POST", url: confirmation, sent: body })
    expect(violations(parcel?.body)).toEqual([])
    expect(violations(misdated?.body)).toEqual(['/packageDetail/shipDate must match format "date-time"'])
    expect(violations(undefined).length).toBeGreaterThan(0)
    const url = `${items}/MUG?marketplaceIds=${US}`
    expect(
      listings.requestViolations({ method: "PATCH", url, sent: { productType: "X", patches: [] } }),
    ).toEqual(["/patches must NOT have fewer than 1 items"])
    expect(
      listings.answerViolations({ method: "PATCH", url, status: 200, body: { sku: "MUG" } }),
    ).toHaveLength(2)
  })
})
