import { languages } from "../../../connector"
import { needsPersonText } from "./needs-person-text"

describe("the bell's line about orders that need a person", () => {
  it.each([
    [
      "en",
      "Bazaar Brasil: 3 orders need you",
      "2 with a problem, 1 to review. Open Marketplaces > Marketplace orders.",
    ],
    [
      "pt-BR",
      "Bazaar Brasil: 3 pedidos precisam de você",
      "2 com problema, 1 para revisar. Abra Marketplaces > Pedidos de marketplace.",
    ],
    [
      "es",
      "Bazaar Brasil: 3 pedidos necesitan su atención",
      "2 con un problema, 1 por revisar. Abra Marketplaces > Pedidos de marketplace.",
    ],
  ] as const)("says in %s how many, and where to go", (language, title, description) => {
    expect(needsPersonText("Bazaar Brasil", { blocked: 2, review: 1 }, language)).toEqual({
      title,
      description,
    })
  })

  it.each([
    ["en", "Shop: 1 order needs you", "1 with a problem. Open Marketplaces > Marketplace orders."],
    [
      "pt-BR",
      "Shop: 1 pedido precisa de você",
      "1 com problema. Abra Marketplaces > Pedidos de marketplace.",
    ],
    [
      "es",
      "Shop: 1 pedido necesita su atención",
      "1 con un problema. Abra Marketplaces > Pedidos de marketplace.",
    ],
  ] as const)("speaks of a single order in %s", (language, title, description) => {
    expect(needsPersonText("Shop", { blocked: 1, review: 0 }, language)).toEqual({ title, description })
  })

  it.each(languages)("says nothing in %s where nothing new needs a person", (language) => {
    expect(needsPersonText("Shop", { blocked: 0, review: 0 }, language)).toBeUndefined()
  })
})
