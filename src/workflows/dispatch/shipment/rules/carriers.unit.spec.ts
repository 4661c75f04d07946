import type { PlatformCarrier } from "../../../../connector"
import type { CarrierChoice } from "../../../../modules/marketplace/settings"
import { carrierOf, findCarrier, nearestCarrier, searchCarriers, type CarrierSource } from "./carriers"

const carriers: PlatformCarrier[] = [
  { code: "Correios" },
  { code: "Deutsche Post" },
  { code: "DHL" },
  { code: "DHL Global Mail" },
  { code: "FedEx" },
  { code: "GO!" },
  { code: "La Poste" },
  { code: "UPS" },
  { code: "USPS" },
  { code: "Self", label: { en: "Delivered by ourselves", "pt-BR": "Entrega própria", es: "Entrega propia" } },
  { code: "Other", takesName: true },
]

const choice = (
  source: CarrierChoice["source"],
  carrier: string,
  carrier_name: string | null = null,
): CarrierChoice => ({ source, source_id: `${source}_1`, carrier, carrier_name })

const source: CarrierSource = {
  named: null,
  carrierName: null,
  shippingOptionId: "shipping_option_1",
  providerId: "fulfillment_provider_1",
}

const chosen = (choices: CarrierChoice[], more: Partial<CarrierSource> = {}) =>
  carrierOf({ order: "702-1", source: { ...source, ...more }, choices, carriers })

describe("the carrier of a shipment", () => {
  it.each<[string, CarrierChoice[], Partial<CarrierSource>, string, string | null]>([
    ["is that of its provider", [choice("fulfillment_provider", "UPS")], {}, "UPS", null],
    [
      "is that of its shipping option before that of its provider",
      [choice("fulfillment_provider", "UPS"), choice("shipping_option", "DHL")],
      {},
      "DHL",
      null,
    ],
    [
      "is what the shipment itself names before all others",
      [choice("shipping_option", "DHL")],
      { named: "fedex" },
      "FedEx",
      null,
    ],
    ["is found whatever its capitals", [choice("shipping_option", " uSpS ")], {}, "USPS", null],
    ["is found whatever its signs", [choice("shipping_option", "deutsche-post")], {}, "Deutsche Post", null],
    ["is found by what people read", [choice("shipping_option", "entrega propria")], {}, "Self", null],
    [
      "has a name where it is not listed",
      [choice("shipping_option", "Other", "Hermod")],
      {},
      "Other",
      "Hermod",
    ],
    ["has a name that the shipment gives", [], { named: "other", carrierName: "Hermod" }, "Other", "Hermod"],
    [
      "is told without a name where it is listed",
      [],
      { named: "UPS", carrierName: "Brown vans" },
      "UPS",
      null,
    ],
  ])("%s", (_what, choices, more, code, name) => {
    expect(chosen(choices, more)).toEqual({ carrier: { code, name }, problem: null })
  })

  it.each<[string, CarrierChoice[], Partial<CarrierSource>, string, Record<string, string>]>([
    ["is missing where nobody chose one", [], {}, "carrier_missing", {}],
    [
      "is missing where it was chosen for something else",
      [choice("shipping_option", "UPS")],
      { shippingOptionId: "another" },
      "carrier_missing",
      {},
    ],
    [
      "is unknown where it is not listed, with the nearest",
      [choice("shipping_option", "Fed Exx")],
      {},
      "carrier_unknown",
      { carrier: "Fed Exx", suggestion: "FedEx" },
    ],
    [
      "is unknown where nothing is near",
      [],
      { named: "Hermod & Sons" },
      "carrier_unknown",
      { carrier: "Hermod & Sons", suggestion: "none_near" },
    ],
    ["is unknown where its name is missing", [choice("shipping_option", "Other")], {}, "carrier_unknown", {}],
  ])("%s", (_what, choices, more, code, details) => {
    expect(chosen(choices, more)).toMatchObject({
      carrier: null,
      problem: { code, details: { order: "702-1", ...details } },
    })
  })
})

describe("the carrier at a platform that keeps no list", () => {
  const free = (choices: CarrierChoice[], more: Partial<CarrierSource> = {}) =>
    carrierOf({ order: "702-1", source: { ...source, ...more }, choices, carriers: [], optional: true })

  it.each([
    ["is not needed", [], {}, null],
    ["is any name that the account chose", [choice("shipping_option", "Moto Express")], {}, "Moto Express"],
    ["is any name that the shipment has", [], { named: " Jadlog " }, "Jadlog"],
  ])("%s", (_what, choices, more, code) => {
    expect(free(choices, more)).toEqual({ carrier: code && { code, name: null }, problem: null })
  })
})

describe("the nearest carrier", () => {
  it.each([
    ["Fedx", "FedEx"],
    ["Fed-Ex", "FedEx"],
    ["FedEx Ground", "FedEx"],
    ["dhl express", "DHL"],
    ["DHL Global Mail Plus", "DHL Global Mail"],
    ["UPPS", "UPS"],
    ["coreios", "Correios"],
    ["Deutche Post", "Deutsche Post"],
    ["La Post", "La Poste"],
  ])("to %s is %s", (typed, expected) => {
    expect(nearestCarrier(typed, carriers)?.code).toBe(expected)
  })

  it.each(["", "   ", "!!", "x", "Hermod", "Otter"])("to %j is none", (typed) => {
    expect(nearestCarrier(typed, carriers)).toBeUndefined()
  })

  it("to what is listed is what is listed", () => {
    for (const { code } of carriers) expect(findCarrier(code.toUpperCase(), carriers)?.code).toBe(code)
  })
})

describe("looking for a carrier", () => {
  it.each<[string | undefined, string[], string | undefined]>([
    [undefined, carriers.map(({ code }) => code), undefined],
    ["dhl", ["DHL", "DHL Global Mail"], "DHL"],
    ["propria", ["Self"], undefined],
    ["fedexx", [], "FedEx"],
  ])("by %j finds %j", (typed, expected, suggestion) => {
    const answer = searchCarriers(typed, carriers)
    expect(answer.found.map(({ code }) => code)).toEqual(expected)
    expect(answer.suggestion?.code).toBe(suggestion)
  })
})
