import { type AmazonSimulator, generateOrders, type Order, plainUnshipped, startAmazonSimulator } from ".."
import { accessToken, control, CREDENTIALS, error, get, type Json, postToken, send } from "./requests"

const DESTINATIONS = "/notifications/v1/destinations"
const SUBSCRIPTIONS = "/notifications/v1/subscriptions"
const ORDER_CHANGE = `${SUBSCRIPTIONS}/ORDER_CHANGE`
const SELLER = "A2SIMULATOR00"
const ROOMY = { rate: 1000, burst: 1000 }

let simulator: AmazonSimulator
let seller: string
let application: string
let now: number

const newOrder = (index: number): Order => {
  const bounds = { from: "2026-11-19T00:00:00Z", to: "2026-11-19T01:00:00Z" }
  const options = { seed: index, count: 1, ...bounds, marketplaces: ["US"], mix: plainUnshipped(1) }
  const [order] = generateOrders(options).orders
  if (!order) throw new Error("No order was generated.")
  return order
}
const destine = (name = "orders", arn = simulator.queue.arn) =>
  send(simulator, "POST", DESTINATIONS, application, { name, resourceSpecification: { sqs: { arn } } })
const destination = async () => String(((await destine()).json.payload as Json).destinationId)
const subscribe = (destinationId: string, more: Json = {}, token = seller) =>
  send(simulator, "POST", ORDER_CHANGE, token, { payloadVersion: "1.0", destinationId, ...more })
const filtered = (more: Json) => ({
  processingDirective: { eventFilter: { eventFilterType: "ORDER_CHANGE", ...more } },
})
const notices = () => simulator.queue.bodies().map((body) => JSON.parse(body) as Json)
const changeOf = (notice: Json) => (notice.Payload as Json).OrderChangeNotification as Json
const idOf = (notice: Json) => (notice.NotificationMetadata as Json).NotificationId

beforeEach(async () => {
  now = Date.parse("2026-11-20T12:00:00Z")
  const limits = { createDestination: ROOMY, createSubscription: ROOMY, deleteSubscriptionById: ROOMY }
  simulator = await startAmazonSimulator({ now: () => new Date(now), limits })
  seller = await accessToken(simulator)
  const scope = "sellingpartnerapi::notifications"
  const reply = await postToken(simulator, { grant_type: "client_credentials", scope, ...CREDENTIALS })
  application = String(reply.json.access_token)
})
afterEach(() => simulator.close())

describe("destinations", () => {
  it("belong to the application, and are found again", async () => {
    const made = await destine()
    expect([made.status, made.json.payload]).toEqual([
      200,
      {
        name: "orders",
        destinationId: expect.any(String),
        resource: { sqs: { arn: "arn:aws:sqs:us-east-1:123456789012:order-changes" } },
      },
    ])
    expect((await get(simulator, DESTINATIONS, application)).json.payload).toEqual([made.json.payload])
    const id = String((made.json.payload as Json).destinationId)
    expect((await get(simulator, `${DESTINATIONS}/${id}`, application)).json.payload).toEqual(
      made.json.payload,
    )
  })

  it("are not opened by a seller's token, nor by one of another scope", async () => {
    expect((await get(simulator, DESTINATIONS, seller)).status).toBe(403)
    const scope = "sellingpartnerapi::client_credential:rotation"
    const reply = await postToken(simulator, { grant_type: "client_credentials", scope, ...CREDENTIALS })
    expect((await get(simulator, DESTINATIONS, String(reply.json.access_token))).status).toBe(403)
  })

  it("exist once for a name and once for a queue", async () => {
    await destine()
    expect((await destine("other")).status).toBe(409)
    simulator.switches.destinationNeedsQueue = false
    expect([
      (await destine("orders", "arn:aws:sqs:a:b:c")).status,
      (await destine("c", "arn:aws:sqs:a:b:c")).status,
    ]).toEqual([409, 200])
  })

  it.each([
    ["no name", { name: "", resourceSpecification: { sqs: { arn: "arn:aws:sqs:a:b:c" } } }],
    ["no resource", { name: "n", resourceSpecification: {} }],
    [
      "two resources",
      { name: "n", resourceSpecification: { sqs: { arn: "arn:aws:sqs:a:b:c" }, eventBridge: {} } },
    ],
    ["an ARN that is none", { name: "n", resourceSpecification: { sqs: { arn: "order-changes" } } }],
    [
      "a queue that does not exist",
      { name: "n", resourceSpecification: { sqs: { arn: "arn:aws:sqs:a:b:c" } } },
    ],
    [
      "an event bus without an account",
      { name: "n", resourceSpecification: { eventBridge: { region: "a" } } },
    ],
  ])("are refused with %s", async (_, body) => {
    expect((await send(simulator, "POST", DESTINATIONS, application, body)).status).toBe(400)
  })

  it.each([
    ["conflict", 409, 1],
    ["delete", 200, 0],
  ] as const)("that are used: %s", async (destinationInUse, status, left) => {
    simulator.switches.destinationInUse = destinationInUse
    const id = await destination()
    await subscribe(id)
    expect((await send(simulator, "DELETE", `${DESTINATIONS}/${id}`, application, "")).status).toBe(status)
    expect((await control(simulator, "GET", "subscriptions")).json.subscriptions).toHaveLength(left)
  })
})

describe("subscriptions", () => {
  it("are made for a seller, once, and found again", async () => {
    const id = await destination()
    expect((await get(simulator, ORDER_CHANGE, seller)).status).toBe(404)
    const made = await subscribe(id)
    expect([made.status, made.json.payload]).toEqual([
      200,
      { subscriptionId: expect.any(String), payloadVersion: "1.0", destinationId: id },
    ])
    expect((await get(simulator, ORDER_CHANGE, seller)).json.payload).toEqual(made.json.payload)
    expect(
      (await get(simulator, SUBSCRIPTIONS, seller, { notificationTypes: "ORDER_CHANGE" })).json.payload,
    ).toEqual({
      subscriptions: [made.json.payload],
    })
    expect([(await subscribe(id)).status, error(await subscribe(id)).code]).toEqual([409, "Conflict"])
  })

  it("are read by id and ended by the application", async () => {
    const { subscriptionId } = (await subscribe(await destination())).json.payload as Json
    const path = `${ORDER_CHANGE}/${String(subscriptionId)}`
    expect((await get(simulator, path, seller)).status).toBe(403)
    expect((await get(simulator, path, application)).status).toBe(200)
    expect((await send(simulator, "DELETE", path, seller, "")).status).toBe(403)
    expect((await send(simulator, "DELETE", path, application, "")).json).toEqual({})
    expect((await get(simulator, path, application)).status).toBe(404)
    simulator.addOrders([newOrder(1)])
    expect(notices()).toEqual([])
  })

  it.each<[string, Json]>([
    ["another payload version", { payloadVersion: "2.0" }],
    ["no destination", { destinationId: "x" }],
    ["a filter of another type", filtered({ eventFilterType: "ANY_OFFER_CHANGED" })],
    ["an unknown change type", filtered({ orderChangeTypes: ["OrderCreated"] })],
    ["an unknown marketplace", filtered({ marketplaceIds: ["US"] })],
    ["both kinds of filter", { processingDirective: { eventFilter: {}, filterExpression: "x" } }],
    ["an empty directive", { processingDirective: {} }],
  ])("are refused with %s", async (_, more) => {
    expect((await subscribe(await destination(), more)).status).toBe(400)
  })

  it("of a type that does not exist are refused", async () => {
    const body = { payloadVersion: "1.0", destinationId: await destination() }
    expect((await send(simulator, "POST", `${SUBSCRIPTIONS}/ORDER_STATUS_CHANGE`, seller, body)).status).toBe(
      400,
    )
  })

  it.each([
    [true, 403],
    [false, 200],
  ])("need the role for orders: %s", async (orderChangeNeedsRole, status) => {
    simulator.switches.orderChangeNeedsRole = orderChangeNeedsRole
    simulator.setRoles(SELLER, ["Product Listing"])
    expect((await subscribe(await destination())).status).toBe(status)
  })

  it("have the published limit of five at once", async () => {
    simulator.setLimit("createSubscription", { rate: 1, burst: 5 })
    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1) statuses.push((await subscribe("x")).status)
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
  })
})

describe("ORDER_CHANGE", () => {
  const [first, second] = [newOrder(1), newOrder(2)]
  beforeEach(async () => subscribe(await destination()))

  it("tells each change of an order, and nothing when only the time moved", () => {
    simulator.addOrders([first, second])
    simulator.touch(first.orderId)
    simulator.requestCancel(first.orderId)
    simulator.cancelOrder(first.orderId)
    simulator.shipOrder(second.orderId)
    const told = notices().map(changeOf)
    expect(
      told.map((one) => [one.AmazonOrderId, one.OrderChangeType, (one.Summary as Json).OrderStatus]),
    ).toEqual([
      [first.orderId, "OrderStatusChange", "Unshipped"],
      [second.orderId, "OrderStatusChange", "Unshipped"],
      [first.orderId, "BuyerRequestedChange", "Unshipped"],
      [first.orderId, "OrderStatusChange", "Canceled"],
      [second.orderId, "OrderStatusChange", "Shipped"],
    ])
    const [, , asked] = told
    expect(((asked?.Summary as Json).OrderItems as Json[])[0]?.IsBuyerRequestedCancel).toBe(true)
    expect(new Set(notices().map(idOf)).size).toBe(5)
  })

  it("comes for the seller who subscribed only", () => {
    simulator.addSeller({ sellingPartnerId: "A2OTHER", marketplaces: ["US"] })
    simulator.addOrders([first], "A2OTHER")
    expect(notices()).toEqual([])
  })

  it("comes before the change is seen, where that takes time", async () => {
    simulator.switches.visibilityDelayMs = 60_000
    simulator.addOrders([{ ...first, lastUpdatedTime: new Date(now).toISOString() }])
    expect(notices()).toHaveLength(1)
    expect((await get(simulator, `/orders/2026-01-01/orders/${first.orderId}`, seller)).status).toBe(404)
  })

  it("may be lost, come twice with one id, or late", async () => {
    simulator.switches.notificationLossShare = 1
    simulator.addOrders([first])
    expect(notices()).toEqual([])
    Object.assign(simulator.switches, { notificationLossShare: 0, notificationDuplicateShare: 1 })
    simulator.cancelOrder(first.orderId)
    const [one, other] = notices().map(idOf)
    expect([notices().length, one]).toEqual([2, other])
    Object.assign(simulator.switches, { notificationDuplicateShare: 0, notificationDelayMs: 60_000 })
    simulator.addOrders([second])
    const counts = async () => ((await control(simulator, "GET", "queues")).json.queues as Json[])[0]
    expect(await counts()).toEqual(expect.objectContaining({ visible: 2, delayed: 1 }))
    now += 60_000
    expect(await counts()).toEqual(expect.objectContaining({ visible: 3, delayed: 0 }))
  })
})

it.each<[string, Json, string[]]>([
  ["a marketplace", { marketplaceIds: ["A1PA6795UKMFR9"] }, []],
  ["a kind of change", { orderChangeTypes: ["BuyerRequestedChange"] }, ["BuyerRequestedChange"]],
])("ORDER_CHANGE is filtered by %s", async (_, filter, told) => {
  await subscribe(await destination(), filtered(filter))
  const order = newOrder(3)
  simulator.addOrders([order])
  simulator.requestCancel(order.orderId)
  expect(notices().map((notice) => changeOf(notice).OrderChangeType)).toEqual(told)
})
