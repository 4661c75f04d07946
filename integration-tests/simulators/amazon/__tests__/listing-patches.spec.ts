import type { AmazonSimulator } from ".."
import { error, type Json } from "./requests"
import { merge, OfferedListings, operation, US } from "./offered-listings"

const offered = new OfferedListings()

describe("a quantity that is submitted", () => {
  it("is seen in the attributes at once, and holds after the delay", async () => {
    offered.simulator.switches.listingEffectDelayMs = 60_000
    const { json } = await offered.patch("MUG", merge(9))
    expect(json).toEqual({ sku: "MUG", status: "ACCEPTED", submissionId: expect.any(String), issues: [] })
    expect(await offered.submitted("MUG")).toEqual([
      expect.objectContaining({ quantity: 9, lead_time_to_ship_max_days: 3, marketplace_id: US }),
    ])
    expect(await offered.availability("MUG")).toEqual([{ fulfillmentChannelCode: "DEFAULT", quantity: 5 }])
    offered.now += 60_000
    expect(await offered.availability("MUG")).toEqual([{ fulfillmentChannelCode: "DEFAULT", quantity: 9 }])
    expect(offered.simulator.offered("MUG")).toBe(9)
    expect(offered.simulator.listingPatches("MUG")).toEqual([
      {
        at: "2026-11-20T12:00:00.000Z",
        sku: "MUG",
        submissionId: json.submissionId,
        marketplaceIds: [US],
        op: "merge",
        channel: "DEFAULT",
        quantity: 9,
      },
    ])
  })

  it.each([
    ["merge", true],
    ["replace", false],
    ["add", false],
  ])("with %s keeps the time to ship: %s", async (op, keeps) => {
    await offered.patch("MUG", operation(op, { fulfillment_channel_code: "DEFAULT", quantity: 1 }))
    expect(JSON.stringify(await offered.submitted("MUG")).includes("lead_time_to_ship_max_days")).toBe(keeps)
    expect(offered.simulator.offered("MUG")).toBe(1)
  })

  it("goes with delete", async () => {
    await offered.patch("MUG", operation("delete", { fulfillment_channel_code: "DEFAULT" }))
    expect([await offered.submitted("MUG"), await offered.availability("MUG")]).toEqual([[], []])
  })

  it("makes a merchant's entry of a SKU that Amazon fulfils: the hazard", async () => {
    expect((await offered.patch("FBA-MUG", merge(4))).json.status).toBe("ACCEPTED")
    expect(await offered.availability("FBA-MUG")).toEqual([
      { fulfillmentChannelCode: "AMAZON_NA" },
      { fulfillmentChannelCode: "DEFAULT", quantity: 4 },
    ])
  })

  it("is only tried with VALIDATION_PREVIEW", async () => {
    const reply = await offered.patch(
      "MUG",
      merge(9),
      "&mode=VALIDATION_PREVIEW&includedData=identifiers,issues",
    )
    expect(reply.json).toMatchObject({ status: "VALID", identifiers: [{ marketplaceId: US }] })
    expect([offered.simulator.offered("MUG"), offered.simulator.listingPatches()]).toEqual([5, []])
    expect((await offered.patch("MUG", merge(9), "&mode=OTHER")).status).toBe(400)
  })

  it("of 0 takes the offer away from buyers", async () => {
    await offered.patch("MUG", merge(0))
    const status = async () => ((await offered.item("MUG")).json.summaries as Json[])[0]?.status
    expect(await status()).toEqual(["DISCOVERABLE"])
    offered.simulator.switches.soldOutStatus = "buyable"
    expect(await status()).toEqual(["BUYABLE", "DISCOVERABLE"])
  })
})

describe("a submission that is refused", () => {
  const invalid = (code: string) => [200, "INVALID", code]
  const path = "/attributes/fulfillmentAvailability"
  it.each<[string, unknown, unknown[]]>([
    ["a negative quantity", merge(-1), invalid("90244")],
    ["half a unit", merge(1.5), invalid("90244")],
    ["a quantity in quotes", merge("5"), invalid("90244")],
    ["an unknown channel", merge(5, { fulfillment_channel_code: "MFN" }), invalid("90244")],
    [
      "a camelCase path",
      operation("merge", { fulfillment_channel_code: "DEFAULT", quantity: 1 }, path),
      invalid("90000900"),
    ],
    ["another product type", { ...merge(5), productType: "LUGGAGE" }, invalid("90000901")],
    [
      "no channel",
      merge(5, { fulfillment_channel_code: undefined }),
      [400, "InvalidInput", "Invalid parameters provided."],
    ],
    [
      "camelCase fields",
      operation("merge", { fulfillmentChannelCode: "DEFAULT", quantity: 1 }),
      [400, "InvalidInput", "Invalid parameters provided."],
    ],
    [
      "no value",
      operation("merge", undefined),
      [400, "InvalidInput", "Value is missing for patch at index of 0."],
    ],
    ["no patches", { productType: "PRODUCT", patches: [] }, [400, "InvalidInput", expect.any(String)]],
    ["no product type", { patches: merge(1).patches }, [400, "InvalidInput", expect.any(String)]],
    ["an unknown operator", operation("move", {}), [400, "InvalidInput", expect.any(String)]],
    [
      "a value that is no list",
      { productType: "PRODUCT", patches: [{ ...merge(1).patches[0], value: {} }] },
      [400, "InvalidInput", expect.any(String)],
    ],
  ])("for %s changes nothing", async (_, body, said) => {
    const reply = await offered.patch("MUG", body)
    const [issue] = (reply.json.issues as Json[] | undefined) ?? []
    expect(
      reply.status === 200
        ? [200, reply.json.status, issue?.code]
        : [reply.status, error(reply).code, error(reply).message],
    ).toEqual(said)
    expect([offered.simulator.offered("MUG"), offered.simulator.listingPatches()]).toEqual([5, []])
  })

  it("of an unknown SKU, or of one that a test lets Amazon refuse", async () => {
    expect(await offered.patch("NOPE", merge(1))).toMatchObject({ status: 200, json: { status: "INVALID" } })
    offered.simulator.switches.patchUnknownSku = "not-found"
    expect((await offered.patch("NOPE", merge(1))).status).toBe(404)
    offered.simulator.updateListing("MUG", { refusal: { code: "8541", message: "No." } })
    expect((await offered.patch("MUG", merge(1))).json).toMatchObject({
      status: "INVALID",
      issues: [{ code: "8541", message: "No." }],
    })
  })

  it.each<[Partial<AmazonSimulator["switches"]>, string, unknown, string]>([
    [{ missingChannelCode: "issue" }, "MUG", merge(5, { fulfillment_channel_code: undefined }), "INVALID"],
    [{ wrongProductType: "accept" }, "MUG", { ...merge(5), productType: "LUGGAGE" }, "ACCEPTED"],
    [{ merchantQuantityOfAmazonSku: "invalid" }, "FBA-MUG", merge(5), "INVALID"],
    [{ merchantQuantityOfAmazonSku: "invalid" }, "MUG", merge(5), "ACCEPTED"],
  ])("or not, where the documents leave a doubt: %j for %s", async (switches, sku, body, status) => {
    Object.assign(offered.simulator.switches, switches)
    expect((await offered.patch(sku, body)).json.status).toBe(status)
  })
})
