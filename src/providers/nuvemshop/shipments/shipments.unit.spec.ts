import type { Shipment } from "../../../connector"
import { failureOfPromise } from "../__tests__/a-connection"
import { aBrokenConnection } from "../__tests__/local-server"
import { items, ShipmentDesk, shown } from "../__tests__/shipment-desk"

const desk = new ShipmentDesk()
const { server } = desk
const confirm = desk.confirm.bind(desk)
const atPlatform = desk.atPlatform.bind(desk)
beforeAll(() => server.start())
afterAll(() => server.stop())
const changes = desk.changes.bind(desk)

const tracking = (code: string) => ({ code, notify_customer: true })
const event = (description: string) => ({
  status: "dispatched",
  description,
  happened_at: "2026-11-03T10:00:00.000Z",
})

describe("a package that is the whole order", () => {
  it("is stepped through the states in order, with code and address", async () => {
    const told = atPlatform()
    await expect(confirm({ trackingUrl: "https://track.example/BR1" })).resolves.toEqual({
      outcome: "confirmed",
    })
    expect(changes()).toEqual([
      { call: "PATCH 01FFX", sent: { status: "PACKED" } },
      {
        call: "PATCH 01FFX",
        sent: {
          status: "DISPATCHED",
          tracking_info: { ...tracking("BR1"), url: "https://track.example/BR1" },
        },
      },
    ])
    expect(shown(told)).toEqual({ status: "shipped", packages: [["1", "BR1"]] })
  })

  it("changes nothing when it is confirmed again", async () => {
    atPlatform()
    await confirm()
    changes()
    await confirm()
    expect(changes()).toEqual([])
  })

  it("that was packed already is dispatched only; without a code the platform keeps none", async () => {
    atPlatform({ status: "PACKED" })
    await confirm({ trackingNumber: "" })
    expect(changes()).toEqual([{ call: "PATCH 01FFX", sent: { status: "DISPATCHED" } }])
  })

  it("gets its new code when it is confirmed with another one", async () => {
    atPlatform()
    await confirm()
    changes()
    await confirm({ trackingNumber: "BR9" })
    expect(changes()).toEqual([{ call: "PATCH 01FFX", sent: { tracking_info: tracking("BR9") } }])
  })

  it.each(["merge", "replace"] as const)(
    "gets its new address under the same code, and loses an address with the code that it belongs to (%s)",
    async (trackingInfo) => {
      const told = atPlatform()
      told.trackingInfo = trackingInfo
      await confirm({ trackingUrl: "https://track.example/BR1" })
      changes()
      await confirm({ trackingUrl: "https://track.example/parcels/BR1" })
      const url = "https://track.example/parcels/BR1"
      expect(changes()).toEqual([
        { call: "PATCH 01FFX", sent: { tracking_info: { ...tracking("BR1"), url } } },
      ])
      await confirm()
      expect(changes()).toEqual([])
      expect(told.told[0].tracking_info).toMatchObject({ code: "BR1", url })

      await confirm({ trackingNumber: "BR9" })
      expect(changes()).toEqual([
        { call: "PATCH 01FFX", sent: { tracking_info: { ...tracking("BR9"), url: null } } },
      ])
      expect(told.told[0].tracking_info).toMatchObject({ code: "BR9", url: null })
    },
  )

  it("that was delivered is left alone", async () => {
    atPlatform({ status: "DELIVERED", tracking_info: { code: "X" } })
    await confirm()
    expect(changes()).toEqual([])
  })

  it("of nothing to be sent is delivered at once", async () => {
    atPlatform({ shipping: { type: "non-shippable" } })
    await confirm({ trackingNumber: "" })
    expect(changes()).toEqual([{ call: "PATCH 01FFX", sent: { status: "DELIVERED" } }])
  })
})

describe("packages that hold a part of a fulfilment order", () => {
  const part = (packageNumber: number, trackingNumber: string, quantity: number) =>
    confirm({ packageNumber, trackingNumber, lines: [{ reference: "11", quantity }] })

  it("are noted with their numbers, and the order is shipped with the last of them", async () => {
    const told = atPlatform({ line_items: items([11, 3]) })
    await part(1, "BR1", 1)
    expect(changes().slice(1)).toEqual([
      { call: "PATCH 01FFX", sent: { status: "DISPATCHED", tracking_info: tracking("BR1") } },
      { call: "POST 01FFX/tracking-events", sent: event("Pacote 1 (1 de 3): BR1") },
    ])
    expect(shown(told)).toEqual({ status: "partially_shipped", packages: [["1", "BR1"]] })

    await part(2, "BR2", 2)
    expect(changes()).toEqual([
      { call: "PATCH 01FFX", sent: { tracking_info: tracking("BR2") } },
      { call: "POST 01FFX/tracking-events", sent: event("Pacote 2 (2 de 3): BR2") },
    ])
    expect(shown(told)).toEqual({
      status: "shipped",
      packages: [
        ["1", "BR1"],
        ["2", "BR2"],
      ],
    })

    // Whichever is confirmed again, nothing changes, nor does the code go back to the first one.
    await part(1, "BR1", 1)
    await part(2, "BR2", 2)
    expect(changes()).toEqual([])
  })

  it("get their new code where it was noted; the code that is shown belongs to the last package", async () => {
    const told = atPlatform({ line_items: items([11, 3]) })
    await part(1, "BR1", 1)
    await part(2, "BR2", 2)
    changes()
    await part(1, "BR9", 1)
    expect(changes()).toEqual([
      { call: "PUT 01FFX/tracking-events/E1", sent: event("Pacote 1 (1 de 3): BR9") },
    ])
    await part(2, "BR8", 2)
    expect(changes()).toEqual([
      { call: "PATCH 01FFX", sent: { tracking_info: tracking("BR8") } },
      { call: "PUT 01FFX/tracking-events/E2", sent: event("Pacote 2 (2 de 3): BR8") },
    ])
    expect(shown(told).packages).toEqual([
      ["1", "BR9"],
      ["2", "BR8"],
    ])
  })

  it("get a new address only where the code that is shown is theirs", async () => {
    const told = atPlatform({ line_items: items([11, 2]) })
    const at = (packageNumber: number, trackingUrl: string) =>
      confirm({
        packageNumber,
        trackingNumber: `BR${packageNumber}`,
        trackingUrl,
        lines: [{ reference: "11", quantity: 1 }],
      })
    await at(1, "https://track.example/1")
    await at(2, "https://track.example/2")
    changes()
    await at(1, "https://track.example/one")
    expect(changes()).toEqual([])
    await at(2, "https://track.example/two")
    const info = { ...tracking("BR2"), url: "https://track.example/two" }
    expect(changes()).toEqual([{ call: "PATCH 01FFX", sent: { tracking_info: info } }])
    expect(told.told[0].tracking_info).toMatchObject({ code: "BR2", url: "https://track.example/two" })
  })

  it("go on where a lost answer left them", async () => {
    const told = atPlatform({ line_items: items([11, 3]) })
    for (let lost = 1; lost <= 3; lost++) {
      let written = 0
      server.answer((request, response) => {
        const reply = told.answer(request)
        // The change is made and its answer is lost.
        if (request.method !== "GET" && ++written === 1) return aBrokenConnection(request, response)
        return reply
      })
      await expect(failureOfPromise(part(1, "BR1", 1))).resolves.toMatchObject({ kind: "outcome_unknown" })
    }
    server.answer((request) => told.answer(request))
    await part(1, "BR1", 1)
    expect(changes()).toEqual([])
    expect(told.told[0].tracking_events).toHaveLength(1)
    expect(shown(told)).toEqual({ status: "partially_shipped", packages: [["1", "BR1"]] })
  })
})

describe("a package that the platform does not take", () => {
  it.each<[string, Partial<Shipment>]>([
    ["a line that it does not know", { lines: [{ reference: "99", quantity: 1 }] }],
    ["more of a line than there are", { lines: [{ reference: "11", quantity: 2 }] }],
  ])("holds %s: nothing is changed", async (_what, given) => {
    atPlatform()
    const failure = await failureOfPromise(confirm(given))
    expect(failure).toMatchObject({
      kind: "rejected",
      problem: { code: "shipment_rejected", details: { order: "871254203" } },
    })
    expect(changes()).toEqual([])
  })

  it("is refused in the platform's words", async () => {
    server.answerInTurn(
      { json: [{ id: "F1", status: "UNPACKED", line_items: items([11, 1]) }] },
      { status: 422, json: { message: "The order is cancelled" } },
    )
    const failure = await failureOfPromise(confirm())
    expect(failure).toMatchObject({ kind: "rejected", problem: { code: "shipment_rejected" } })
    expect(failure.problem.details.reason).toContain("The order is cancelled")
  })

  it("is of an order that is not there", async () => {
    server.answerInTurn({ status: 404, json: {} })
    await expect(failureOfPromise(confirm())).resolves.toMatchObject({ kind: "not_found" })
  })

  it("stands in a state that is not documented", async () => {
    atPlatform({ status: "LOST" })
    await expect(failureOfPromise(confirm())).resolves.toMatchObject({ kind: "contract_broken" })
  })
})
