import { NuvemshopShop, soon, type Given } from "./shop"

export function shipmentSuite(given: () => Given): void {
  async function openShop() {
    const shop = await NuvemshopShop.open(given(), { variants: [{ sku: "MUG-WHITE" }, { sku: "CAP-NAVY" }] })
    await shop.switchOn("shipments")
    return shop
  }

  it("steps the fulfilment order through its states, with number and address, and asks for no carrier", async () => {
    const shop = await openShop()
    const { atPlatform, here } = await shop.order({ lines: [{ sku: "MUG-WHITE", quantity: 2 }] })
    await shop.ship(here, { number: "BR123", url: "https://rastreio.example/BR123" })
    await shop.confirmed()
    expect(shop.steps(atPlatform)).toEqual(["PACKED", "DISPATCHED BR123"])
    expect(shop.fulfillmentOrders(atPlatform)).toMatchObject([
      { status: "DISPATCHED", tracking: { code: "BR123", url: "https://rastreio.example/BR123" } },
    ])
  })

  it("goes without a tracking number, and the number follows when there is one", async () => {
    const shop = await openShop()
    const { atPlatform, here } = await shop.order({ lines: [{ sku: "MUG-WHITE" }] })
    await shop.ship(here)
    const [dispatch] = await shop.confirmed()
    expect(shop.steps(atPlatform)).toEqual(["PACKED", "DISPATCHED -"])

    const { status } = await given().admin.post(`dispatches/${dispatch.id}/tracking`, {
      tracking_number: "BR456",
    })
    expect(status).toBe(200)
    await soon(() => shop.fulfillmentOrders(atPlatform)[0].tracking.code, "BR456")
    await shop.confirmed()
    expect(shop.steps(atPlatform)).toEqual(["PACKED", "DISPATCHED -"])
  })

  it("of a part leaves the rest unpacked, which follows as another package", async () => {
    const shop = await openShop()
    const { atPlatform, here } = await shop.order({
      lines: [{ sku: "MUG-WHITE" }, { sku: "CAP-NAVY" }],
      packages: 2,
    })
    const statuses = () => shop.fulfillmentOrders(atPlatform).map(({ status }) => status)
    await shop.ship(here, { number: "P1" }, [here.lines[0]])
    await shop.confirmed()
    expect(statuses().sort()).toEqual(["DISPATCHED", "UNPACKED"])

    await shop.ship(here, { number: "P2" }, [here.lines[1]])
    await shop.confirmed(2)
    expect(statuses()).toEqual(["DISPATCHED", "DISPATCHED"])
    expect(
      given()
        .simulator.dispatches(atPlatform)
        .map(({ times }) => times),
    ).toEqual([1, 1])
  })

  it("of a part of one fulfilment order is noted there with its number, each once", async () => {
    const shop = await openShop()
    const { atPlatform, here } = await shop.order({ lines: [{ sku: "MUG-WHITE" }, { sku: "CAP-NAVY" }] })
    await shop.ship(here, { number: "P1" }, [here.lines[0]])
    await shop.confirmed()
    await shop.ship(here, { number: "P2" }, [here.lines[1]])
    await shop.confirmed(2)
    const [{ status, events }] = shop.fulfillmentOrders(atPlatform)
    expect(status).toBe("DISPATCHED")
    expect(events.map(({ description }) => description)).toEqual([
      "Pacote 1 (1 de 2): P1",
      "Pacote 2 (1 de 2): P2",
    ])
    expect(shop.steps(atPlatform)).toEqual(["PACKED", "DISPATCHED P1"])
  })

  it("without an answer is looked up, and not repeated", async () => {
    const shop = await openShop()
    const { simulator } = given()
    const { atPlatform, here } = await shop.order({ lines: [{ sku: "MUG-WHITE" }] })
    // The second change of the fulfilment order, which sends it on its way, takes effect and is not answered.
    simulator.addFault({ kind: "drop", when: "after", operation: "updateFulfillmentOrder", skip: 1 })
    await shop.ship(here, { number: "BR789" })
    await shop.lost()
    const changes = simulator.callCount("updateFulfillmentOrder")

    await shop.later()
    await shop.confirmed()
    expect(simulator.callCount("updateFulfillmentOrder")).toBe(changes)
    expect(simulator.dispatches(atPlatform)).toMatchObject([{ times: 1, trackingCodes: ["BR789"] }])
  })

  it("that broke off half-way is found where it stands and goes on from there", async () => {
    const shop = await openShop()
    const { simulator } = given()
    const { atPlatform, here } = await shop.order({ lines: [{ sku: "MUG-WHITE" }] })
    simulator.addFault({ kind: "drop", when: "before", operation: "updateFulfillmentOrder", skip: 1 })
    await shop.ship(here, { number: "BR321" })
    await shop.lost()
    expect(shop.steps(atPlatform)).toEqual(["PACKED"])

    await shop.later()
    await shop.confirmed()
    expect(shop.steps(atPlatform)).toEqual(["PACKED", "DISPATCHED BR321"])
  })

  it("stays owed while the platform has suspended the store, and is sent when it serves it again", async () => {
    const shop = await openShop()
    const { simulator, admin } = given()
    const { atPlatform, here } = await shop.order({ lines: [{ sku: "MUG-WHITE" }] })
    simulator.suspend(shop.storeId)
    await shop.ship(here, { number: "BR654" })
    await soon(async () => (await shop.dispatches())[0]?.problem?.code, "account_suspended")
    expect((await shop.dispatches())[0]).toMatchObject({ state: "owed" })
    expect((await admin.get(`accounts/${shop.accountId}`)).data.account).toMatchObject({
      state: "paused",
      problem: { code: "account_suspended" },
    })

    simulator.resume(shop.storeId)
    await admin.post(`accounts/${shop.accountId}/resume`)
    await shop.later()
    await shop.confirmed()
    expect(shop.steps(atPlatform)).toEqual(["PACKED", "DISPATCHED BR654"])
  })
}
