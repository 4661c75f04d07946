import { problem, problemCodes, type ProblemCode } from "./problem"
import { describeProblem, languages, problemTexts, type ProblemText } from "./problem-texts"

const codes = Object.keys(problemCodes) as ProblemCode[]

function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort()
}

describe("the texts of problems", () => {
  it.each(languages)("tell every code, and no other, in %s", (language) => {
    expect(Object.keys(problemTexts[language]).sort()).toEqual([...codes].sort())
  })

  describe.each(codes)("%s", (code) => {
    it.each(languages)("has a title, a cause and a way out in %s", (language) => {
      for (const part of ["title", "cause", "wayOut"] as const) {
        const text = problemTexts[language][code][part]
        expect(text.trim().length).toBeGreaterThan(4)
        expect(text.replace(/\{\{\w+\}\}/g, "")).not.toMatch(/[{}]/)
      }
    })

    it.each(languages)("asks for the same details in %s as in English", (language) => {
      for (const part of ["title", "cause", "wayOut"] as const) {
        expect(placeholdersOf(problemTexts[language][code][part])).toEqual(
          placeholdersOf(problemTexts.en[code][part]),
        )
      }
    })
  })

  it("differ between the languages", () => {
    for (const code of codes) {
      expect(new Set(languages.map((language) => problemTexts[language][code].wayOut)).size).toBe(
        languages.length,
      )
    }
  })

  it("show the details of the problem", () => {
    const found = problem("stock_short", { sku: "MUG-1", available: 2, needed: 5 })
    expect(describeProblem(found, "en")).toMatchObject<Partial<ProblemText>>({
      title: "Not enough stock: MUG-1",
      cause: "The order needs 5 of MUG-1, and your stock location has 2.",
    })
    expect(describeProblem(found, "pt-BR").title).toBe("Estoque insuficiente: MUG-1")
    expect(describeProblem(found, "es").title).toBe("Existencias insuficientes: MUG-1")
  })

  it("show a question mark where a detail is missing or empty", () => {
    expect(describeProblem(problem("order_not_found"), "en").title).toBe("Order not found: ?")
    expect(describeProblem(problem("order_not_found", { reference: "" }), "en").title).toBe(
      "Order not found: ?",
    )
  })

  it("take a detail as it is, even when it looks like a pattern, a placeholder or a property of objects", () => {
    expect(describeProblem(problem("order_not_found", { reference: "$& {{reference}}" }), "en").title).toBe(
      "Order not found: $& {{reference}}",
    )
    expect(describeProblem({ code: "order_not_found", details: {} }, "en").cause).not.toMatch(
      /function|undefined/,
    )
  })
})
