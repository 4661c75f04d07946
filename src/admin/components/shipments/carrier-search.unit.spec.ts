import { carrierMeant, carriersLike } from "./carrier-search"

const carriers = [
  { code: "FedEx", label: "FedEx", takes_name: false },
  { code: "La Poste", label: "La Poste", takes_name: false },
  { code: "Self Delivery", label: "Entrega própria", takes_name: false },
  { code: "Other", label: "Outra transportadora", takes_name: true },
]

describe("a typed carrier", () => {
  it.each([
    ["fed", ["FedEx"]],
    ["ENTREGA", ["Self Delivery"]],
    ["propria", ["Self Delivery"]],
    ["", ["FedEx", "La Poste", "Self Delivery", "Other"]],
    ["correios", []],
  ])("%j finds by code and by label, capitals and accents aside", (typed, found) => {
    expect(carriersLike(carriers, typed).map(({ code }) => code)).toEqual(found)
  })

  it.each([
    ["fedex", "FedEx"],
    ["la-poste", "La Poste"],
    ["entrega propria", "Self Delivery"],
    ["fed", undefined],
    [" ", undefined],
  ])("%j means %s", (typed, code) => {
    expect(carrierMeant(carriers, typed)?.code).toBe(code)
  })
})
