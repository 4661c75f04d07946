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
    const found = problem("stock_short", { sku: "MUG-1", title: "White mug", available: 2, needed: 5 })
    expect(describeProblem(found, "en")).toMatchObject<Partial<ProblemText>>({
      title: "Not enough stock: White mug",
      cause: "The order needs 5 of White mug (SKU MUG-1), and your stock location has 2.",
    })
    expect(describeProblem(found, "pt-BR").title).toBe("Estoque insuficiente: White mug")
    expect(describeProblem(found, "es").title).toBe("Inventario insuficiente: White mug")
  })

  it.each<[ProblemCode, Record<string, string>, Record<(typeof languages)[number], string>]>([
    [
      "address_incomplete",
      { missing: "name, line1, postalCode" },
      { en: "name, street, postal code", "pt-BR": "nome, rua, CEP", es: "nombre, calle, código postal" },
    ],
    [
      "changed_after_import",
      { what: "lines_or_total" },
      { en: "its lines or its total", "pt-BR": "os itens ou o total", es: "las líneas o el total" },
    ],
    [
      "changed_after_import",
      { what: "refund" },
      {
        en: "what was refunded of it",
        "pt-BR": "o valor reembolsado",
        es: "el importe reembolsado",
      },
    ],
    [
      "document_invalid",
      { kind: "cnpj" },
      { en: "gave a CNPJ whose", "pt-BR": "um CNPJ com", es: "un CNPJ con" },
    ],
    [
      "import_failed",
      { reason: "unknown" },
      { en: "is not known", "pt-BR": "não é conhecido", es: "no se conoce" },
    ],
    [
      "import_failed",
      { reason: "interrupted" },
      { en: "was interrupted", "pt-BR": "foi interrompida", es: "se interrumpió" },
    ],
    [
      "import_failed",
      { reason: "account removed" },
      { en: "account was removed", "pt-BR": "a conta foi removida", es: "la cuenta se eliminó" },
    ],
    [
      "carrier_unknown",
      { order: "1", carrier: "Hermod", suggestion: "none_near" },
      {
        en: "on that list: none is similar",
        "pt-BR": "da lista: nenhum é parecido",
        es: "de la lista: ninguno",
      },
    ],
    [
      "platform_unavailable",
      { reason: "page token expired" },
      { en: "has expired", "pt-BR": "expirou", es: "caducó" },
    ],
    [
      "region_missing",
      { country: "DE", currency: "EUR" },
      { en: "Germany and sells in EUR", "pt-BR": "Alemanha e venda em EUR", es: "Alemania y venda en EUR" },
    ],
    [
      "platform_throttled",
      { retry_at: "2026-11-22T13:05:00.000Z" },
      {
        en: "Nov 22, 2026, 1:05 PM UTC",
        "pt-BR": "22 de nov. de 2026, 13:05 UTC",
        es: "22 nov 2026, 13:05 UTC",
      },
    ],
  ])("tell the codes of %s in words: %j", (code, details, told) => {
    for (const language of languages) {
      // Some versions of the language data write narrow spaces into times.
      const { cause } = describeProblem({ code, details }, language)
      expect(cause.replace(/[\u00a0\u202f]/g, " ")).toContain(told[language])
    }
  })

  it.each<[ProblemCode, string, string]>([
    ["address_incomplete", "missing", "name_of_the_moon"],
    ["address_incomplete", "missing", "toString, __proto__"],
    ["changed_after_import", "what", "something, else"],
    ["import_failed", "reason", "TypeError apply.js:10"],
    ["region_missing", "country", "?"],
    ["platform_throttled", "retry_at", "soon"],
  ])("leave what %s has no words for as it is: %s = %s", (code, name, value) => {
    for (const language of languages) {
      expect(describeProblem({ code, details: { [name]: value } }, language).cause).toContain(value)
    }
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
