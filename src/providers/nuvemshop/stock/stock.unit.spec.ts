import type { StockLevel } from "../../../connector"
import { aConnection, failureOfPromise, settingsAt } from "../__tests__/a-connection"
import { aBrokenConnection, LocalServer, type Reply } from "../__tests__/local-server"
import { Transport } from "../transport"
import { NuvemshopStock } from "./stock"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const stock = () => new NuvemshopStock(new Transport(settingsAt(server.url)))
const level = (listingKey: string, quantity: number, locations?: StockLevel["locations"]): StockLevel => ({
  listingKey,
  sku: `SKU-${listingKey}`,
  quantity,
  ...(locations ? { locations } : {}),
})
const some = (count: number) => Array.from({ length: count }, (_, index) => level(`5/${index + 1}`, index))
const set = (levels: StockLevel[]) => stock().setLevels(aConnection(), levels)

type Body = {
  id: number
  variants: { id: number; inventory_levels: { location_id?: string; stock: number }[] }[]
}[]
const variantsOf = (body: Body) => body.flatMap(({ variants }) => variants)

/** Takes every list, but for what a test says about it. */
function atPlatform(say: (body: Body) => Reply | undefined = () => undefined, fails: number[] = []) {
  server.answer(({ body }) => {
    const given = JSON.parse(body) as Body
    return (
      say(given) ?? {
        json: given.map(({ id, variants }) => ({
          id,
          variants: variants.map((one) => ({ id: one.id, success: !fails.includes(one.id) })),
        })),
      }
    )
  })
}
const sizes = () => server.calls().map(({ sent }) => variantsOf(sent as Body).length)
const outcomes = (answers: { outcome: string }[]) => answers.map(({ outcome }) => outcome)

describe("setting levels", () => {
  it("is one call for all, by product, place by place where places are known", async () => {
    atPlatform()
    const places = [
      { locationId: "01LOCA", quantity: 2 },
      { locationId: "01LOCB", quantity: 1 },
    ]
    const answers = await set([level("5/1", 3, places), level("6/9", 0), level("5/2", 7)])
    expect(answers).toEqual([
      { listingKey: "5/1", outcome: "accepted" },
      { listingKey: "6/9", outcome: "accepted" },
      { listingKey: "5/2", outcome: "accepted" },
    ])
    expect(server.calls()).toEqual([
      {
        call: "PATCH /products/stock-price",
        sent: [
          {
            id: 5,
            variants: [
              {
                id: 1,
                inventory_levels: [
                  { location_id: "01LOCA", stock: 2 },
                  { location_id: "01LOCB", stock: 1 },
                ],
              },
              { id: 2, inventory_levels: [{ stock: 7 }] },
            ],
          },
          { id: 6, variants: [{ id: 9, inventory_levels: [{ stock: 0 }] }] },
        ],
      },
    ])
  })

  it("takes the platform's word for each variant", async () => {
    atPlatform(undefined, [2])
    const answers = await set([...some(3), level("not-a-variant", 1)])
    expect(outcomes(answers)).toEqual(["accepted", "rejected", "accepted", "rejected"])
    expect(answers[1]).toMatchObject({ problem: { code: "stock_rejected", details: { sku: "SKU-5/2" } } })
  })

  it("does not know of a variant that the platform does not mention", async () => {
    server.answerInTurn({ json: [{ id: 5, variants: [{ id: 1, success: true }] }] })
    expect(outcomes(await set(some(2)))).toEqual(["accepted", "unknown"])
  })

  it("never sends more than fifty variants", async () => {
    atPlatform()
    await set(some(120))
    expect(sizes()).toEqual([50, 50, 20])
  })

  it("finds the one variant for which a list is refused, and tells the platform's words about it alone", async () => {
    atPlatform((body) =>
      variantsOf(body).some(({ id }) => id === 3)
        ? { status: 422, json: { code: 422, message: "The stock must be at least 0." } }
        : undefined,
    )
    const answers = await set(some(8))
    expect(outcomes(answers)).toEqual(["accepted", "accepted", "rejected", ...Array(5).fill("accepted")])
    expect(answers[2]).toMatchObject({
      problem: { details: { sku: "SKU-5/3", reason: "HTTP 422: The stock must be at least 0." } },
    })
  })

  it("halves a list that is too heavy until it is taken", async () => {
    atPlatform((body) => (variantsOf(body).length > 3 ? { status: 429, json: {} } : undefined))
    expect(outcomes(await set(some(10)))).toEqual(Array(10).fill("accepted"))
    expect(sizes()).toEqual([10, 5, 3, 2, 5, 3, 2])
  })

  it("stops when even the smallest is too heavy", async () => {
    atPlatform(() => ({ status: 429, headers: { "x-rate-limit-reset": "9000" }, json: {} }))
    const answers = await set(some(4))
    expect(outcomes(answers)).toEqual(Array(4).fill("not_sent"))
    expect(answers[0]).toMatchObject({ problem: { code: "platform_throttled" }, retryAt: expect.any(Date) })
    expect(sizes()).toEqual([4, 2, 1])
  })

  it.each<[string, Parameters<LocalServer["answerInTurn"]>[0], string, string | undefined]>([
    ["a broken connection", aBrokenConnection, "unknown", undefined],
    ["a fault", { status: 500 }, "unknown", undefined],
    ["an answer that is not as documented", { json: { ok: true } }, "unknown", undefined],
    ["a missing permission", { status: 403, json: {} }, "not_sent", "access_denied"],
    ["a suspended store", { status: 402, json: {} }, "not_sent", "account_suspended"],
  ])("%s ends it: what was to follow is not sent", async (_what, reply, outcome, code) => {
    server.answerInTurn(reply)
    const answers = await set(some(60))
    expect(answers[0]).toMatchObject({ outcome, ...(code ? { problem: { code } } : {}) })
    expect(answers[59].outcome).toBe("not_sent")
    expect(server.received).toHaveLength(1)
  })

  it("fails as a whole when the authorisation is gone", async () => {
    server.answerInTurn({ status: 401, json: {} })
    await expect(failureOfPromise(set(some(2)))).resolves.toMatchObject({ kind: "authorization_lost" })
  })
})

describe("reading levels", () => {
  const variant = (id: number, changes: Record<string, unknown>) => ({
    id,
    stock_management: true,
    ...changes,
  })
  const read = (keys: string[]) =>
    stock().readLevels(
      aConnection(),
      keys.map((listingKey) => ({ listingKey, sku: "x" })),
    )

  it("asks for the products once, and leaves out what the platform does not have", async () => {
    const levels = [
      { location_id: "01LOCA", stock: 2 },
      { location_id: "01LOCB", stock: 3 },
    ]
    server.answerInTurn({
      json: [
        {
          id: 5,
          variants: [variant(1, { stock: 5, inventory_levels: levels }), variant(2, { stock: null })],
        },
        { id: 6, variants: [variant(9, { stock: 4, stock_management: false }), variant(8, { stock: "-1" })] },
      ],
    })
    await expect(read(["5/1", "5/2", "6/9", "6/8", "7/1", "odd"])).resolves.toEqual([
      {
        listingKey: "5/1",
        quantity: 5,
        locations: [
          { locationId: "01LOCA", quantity: 2 },
          { locationId: "01LOCB", quantity: 3 },
        ],
        fulfilledBy: "merchant",
      },
      { listingKey: "5/2", quantity: null, fulfilledBy: "merchant" },
      { listingKey: "6/9", quantity: null, fulfilledBy: "merchant" },
      { listingKey: "6/8", quantity: 0, fulfilledBy: "merchant" },
    ])
    expect(server.received).toHaveLength(1)
    expect(server.received[0].query.get("ids")).toBe("5,6,7")
  })

  it("goes on behind a list whose products are all gone, which is answered with 404", async () => {
    const keys = Array.from({ length: 31 }, (_, index) => `${index + 1}/1`)
    server.answerInTurn(
      { status: 404, json: { code: 404, message: "Not Found", description: "Last page is 0" } },
      { json: [{ id: 31, variants: [variant(1, { stock: 5 })] }] },
    )
    await expect(read(keys)).resolves.toEqual([{ listingKey: "31/1", quantity: 5, fulfilledBy: "merchant" }])
  })

  it("is put off where the list itself is not there", async () => {
    server.answerInTurn({ status: 404, json: { code: 404, message: "Not Found" } })
    await expect(failureOfPromise(read(["5/1"]))).resolves.toMatchObject({ kind: "unavailable" })
  })

  it("asks nothing about nothing", async () => {
    server.answerInTurn({ json: [] })
    await expect(read(["odd"])).resolves.toEqual([])
    expect(server.received).toHaveLength(0)
  })

  it("is not believed when it is not as documented", async () => {
    server.answerInTurn({ json: [{ id: 5 }] })
    await expect(failureOfPromise(read(["5/1"]))).resolves.toMatchObject({
      kind: "contract_broken",
      path: "0.variants",
    })
  })
})
