import { failureOfPromise } from "../__tests__/a-connection"
import type { Json } from "../__tests__/a-wire-order"
import { aBrokenConnection } from "../__tests__/local-server"
import { items, ShipmentDesk, shown } from "../__tests__/shipment-desk"

const desk = new ShipmentDesk()
const { server } = desk
const confirm = desk.confirm.bind(desk)
const atPlatform = desk.atPlatform.bind(desk)
beforeAll(() => server.start())
afterAll(() => server.stop())

describe("several fulfilment orders", () => {
  const places = (): [Json, Json] => [
    { id: "F1", line_items: items([11, 2]) },
    { id: "F2", line_items: items([11, 1], [12, 1]) },
  ]

  it("are all dispatched by a package that holds them, under its one number", async () => {
    const told = atPlatform(...places())
    await confirm({
      packageNumber: 4,
      lines: [
        { reference: "11", quantity: 3 },
        { reference: "12", quantity: 1 },
      ],
    })
    expect(told.told.map(({ status }) => status)).toEqual(["DISPATCHED", "DISPATCHED"])
    expect(shown(told)).toEqual({ status: "shipped", packages: [["4", "BR1"]] })
  })

  it("show a package only when all that it holds has left", async () => {
    const told = atPlatform(...places())
    const whole = {
      packageNumber: 4,
      lines: [
        { reference: "11", quantity: 3 },
        { reference: "12", quantity: 1 },
      ],
    }
    server.answer((request, response) =>
      request.method === "PATCH" && request.path.endsWith("/F2")
        ? aBrokenConnection(request, response)
        : told.answer(request),
    )
    await expect(failureOfPromise(confirm(whole))).resolves.toMatchObject({ kind: "outcome_unknown" })
    expect(shown(told)).toEqual({ status: "partially_shipped", packages: [["F1", "BR1"]] })

    server.answer((request) => told.answer(request))
    await confirm(whole)
    expect(shown(told)).toEqual({ status: "shipped", packages: [["4", "BR1"]] })
  })

  it.each(["BR1", ""])(
    "are not dispatched twice when the note of a package got lost (code %j)",
    async (trackingNumber) => {
      const told = atPlatform(
        { id: "F1", line_items: items([11, 2]) },
        { id: "F2", line_items: items([11, 2]) },
      )
      const own = { trackingNumber, lines: [{ reference: "11", quantity: 2 }] }
      server.answer((request, response) =>
        request.path.endsWith("/tracking-events")
          ? aBrokenConnection(request, response)
          : told.answer(request),
      )
      await expect(failureOfPromise(confirm(own))).resolves.toMatchObject({ kind: "outcome_unknown" })
      server.answer((request) => told.answer(request))
      await confirm(own)
      expect(told.told.map(({ status }) => status)).toEqual(["DISPATCHED", "UNPACKED"])
      expect(shown(told).packages).toEqual([["1", trackingNumber || null]])
    },
  )

  it("that a package does not hold stay as they are", async () => {
    const told = atPlatform(...places())
    await confirm({
      lines: [
        { reference: "12", quantity: 1 },
        { reference: "11", quantity: 1 },
      ],
    })
    expect(told.told.map(({ status }) => status)).toEqual(["UNPACKED", "DISPATCHED"])
    await confirm({ packageNumber: 2, trackingNumber: "BR2", lines: [{ reference: "11", quantity: 2 }] })
    expect(shown(told)).toEqual({
      status: "shipped",
      packages: [
        ["2", "BR2"],
        ["1", "BR1"],
      ],
    })
  })

  it("a package's new code stays with its own, although another one could take its goods", async () => {
    const told = atPlatform(
      { id: "F1", line_items: items([11, 2]) },
      { id: "F2", line_items: items([11, 2]) },
    )
    await confirm({ lines: [{ reference: "11", quantity: 2 }] })
    await confirm({ trackingNumber: "BR9", lines: [{ reference: "11", quantity: 2 }] })
    expect(told.told.map(({ status }) => status)).toEqual(["DISPATCHED", "UNPACKED"])
    expect(shown(told).packages).toEqual([["1", "BR9"]])
  })
})
