import { correctionOf } from "./correction"

const known = { carrier: "UPS", carrier_name: null, tracking_number: "1Z9", shipped_at: "", lines: [] }
const jadlog = { ...known, carrier: "Other", carrier_name: "Jadlog", tracking_number: null }
/** A form with the carrier; its name is only asked for where the platform does not list it. */
const typed = { tracking: "1Z9", carrier: "UPS", name: undefined }
/** A form with nothing but the tracking number. */
const alone = { tracking: "JD1", carrier: undefined, name: undefined }

describe("what is corrected of a shipment", () => {
  it("is nothing as long as nothing differs", () => {
    expect(correctionOf(known, typed)).toBeUndefined()
    expect(correctionOf(known, { ...alone, tracking: "1Z9" })).toBeUndefined()
  })

  it("is the tracking number alone, so that the carrier goes on following the account", () => {
    expect(correctionOf(known, { ...typed, tracking: " 1Z8 " })).toEqual({ tracking_number: "1Z8" })
  })

  it("is the tracking number alone of a carrier with a name that the form does not show", () => {
    expect(correctionOf(jadlog, alone)).toEqual({ tracking_number: "JD1" })
    expect(correctionOf(jadlog, { ...alone, carrier: "Other" })).toEqual({ tracking_number: "JD1" })
  })

  it("is a carrier for this shipment", () => {
    const carrier = { tracking_number: "1Z9", carrier: "FedEx", carrier_name: null }
    expect(correctionOf(known, { ...typed, carrier: "FedEx" })).toEqual(carrier)
  })

  it("goes back to what the account has chosen when the carrier is taken away", () => {
    expect(correctionOf(known, { ...typed, carrier: "" })).toMatchObject({ carrier: null })
  })

  it("waits for the name of a carrier that the platform does not list", () => {
    expect(correctionOf(known, { ...typed, carrier: "Other", name: "" })).toBeUndefined()
    expect(correctionOf(known, { ...typed, carrier: "Other", name: "Jadlog" })).toMatchObject({
      carrier: "Other",
      carrier_name: "Jadlog",
    })
  })

  it("is another name of the carrier that stays", () => {
    expect(correctionOf(jadlog, { tracking: "JD1", carrier: "Other", name: "Loggi" })).toEqual({
      tracking_number: "JD1",
      carrier: "Other",
      carrier_name: "Loggi",
    })
  })

  it("needs a tracking number", () => {
    expect(correctionOf(null, { ...typed, tracking: " ", carrier: "" })).toBeUndefined()
  })
})
