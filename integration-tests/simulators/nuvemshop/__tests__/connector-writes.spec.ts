import { createServer } from "node:http"
import { DEMO_STORE } from ".."
import { kindOf, meet, read, type Meeting } from "./connector-meeting"

jest.setTimeout(30_000)

const url = "https://shop.example/hooks/marketplaces/nuvemshop"

let meeting: Meeting
beforeEach(async () => {
  meeting = await meet()
})
afterEach(() => meeting.sim.close())

describe("confirming packages", () => {
  const shipment = (
    reference: string,
    packageNumber: number,
    lines: { reference: string; quantity: number }[],
  ) => ({
    reference,
    marketplace: String(DEMO_STORE.id),
    packageNumber,
    carrier: { code: "", name: null },
    shippingMethod: null,
    trackingNumber: `BR${packageNumber}`,
    trackingUrl: "https://track.example/x",
    shippedAt: new Date(),
    lines,
  })
  const linesOf = async (reference: string) =>
    (await read(meeting, reference)).lines.map((line) => ({
      reference: line.reference,
      quantity: line.quantity,
    }))

  it.each(["updateFulfillmentOrder", "createTrackingEvent"] as const)(
    "survives lost answers of %s at every step, and dispatches once",
    async (operation) => {
      const placed = meeting.sim.placeOrder({ lines: [{ sku: "MUG-WHITE", quantity: 3 }], silent: true })
      const reference = String(placed.id)
      const [line] = await linesOf(reference)
      const own = shipment(reference, 1, [{ ...line, quantity: 1 }])
      for (const skip of [0, 0, 0]) {
        meeting.sim.addFault({ kind: "drop", when: "after", operation, times: 1, skip })
        await kindOf(meeting.connector.shipments.confirm(meeting.connection, own))
      }
      meeting.sim.clearFaults()
      await meeting.connector.shipments.confirm(meeting.connection, own)
      await expect(read(meeting, reference)).resolves.toMatchObject({
        status: "partially_shipped",
        packages: [{ reference: "1", trackingNumber: "BR1" }],
      })
      await meeting.connector.shipments.confirm(
        meeting.connection,
        shipment(reference, 2, [{ ...line, quantity: 2 }]),
      )
      await expect(read(meeting, reference)).resolves.toMatchObject({
        status: "shipped",
        packages: [
          { reference: "1", trackingNumber: "BR1" },
          { reference: "2", trackingNumber: "BR2" },
        ],
      })
      expect(meeting.sim.dispatches(placed.id)).toMatchObject([{ times: 1 }])
    },
  )

  it("dispatches both fulfilment orders of an order that leaves two places", async () => {
    const placed = meeting.sim.placeOrder({
      lines: [
        { sku: "MUG-WHITE", quantity: 2 },
        { sku: "CAP-NAVY", quantity: 1 },
      ],
      packages: 2,
      silent: true,
    })
    const reference = String(placed.id)
    await meeting.connector.shipments.confirm(
      meeting.connection,
      shipment(reference, 1, await linesOf(reference)),
    )
    await expect(read(meeting, reference)).resolves.toMatchObject({
      status: "shipped",
      packages: [{ reference: "1" }],
    })
    expect(meeting.sim.dispatches(placed.id)).toHaveLength(2)
  })

  it.each(["replace", "merge"] as const)(
    "leaves no address beside a code that it does not belong to (%s)",
    async (trackingInfo) => {
      meeting.sim.switches.trackingInfo = trackingInfo
      const placed = meeting.sim.placeOrder({ lines: [{ sku: "MUG-WHITE", quantity: 1 }], silent: true })
      const reference = String(placed.id)
      const own = shipment(reference, 1, await linesOf(reference))
      const tracking = () => meeting.sim.order(placed.id).fulfillmentOrders[0].tracking
      const confirm = async (changes: Partial<typeof own> & { trackingUrl: string }) => {
        await meeting.connector.shipments.confirm(meeting.connection, { ...own, ...changes })
        return tracking()
      }
      const url = "https://track.example/y"
      expect(await confirm(own)).toEqual({ code: "BR1", url: own.trackingUrl })
      expect(await confirm({ trackingUrl: url })).toEqual({ code: "BR1", url })
      expect(await confirm({ trackingNumber: "BR9", trackingUrl: "" })).toEqual({ code: "BR9", url: null })
    },
  )

  it("leaves alone what was shipped in the platform's own admin with the same code", async () => {
    const placed = meeting.sim.placeOrder({ lines: [{ sku: "MUG-WHITE", quantity: 1 }], silent: true })
    const reference = String(placed.id)
    meeting.sim.shipOrder(placed.id, { trackingCode: "BR1", trackingUrl: "https://track.example/x" })
    meeting.sim.clearEffects()
    await meeting.connector.shipments.confirm(
      meeting.connection,
      shipment(reference, 1, await linesOf(reference)),
    )
    expect(meeting.sim.effects().filter(({ cause }) => cause === "api")).toEqual([])
  })
})

describe("stock, locations and listings", () => {
  it("are set place by place and read back", async () => {
    const listings = (await meeting.connector.listings.read(meeting.connection, "x")).listings
    const mug = listings.find(({ sku }) => sku === "MUG-WHITE")
    const places = await meeting.connector.locations.list(meeting.connection)
    expect(places.map(({ isDefault }) => isDefault)).toEqual([true, false])
    if (!mug) throw new Error("no such listing")
    const { listingKey } = mug
    const locations = places.map(({ id }, index) => ({ locationId: id, quantity: index + 3 }))
    await expect(
      meeting.connector.stock.setLevels(meeting.connection, [
        { listingKey, sku: "MUG-WHITE", quantity: 7, locations },
      ]),
    ).resolves.toEqual([{ listingKey, outcome: "accepted" }])
    const [level] = await meeting.connector.stock.readLevels(meeting.connection, [
      { listingKey, sku: "MUG-WHITE" },
    ])
    expect(level).toMatchObject({ listingKey, quantity: 7, fulfilledBy: "merchant" })
    expect(new Map(level.locations?.map((one) => [one.locationId, one.quantity]))).toEqual(
      new Map(locations.map((one) => [one.locationId, one.quantity])),
    )
  })

  it.each(["list", "not-found"] as const)(
    "of products that are all gone are not told, however the platform answers that (%s)",
    async (emptyLists) => {
      meeting.sim.switches.emptyLists = emptyLists
      const { listings } = await meeting.connector.listings.read(meeting.connection, "x")
      const named = listings.map(({ listingKey, sku }) => ({ listingKey, sku: sku ?? "" }))
      meeting.sim.store().products.clear()
      await expect(meeting.connector.stock.readLevels(meeting.connection, named)).resolves.toEqual([])
    },
  )

  it("tell a variant that fails and a level that is refused from the others", async () => {
    const { listings } = await meeting.connector.listings.read(meeting.connection, "x")
    const levels = listings.map(({ listingKey, sku }, index) => ({
      listingKey,
      sku: sku ?? "",
      quantity: index === 2 ? -1 : index,
    }))
    const answers = await meeting.connector.stock.setLevels(meeting.connection, levels)
    expect(answers.map(({ outcome }) => outcome)).toEqual(
      levels.map(({ quantity }) => (quantity < 0 ? "rejected" : "accepted")),
    )
  })

  it("name a listing as orders name it", async () => {
    const { listings } = await meeting.connector.listings.read(meeting.connection, "x")
    const placed = meeting.sim.placeOrder({
      lines: listings.map(({ sku }) => ({ sku: sku ?? "", quantity: 1 })),
      silent: true,
    })
    const { lines } = await read(meeting, String(placed.id))
    expect(lines.map(({ listingKey, title }) => [listingKey, title])).toEqual(
      listings.map(({ listingKey, title }) => [listingKey, title]),
    )
  })
})

describe("webhooks", () => {
  it.each([
    ["list", "number"],
    ["not-found", "int64"],
  ] as const)("are registered once, and understood when they come (%s, %s)", async (emptyLists, orderIds) => {
    Object.assign(meeting.sim.switches, { emptyLists, orderIds })
    const events: unknown[] = []
    const receiver = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const raw = Buffer.concat(chunks)
        const topic = request.url?.split("/").at(5)
        const trusted = meeting.connector.webhooks.verify(raw, request.headers)
        if (trusted) events.push(...meeting.connector.webhooks.parse(raw, topic))
        response.writeHead(trusted ? 200 : 401).end()
      })
    })
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve))
    try {
      const address = receiver.address()
      const port = typeof address === "object" && address ? address.port : 0
      const here = `http://127.0.0.1:${port}/hooks/marketplaces/nuvemshop`
      await meeting.connector.webhooks.register(meeting.connection, url)
      const count = meeting.sim.webhooks().length
      await meeting.connector.webhooks.register(meeting.connection, here)
      await meeting.connector.webhooks.register(meeting.connection, here)
      expect(meeting.sim.webhooks()).toHaveLength(count)
      meeting.sim.app().privacyUrls = {
        storeRedact: `${here}/store-redact`,
        customersRedact: `${here}/customers-redact`,
        customersDataRequest: `${here}/customers-data-request`,
      }
      const placed = meeting.sim.placeOrder({ lines: [{ sku: "MUG-WHITE", quantity: 1 }] })
      meeting.sim.customersRedact({ orderIds: [placed.id] })
      meeting.sim.dataRequest({ orderIds: [placed.id] })
      meeting.sim.storeRedact()
      await meeting.sim.settle()
      const externalId = String(DEMO_STORE.id)
      const reference = meeting.sim.shownOrderId(placed.id)
      expect(events).toContainEqual({ kind: "order_changed", externalId, reference })
      for (const kind of ["customer_redact", "customer_data", "store_redact"]) {
        expect(events).toContainEqual(
          expect.objectContaining({
            kind: "privacy",
            externalId,
            request: expect.objectContaining({ kind, orders: kind === "store_redact" ? [] : [reference] }),
          }),
        )
      }
      expect(meeting.sim.deliveries().every(({ outcome }) => outcome === "delivered")).toBe(true)
      await meeting.connector.webhooks.unregister(meeting.connection, here)
      expect(meeting.sim.webhooks()).toHaveLength(0)
    } finally {
      receiver.closeAllConnections()
      await new Promise((resolve) => receiver.close(resolve))
    }
  })

  it("to an address that the platform does not take are refused with its words", async () => {
    meeting.sim.switches.allowLocalWebhooks = false
    const refused = meeting.connector.webhooks.register(
      meeting.connection,
      "http://localhost:9000/hooks/marketplaces/nuvemshop",
    )
    await expect(refused).rejects.toMatchObject({
      connectorFailure: { kind: "rejected", problem: { code: "webhooks_not_registered" } },
    })
  })
})
