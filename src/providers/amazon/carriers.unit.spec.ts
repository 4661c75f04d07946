import { carrierFields, carriers } from "./carriers"

/** The codes of Amazon's old feed schema, without "Other" (reference, shipments). */
const PUBLISHED =
  "USPS, UPS, UPSMI, FedEx, DHL, Fastway, GLS, GO!, Hermes Logistik Gruppe, Royal Mail, Parcelforce, City Link, TNT, " +
  "Target, SagawaExpress, NipponExpress, YamatoTransport, DHL Global Mail, UPS Mail Innovations, FedEx SmartPost, OSM, " +
  "OnTrac, Streamlite, Newgistics, Canada Post, Blue Package, Chronopost, Deutsche Post, DPD, La Poste, Parcelnet, " +
  "Poste Italiane, SDA, Smartmail, FEDEX_JP, JP_EXPRESS, NITTSU, SAGAWA, YAMATO, BlueDart, AFL/Fedex, Aramex, " +
  "India Post, Professional, DTDC, Overnite Express, First Flight, Delhivery, Lasership, Yodel, Correos"

describe("the carriers a merchant chooses from", () => {
  it("are each named once, whatever the case, in alphabetical order before the two special ones", () => {
    const codes = carriers.map(({ code }) => code)
    expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(codes.length)
    const named = codes.slice(0, -2)
    expect(named).toEqual([...named].sort((a, b) => a.localeCompare(b, "en", { sensitivity: "base" })))
    expect(codes.slice(-2)).toEqual(["Self Delivery", "Other"])
  })

  it("are those that Amazon published, and Brazil's post", () => {
    const codes = carriers.map(({ code }) => code)
    const published = PUBLISHED.split(", ")
    expect(published.filter((code) => !codes.includes(code))).toEqual([])
    expect(codes.filter((code) => !published.includes(code))).toEqual(["Correios", "Self Delivery", "Other"])
  })

  it("are sent by their code only where Amazon published it", () => {
    const sent = carriers.map(({ code }) => carrierFields({ code, name: null }).carrierCode)
    const published = PUBLISHED.split(", ")
    expect(sent.filter((code) => code !== "Other" && !published.includes(code))).toEqual([])
  })

  it("take a name only where Amazon asks for one", () => {
    expect(carriers.filter(({ takesName }) => takesName).map(({ code }) => code)).toEqual(["Other"])
  })
})

describe("a carrier at Amazon", () => {
  it.each([
    ["of the list", { code: "UPS", name: null }, { carrierCode: "UPS" }],
    ["with an empty name", { code: "UPS", name: " " }, { carrierCode: "UPS" }],
    ["of another name", { code: "Other", name: " Loggi " }, { carrierCode: "Other", carrierName: "Loggi" }],
    [
      "that is not on Amazon's list",
      { code: "Correios", name: null },
      { carrierCode: "Other", carrierName: "Correios" },
    ],
    ["of a name like it that is", { code: "Correos", name: null }, { carrierCode: "Correos" }],
    [
      "that is the seller",
      { code: "Self Delivery", name: null },
      { carrierCode: "Other", carrierName: "Self Delivery" },
    ],
  ])("%s", (_name, carrier, fields) => {
    expect(carrierFields(carrier)).toEqual(fields)
  })
})
