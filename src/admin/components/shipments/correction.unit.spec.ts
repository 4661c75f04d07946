import { correctionOf } from "./correction"

const known = { carrier: "UPS", carrier_name: null, tracking_number: "1Z9", shipped_at: "", lines: [] }
const typed = { tracking: "1Z9", carrier: "UPS", name: "" }

describe("what is corrected of a shipment", () => {
  it("is nothing as long as nothing differs", () => {
    expect(correctionOf(known, typed, false)).toBeUndefined()
  })

  it("is the tracking number alone, so that the carrier goes on following the account", () => {
    expect(correctionOf(known, { ...typed, tracking: " 1Z8 " }, false)).toEqual({ tracking_number: "1Z8" })
  })

  it("is a carrier for this shipment", () => {
    const carrier = { tracking_number: "1Z9", carrier: "FedEx", carrier_name: null }
    expect(correctionOf(known, { ...typed, carrier: "FedEx" }, false)).toEqual(carrier)
  })

  it("goes back to what the account has chosen when the carrier is taken away", () => {
    expect(correctionOf(known, { ...typed, carrier: "" }, false)).toMatchObject({ carrier: null })
  })

  it("waits for the name of a carrier that the platform does not list", () => {
    expect(correctionOf(known, { ...typed, carrier: "Other" }, true)).toBeUndefined()
    expect(correctionOf(known, { ...typed, carrier: "Other", name: "Jadlog" }, true)).toMatchObject({
      carrier: "Other",
      carrier_name: "Jadlog",
    })
  })

  it("needs a tracking number", () => {
    expect(correctionOf(null, { tracking: " ", carrier: "", name: "" }, false)).toBeUndefined()
  })
})
