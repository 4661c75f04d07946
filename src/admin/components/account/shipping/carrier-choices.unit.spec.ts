import { carrierRows, choiceFor, withChoice } from "./carrier-choices"

const option = { source: "shipping_option", id: "so_1" } as const
const provider = { source: "fulfillment_provider", id: "manual_manual" } as const
const fedex = { source: "shipping_option", source_id: "so_1", carrier: "FedEx", carrier_name: null } as const

describe("the carriers of an account", () => {
  it("are chosen, changed and taken away row by row", () => {
    const one = withChoice([], option, { carrier: "FedEx", carrier_name: null })
    expect(one).toEqual([fedex])
    const two = withChoice(one, provider, { carrier: "Other", carrier_name: "Jadlog" })
    expect(two).toHaveLength(2)
    expect(withChoice(two, option, { carrier: "UPS", carrier_name: null })[0].carrier).toBe("UPS")
    expect(withChoice(two, option, { carrier: "", carrier_name: null })).toEqual([two[1]])
  })

  it("know their place, by which the API finds fault with them", () => {
    const choices = [fedex, { ...fedex, source_id: "so_2", carrier: "Fedx" }]
    expect(choiceFor(choices, { source: "shipping_option", id: "so_2" })).toMatchObject({
      place: 1,
      carrier: "Fedx",
    })
    expect(choiceFor(choices, provider)).toBeUndefined()
  })

  it("have a row for everything the store ships by, and for what is chosen and gone from the store", () => {
    const rows = carrierRows(
      [{ value: "so_2", label: "Express" }],
      [{ value: "manual_manual", label: "Manual" }],
      [fedex],
    )
    expect(rows.map(({ name }) => name)).toEqual(["Express", "Manual", "so_1"])
  })
})
