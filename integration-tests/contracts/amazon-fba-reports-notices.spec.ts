import { readFileSync } from "node:fs"
import path from "node:path"
import Ajv, { type ValidateFunction } from "ajv"
import addFormats from "ajv-formats"
import {
  type AmazonSimulator,
  DEMO_APPLICATION,
  DEMO_SELLER,
  generateOrders,
  startAmazonSimulator,
} from "../simulators/amazon"
import { ROOMY } from "../support/simulated-amazon"
import { ContractModel, modelsFolder, type Exchange } from "./amazon/model"

const folder = modelsFolder()
const WHY =
  "Amazon's models are not on this machine: set CONTRACTS_DIR to the folder that holds amazon/models"
/** Checks that need the contract files; without them the report says so. */
const check = (what: string, body: (models: string) => void) => {
  if (folder) describe(what, () => body(folder))
  else it.skip(`${what}: ${WHY}`, () => undefined) // skipped only where the files are not there; the name says why
}

const US = "ATVPDKIKX0DER"
const DAY_MS = 86_400_000

/** Talks to the simulator and writes down what was said. */
class Talk {
  readonly exchanges: Exchange[] = []
  constructor(private readonly simulator: AmazonSimulator) {}

  async token(fields: Record<string, string>): Promise<string> {
    const { clientId, clientSecret } = DEMO_APPLICATION
    const body = new URLSearchParams({ ...fields, client_id: clientId, client_secret: clientSecret })
    const answer = (await (await fetch(this.simulator.tokenUrl, { method: "POST", body })).json()) as {
      access_token: string
    }
    return answer.access_token
  }

  async call<T>(token: string, method: string, url: string, body?: object): Promise<T> {
    const headers = {
      "x-amz-access-token": token,
      "user-agent": "Contracts/1.0 (Language=TypeScript)",
      ...(body ? { "content-type": "application/json" } : {}),
    }
    const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }
    const answer = await fetch(this.simulator.url + url, init)
    const text = await answer.text()
    const parsed: unknown = text === "" ? undefined : JSON.parse(text)
    this.exchanges.push({ method, url, sent: body, status: answer.status, body: parsed })
    return parsed as T
  }
}

async function stockTalk(talk: Talk, seller: string): Promise<void> {
  const url = `/fba/inventory/v1/summaries?granularityType=Marketplace&granularityId=${US}&marketplaceIds=${US}`
  const page = await talk.call<{ pagination: { nextToken: string } }>(seller, "GET", `${url}&details=true`)
  const nextToken = encodeURIComponent(page.pagination.nextToken)
  await talk.call(seller, "GET", `${url}&details=true&nextToken=${nextToken}`)
  await talk.call(seller, "GET", `${url}&sellerSkus=SKU-1,SKU-2&startDateTime=2026-01-01T00:00:00Z`)
  await talk.call(seller, "GET", `${url}&nextToken=${nextToken}`)
  await talk.call("Atza|unknown", "GET", url)
}

async function reportTalk(talk: Talk, seller: string): Promise<void> {
  const reports = "/reports/2021-06-30/reports"
  const ask = (reportType: string) =>
    talk.call<{ reportId: string }>(seller, "POST", reports, { reportType, marketplaceIds: [US] })
  const { reportId } = await ask("GET_MERCHANT_LISTINGS_ALL_DATA")
  const { reportId: cancelled } = await ask("GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2")
  await ask("GET_AFN_INVENTORY_DATA")
  await ask("GET_NOTHING")
  const done = await talk.call<{ reportDocumentId: string }>(seller, "GET", `${reports}/${reportId}`)
  await talk.call(seller, "GET", `${reports}/${cancelled}`)
  await talk.call(seller, "GET", `${reports}/0`)
  await talk.call(seller, "DELETE", `${reports}/${reportId}`)
  const types = "reportTypes=GET_MERCHANT_LISTINGS_ALL_DATA,GET_AFN_INVENTORY_DATA"
  const { nextToken } = await talk.call<{ nextToken: string }>(
    seller,
    "GET",
    `${reports}?${types}&pageSize=1`,
  )
  await talk.call(seller, "GET", `${reports}?nextToken=${encodeURIComponent(nextToken)}`)
  await talk.call(seller, "GET", `/reports/2021-06-30/documents/${done.reportDocumentId}`)
  await talk.call(seller, "GET", "/reports/2021-06-30/documents/none")
}

async function noticeTalk(talk: Talk, seller: string, application: string, arn: string): Promise<void> {
  const destinations = "/notifications/v1/destinations"
  const subscriptions = "/notifications/v1/subscriptions"
  const wish = { name: "orders", resourceSpecification: { sqs: { arn } } }
  type Made = { payload: { destinationId: string; subscriptionId: string } }
  const { destinationId } = (await talk.call<Made>(application, "POST", destinations, wish)).payload
  await talk.call(application, "POST", destinations, wish)
  await talk.call(application, "POST", destinations, { name: "x" })
  await talk.call(application, "GET", destinations)
  await talk.call(application, "GET", `${destinations}/${destinationId}`)
  await talk.call(seller, "GET", `${subscriptions}/ORDER_CHANGE`)
  const eventFilter = { eventFilterType: "ORDER_CHANGE", marketplaceIds: [US] }
  const body = { payloadVersion: "1.0", destinationId, processingDirective: { eventFilter } }
  const made = await talk.call<Made>(seller, "POST", `${subscriptions}/ORDER_CHANGE`, body)
  await talk.call(seller, "POST", `${subscriptions}/ORDER_CHANGE`, body)
  await talk.call(seller, "GET", `${subscriptions}/ORDER_CHANGE`)
  await talk.call(seller, "GET", `${subscriptions}?notificationTypes=ORDER_CHANGE`)
  await talk.call(application, "GET", `${subscriptions}/ORDER_CHANGE/${made.payload.subscriptionId}`)
  await talk.call(application, "DELETE", `${destinations}/${destinationId}`)
  await talk.call(application, "DELETE", `${subscriptions}/ORDER_CHANGE/${made.payload.subscriptionId}`)
  await talk.call(application, "DELETE", `${destinations}/${destinationId}`)
  // For the messages of the other checks.
  const again = (await talk.call<Made>(application, "POST", destinations, wish)).payload
  const all = { payloadVersion: "1.0", destinationId: again.destinationId }
  await talk.call(seller, "POST", `${subscriptions}/ORDER_CHANGE`, all)
}

/** The schemas share one `$id`, and nested ones have relative ids; without them each stands for itself. */
function orderChangeSchema(models: string): ValidateFunction {
  const file = path.join(models, "..", "schemas", "notifications", "OrderChangeNotification.json")
  const text = readFileSync(file, "utf8")
  const schema = JSON.parse(text, (key, value: unknown) => (key === "$id" ? undefined : value)) as object
  return addFormats(new Ajv({ strict: false, allErrors: true })).compile(schema)
}

check("Amazon's published models of stock, reports and notifications", (models) => {
  const byPath: Record<string, ContractModel> = {
    fba: new ContractModel(models, "fbaInventory.json"),
    reports: new ContractModel(models, "reports_2021-06-30.json"),
    notifications: new ContractModel(models, "notifications.json"),
  }
  const modelOf = ({ url }: Exchange) => byPath[url.split("/")[1]]
  let simulator: AmazonSimulator
  let exchanges: Exchange[] = []

  beforeAll(async () => {
    simulator = await startAmazonSimulator({ limits: ROOMY, switches: { fbaPageSize: 3 } })
    const stock = Array.from({ length: 5 }, (_, index) => ({
      sku: `SKU-${index}`,
      marketplace: US,
      fulfillable: index,
      unfulfillable: { defective: 1 },
    }))
    simulator.fba().set(...stock)
    simulator.addListings([{ sku: "SKU-1", quantity: 3 }])
    const talk = new Talk(simulator)
    const [refresh_token = ""] = DEMO_SELLER.refreshTokens ?? []
    const seller = await talk.token({ grant_type: "refresh_token", refresh_token })
    const scope = "sellingpartnerapi::notifications"
    const application = await talk.token({ grant_type: "client_credentials", scope })
    await stockTalk(talk, seller)
    await reportTalk(talk, seller)
    await noticeTalk(talk, seller, application, simulator.queue.arn)
    exchanges = talk.exchanges
  })
  afterAll(async () => simulator.close())

  it("cover every operation of the simulator and each kind of refusal", () => {
    const operations = exchanges.map((exchange) => modelOf(exchange).operationOf(exchange)?.operationId)
    expect([...new Set(operations)].sort()).toEqual([
      "cancelReport",
      "createDestination",
      "createReport",
      "createSubscription",
      "deleteDestination",
      "deleteSubscriptionById",
      "getDestination",
      "getDestinations",
      "getInventorySummaries",
      "getReport",
      "getReportDocument",
      "getReports",
      "getSubscription",
      "getSubscriptionById",
      "getSubscriptions",
    ])
    expect([...new Set(exchanges.map(({ status }) => status))].sort()).toEqual([200, 202, 400, 403, 404, 409])
  })

  it("describe the requests that are not refused", () => {
    const taken = exchanges.filter(({ status }) => status !== 400)
    expect(taken.flatMap((exchange) => modelOf(exchange).requestViolations(exchange))).toEqual([])
  })

  it("describe the answers", () => {
    const wrong = exchanges.flatMap((exchange) =>
      modelOf(exchange)
        .answerViolations(exchange)
        .map((violation) => `${exchange.status} ${exchange.method} ${exchange.url}: ${violation}`),
    )
    expect(wrong).toEqual([])
  })

  it("describe every message about an order, whatever the order is like", () => {
    const validate = orderChangeSchema(models)
    const { orders } = generateOrders({
      seed: "messages",
      count: 200,
      from: new Date(Date.now() - 30 * DAY_MS),
      to: new Date(Date.now() - DAY_MS),
    })
    simulator.queue.purge()
    simulator.addOrders(orders)
    for (const { orderId, fulfillment } of orders.slice(0, 60)) {
      simulator.requestCancel(orderId)
      if (fulfillment?.fulfillmentStatus === "UNSHIPPED") simulator.shipOrder(orderId)
      else simulator.cancelOrder(orderId)
    }
    const messages = simulator.queue.bodies().map((body): unknown => JSON.parse(body))
    expect(messages.length).toBeGreaterThan(250)
    const wrong = messages.flatMap((message) => (validate(message) ? [] : (validate.errors ?? [])))
    expect(wrong.map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([])
    expect(validate({ NotificationType: "ORDER_CHANGE" })).toBe(false)
  })
})
