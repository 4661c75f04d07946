import { generateListings, startAmazonSimulator } from ".."
import { accessToken, get, type Json, nextToken, type Reply, send } from "./requests"
import { DE, ITEMS, LISTINGS, merge, OfferedListings, US } from "./offered-listings"

const offered = new OfferedListings()

const ALL = "summaries,attributes,issues,offers,fulfillmentAvailability,relationships,productTypes"
const skus = (reply: Reply) => (reply.json.items as Json[]).map(({ sku }) => sku)

describe("reading listings", () => {
  it("answers summaries unless more is asked for, of the marketplaces asked for", async () => {
    const { json } = await offered.item("MUG")
    expect(Object.keys(json)).toEqual(["sku", "summaries"])
    expect(json.summaries).toEqual([
      expect.objectContaining({ marketplaceId: US, itemName: "Mug", status: ["BUYABLE", "DISCOVERABLE"] }),
    ])
    const both = (await offered.item("MUG", { marketplaceIds: `${US},${DE}`, includedData: ALL })).json
    expect((both.summaries as Json[]).map((entry) => entry.marketplaceId)).toEqual([US, DE])
    expect(both.fulfillmentAvailability).toEqual([{ fulfillmentChannelCode: "DEFAULT", quantity: 5 }])
    expect((both.attributes as Json).externally_assigned_product_identifier).toEqual([
      { type: "ean", value: "4006381333931", marketplace_id: US },
      { type: "ean", value: "4006381333931", marketplace_id: DE },
    ])
  })

  it("tells Amazon's stock by its channel and without a number", async () => {
    expect(await offered.availability("FBA-MUG")).toEqual([{ fulfillmentChannelCode: "AMAZON_NA" }])
  })

  it.each([
    ["an unknown SKU", "NOPE", {}, 404],
    ["a SKU with every strange character", "ÅÄÖ 50% / a+b #1", {}, 200],
    ["a SKU that is not offered there", "ONLY-US", { marketplaceIds: DE }, 404],
    ["no marketplace", "MUG", { marketplaceIds: "" }, 400],
    ["a marketplace that is none", "MUG", { marketplaceIds: "AXXXX" }, 400],
    ["a marketplace of others", "MUG", { marketplaceIds: "A39IBJ37TRP1C6" }, 403],
    ["unknown data", "MUG", { includedData: "images" }, 400],
  ])("answers %s as it should", async (_, sku, query, status) => {
    expect((await offered.item(sku, query)).status).toBe(status)
  })

  it("belongs to the seller who authorised, with the role", async () => {
    expect(
      (
        await get(offered.simulator, "/listings/2021-08-01/items/AOTHER/MUG", offered.token, {
          marketplaceIds: US,
        })
      ).status,
    ).toBe(403)
    offered.simulator.setRoles("A2SIMULATOR00", ["Inventory and Order Tracking"])
    expect((await offered.item("MUG")).status).toBe(403)
  })

  it.each([
    ["SKUs", { identifiersType: "SKU", identifiers: "MUG,ONLY-US,NOPE" }, ["MUG", "ONLY-US"]],
    ["barcodes", { identifiersType: "EAN", identifiers: "4006381333931" }, ["MUG"]],
    ["a status", { withoutStatus: "BUYABLE" }, []],
    ["a day to come", { createdAfter: "2026-11-21T00:00:00Z" }, []],
    ["a variation", { variationParentSku: "MUG" }, []],
  ])("finds by %s", async (_, query, found) => {
    const reply = await offered.search({ sortBy: "sku", sortOrder: "ASC", ...query })
    expect([reply.json.numberOfResults, skus(reply)]).toEqual([found.length, found])
  })

  it("finds nothing with an empty page, or with 404 where a test lets it", async () => {
    const query = { identifiersType: "SKU", identifiers: "NOPE" }
    expect(await offered.search(query)).toMatchObject({ status: 200, json: { items: [] } })
    offered.simulator.switches.searchWithoutResults = "not-found"
    expect((await offered.search(query)).status).toBe(404)
  })

  it.each([
    ["identifiers without their type", { identifiers: "MUG" }],
    ["a type without identifiers", { identifiersType: "SKU" }],
    ["21 identifiers", { identifiersType: "SKU", identifiers: Array(21).fill("MUG").join(",") }],
    ["identifiers and a parent", { identifiersType: "SKU", identifiers: "MUG", variationParentSku: "MUG" }],
    ["a page of 21", { pageSize: "21" }],
    ["an unknown order", { sortBy: "price" }],
    ["a page token it did not give", { pageToken: "abc" }],
  ])("refuses %s", async (_, query) => {
    expect((await offered.search(query)).status).toBe(400)
  })

  it("leaves through pages, of which only the first thousand results can be reached", async () => {
    offered.simulator.addListings(generateListings({ seed: 1, count: 1010 }))
    const seen = new Set<unknown>()
    let pageToken: string | undefined
    let previous: unknown
    do {
      const reply = await offered.search({ pageSize: "20", sortBy: "sku", pageToken })
      expect(reply.json.numberOfResults).toBe(1014)
      for (const sku of skus(reply)) seen.add(sku)
      pageToken = nextToken(reply)
      previous = (reply.json.pagination as Json).previousToken
    } while (pageToken)
    expect(seen.size).toBe(1000)
    const back = await offered.search({ pageSize: "20", sortBy: "sku", pageToken: String(previous) })
    expect(skus(back)).toHaveLength(20)
    expect(
      (await offered.search({ pageSize: "20", sortBy: "createdDate", pageToken: String(previous) })).status,
    ).toBe(400)
  })
})

it("listings have the published limits", async () => {
  const strict = await startAmazonSimulator({ now: () => new Date("2026-11-20T12:00:00Z") })
  strict.addListings(LISTINGS)
  const access = await accessToken(strict)
  const query = { marketplaceIds: US }
  const counts: number[] = []
  for (const call of [
    () => get(strict, ITEMS, access, query),
    () => get(strict, `${ITEMS}/MUG`, access, query),
    () => send(strict, "PATCH", `${ITEMS}/MUG?marketplaceIds=${US}`, access, merge(1)),
  ]) {
    let passed = 0
    while ((await call()).status === 200) passed += 1
    counts.push(passed)
  }
  expect(counts).toEqual([5, 10, 5])
  await strict.close()
})
