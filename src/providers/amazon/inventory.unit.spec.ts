import { aConnection } from "./__tests__/a-connection"
import { anError, AnApi, type ApiReply } from "./__tests__/an-api"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import { AmazonInventory } from "./inventory"

const api = new AnApi()
beforeAll(() => api.start())
afterAll(() => api.stop())

const BR = "A2Q3Y263D00KWC"
const read = (warnings: string[] = []) =>
  new AmazonInventory(api.transport()).read(
    aConnection({ logger: { info: () => undefined, warn: (message) => void warnings.push(message) } }),
    BR,
  )

type Json = Record<string, unknown>
const aSummary = (changes: Json = {}, details: Json = {}): Json => ({
  asin: "B0EXAMPLE1",
  fnSku: "X000000001",
  sellerSku: "MUG-1",
  condition: "NewItem",
  productName: "A mug",
  totalQuantity: 40,
  inventoryDetails: {
    fulfillableQuantity: 10,
    inboundWorkingQuantity: 7,
    inboundShippedQuantity: 5,
    inboundReceivingQuantity: 4,
    reservedQuantity: { totalReservedQuantity: 3, pendingCustomerOrderQuantity: 3 },
    researchingQuantity: { totalResearchingQuantity: 2 },
    unfulfillableQuantity: { totalUnfulfillableQuantity: 1 },
    ...details,
  },
  ...changes,
})
const aPage = (inventorySummaries: unknown[], nextToken?: string): ApiReply => ({
  json: {
    payload: { granularity: { granularityType: "Marketplace", granularityId: BR }, inventorySummaries },
    ...(nextToken === undefined ? {} : { pagination: { nextToken } }),
  },
})
const refused: ApiReply = { status: 400, json: anError("InvalidInput", "x") }

describe("reading the stock that Amazon holds", () => {
  it("asks for everything in detail, and counts goods as on their way once they have left", async () => {
    api.answer(aPage([aSummary()]))
    await expect(read()).resolves.toEqual([
      {
        listingKey: "MUG-1",
        sku: "MUG-1",
        title: "A mug",
        available: 10,
        reserved: 3,
        inbound: 9,
        unfulfillable: 3,
      },
    ])
    expect(api.calls[0].path).toBe("/fba/inventory/v1/summaries")
    expect(Object.fromEntries(api.calls[0].query)).toEqual({
      details: "true",
      granularityType: "Marketplace",
      granularityId: BR,
      marketplaceIds: BR,
    })
  })

  it("reads all pages with the same parameters", async () => {
    api.answer(aPage([aSummary()], "n+/="), aPage([], "more"), aPage([aSummary({ sellerSku: "CUP-1" })], ""))
    const held = await read()
    expect(held.map(({ listingKey }) => listingKey)).toEqual(["MUG-1", "CUP-1"])
    const [first, second] = api.calls.map(({ query }) => Object.fromEntries(query))
    expect(second).toEqual({ ...first, nextToken: "n+/=" })
    expect(api.calls).toHaveLength(3)
  })

  it("begins again when the page token died, and gives up in the end", async () => {
    api.answer(aPage([aSummary()], "t"), refused, aPage([aSummary({ sellerSku: "CUP-1" })]))
    await expect(read()).resolves.toMatchObject([{ listingKey: "CUP-1" }])
    api.answer(aPage([], "1"), refused, aPage([], "2"), refused, aPage([], "3"), refused)
    await expect(failureOfPromise(read())).resolves.toMatchObject({ kind: "unavailable" })
    expect(api.calls).toHaveLength(6)
  })

  it("of a seller without FBA finds none", async () => {
    api.answer(refused)
    await expect(read()).resolves.toEqual([])
  })

  it.each<[string, ApiReply, string]>([
    ["a 400 of another kind", { status: 400, json: anError("Other", "x") }, "rejected"],
    ["a missing role", { status: 403, json: anError("Unauthorized", "x") }, "rejected"],
    ["a fault", { status: 503 }, "unavailable"],
    ["the quota", { status: 429 }, "throttled"],
  ])("does not take %s for no stock", async (_name, reply, kind) => {
    api.answer(reply)
    await expect(failureOfPromise(read())).resolves.toMatchObject({ kind })
  })

  it("adds up the rows of one SKU, and counts the same row once", async () => {
    api.answer(
      aPage([aSummary(), aSummary({ fnSku: "X000000002" })], "t"),
      aPage([
        aSummary({}, { fulfillableQuantity: 11 }),
        aSummary({ fnSku: null, condition: "UsedGood", productName: null }, { fulfillableQuantity: 1 }),
      ]),
    )
    await expect(read()).resolves.toEqual([
      {
        listingKey: "MUG-1",
        sku: "MUG-1",
        title: "A mug",
        available: 22,
        reserved: 9,
        inbound: 27,
        unfulfillable: 9,
      },
    ])
  })

  it("leaves out what has no SKU, and says how many", async () => {
    const warnings: string[] = []
    api.answer(aPage([aSummary({ sellerSku: undefined }), aSummary({ sellerSku: " " }), aSummary(), null]))
    await expect(read(warnings)).resolves.toMatchObject([{ listingKey: "MUG-1" }])
    expect(warnings).toEqual([`FBA stock of ${BR}: 3 rows without a usable SKU were left out`])
  })

  it.each<[string, Json, string]>([
    ["details", { inventoryDetails: undefined }, "inventoryDetails"],
    ["details that are null", { inventoryDetails: null }, "inventoryDetails"],
    ["a word of what can be sold", { inventoryDetails: {} }, "inventoryDetails.fulfillableQuantity"],
    [
      "a number of what can be sold",
      { inventoryDetails: { fulfillableQuantity: "3" } },
      "inventoryDetails.fulfillableQuantity",
    ],
  ])(
    "leaves a SKU with a row without %s out, all of its rows and none of the others, and says which",
    async (_what, changes, path) => {
      const warnings: string[] = []
      api.answer(
        aPage([
          aSummary(),
          aSummary({ sellerSku: "CUP-1" }),
          aSummary({ sellerSku: " MUG-1", fnSku: "X000000002", ...changes }),
          aSummary({ fnSku: "X000000003" }),
        ]),
      )
      await expect(read(warnings)).resolves.toMatchObject([{ listingKey: "CUP-1", available: 10 }])
      expect(warnings).toEqual([
        `FBA stock of ${BR}: SKUs whose count is not told were left out: MUG-1 (${path})`,
      ])
    },
  )

  it("names the first of many SKUs that it leaves out", async () => {
    const warnings: string[] = []
    const broken = Array.from({ length: 25 }, (_none, at) => ({ sellerSku: `CUP-${at}` }))
    api.answer(aPage([aSummary(), ...broken]))
    await expect(read(warnings)).resolves.toMatchObject([{ listingKey: "MUG-1" }])
    expect(warnings).toEqual([expect.stringMatching(/: CUP-0 .*, CUP-19 \(inventoryDetails\) and 5 more$/)])
  })

  it("takes a part that is not mentioned for empty", async () => {
    const details = { fulfillableQuantity: 4 }
    api.answer(aPage([{ sellerSku: "MUG-1", inventoryDetails: details }]))
    await expect(read()).resolves.toEqual([
      {
        listingKey: "MUG-1",
        sku: "MUG-1",
        title: null,
        available: 4,
        reserved: 0,
        inbound: 0,
        unfulfillable: 0,
      },
    ])
  })

  it.each<[string, ApiReply, string]>([
    ["no payload", { json: { errors: [] } }, "payload"],
    ["no list", { json: { payload: {} } }, "payload.inventorySummaries"],
    ["no details", aPage([{ sellerSku: "MUG-1", totalQuantity: 3 }]), "inventoryDetails"],
    [
      "no word of what can be sold",
      aPage([{ sellerSku: "MUG-1", inventoryDetails: {} }]),
      "inventoryDetails.fulfillableQuantity",
    ],
    [
      "less than nothing",
      aPage([aSummary({}, { fulfillableQuantity: -1 })]),
      "inventoryDetails.fulfillableQuantity",
    ],
    ["a page that leads to itself", aPage([], "t"), "pagination.nextToken"],
  ])(
    "finds %s, and nothing else, to break the contract: unknown is never zero",
    async (_name, reply, path) => {
      api.answer(reply)
      await expect(failureOfPromise(read())).resolves.toMatchObject({ kind: "contract_broken", path })
    },
  )
})
