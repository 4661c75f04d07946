import fc from "fast-check"
import { documentKind, plainDocument, type DocumentKind } from "./documents"

describe("a tax document", () => {
  it.each<[string, string | null, DocumentKind | null]>([
    ["a CPF with its punctuation", "529.982.247-25", "cpf"],
    ["a CPF of digits only", "52998224725", "cpf"],
    ["a CPF with blanks around", " 529 982 247 25 ", "cpf"],
    ["a CPF that begins with zeros", "000.000.001-91", "cpf"],
    ["a CPF with another check digit", "529.982.247-26", null],
    ["a CPF of one digit only", "111.111.111-11", null],
    ["a CPF that lacks a digit", "5299822472", null],
    ["a CNPJ with its punctuation", "11.222.333/0001-81", "cnpj"],
    ["a CNPJ of digits only", "15436940000103", "cnpj"],
    ["a CNPJ with letters", "12.ABC.345/01DE-35", "cnpj"],
    ["a CNPJ with small letters", "12abc34501de35", "cnpj"],
    ["a CNPJ with letters and another check digit", "12ABC34501DE36", null],
    ["a CNPJ with a letter for a check digit", "12ABC34501DE3S", null],
    ["a CNPJ of zeros only", "00000000000000", null],
    ["a CPF with a sign of another country's", "529.982.247&25", null],
    ["the number of another country", "20-12345678-9", null],
    ["words", "isento", null],
    ["nothing", "", null],
    ["none at all", null, null],
  ])("%s: %j is %j", (_what, written, kind) => {
    expect(documentKind(written)).toBe(kind)
  })

  it("is compared in capitals and without signs", () => {
    expect(plainDocument(" 12.abc.345/01de-35 ")).toBe("12ABC34501DE35")
    expect(plainDocument(undefined)).toBe("")
  })

  it.each(["M&Ñ010101AB1", "m&ñ-010101-ab1", "M&N\u0303 010101 AB1"])(
    "of Mexico keeps the signs that belong to it (%s)",
    (written) => {
      expect(plainDocument(written)).toBe("M&Ñ010101AB1")
    },
  )

  it("of Mexico is another one without its sign", () => {
    expect(plainDocument("MA010101AB1")).not.toBe(plainDocument("M&A010101AB1"))
  })
})

/** The published arithmetic, written out with its tables of weights. */
const WEIGHTS = {
  cpf: [
    [10, 9, 8, 7, 6, 5, 4, 3, 2],
    [11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
  ],
  cnpj: [
    [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
    [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  ],
} as const

function withCheckDigits(kind: DocumentKind, body: string): string {
  return WEIGHTS[kind].reduce((signs, weights) => {
    const sum = weights.reduce<number>((all, weight, at) => all + weight * (signs.charCodeAt(at) - 48), 0)
    return signs + String(sum % 11 < 2 ? 0 : 11 - (sum % 11))
  }, body)
}

const bodyOf = (kind: DocumentKind) =>
  fc
    .array(fc.constantFrom(...(kind === "cpf" ? "0123456789" : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")), {
      minLength: WEIGHTS[kind][0].length,
      maxLength: WEIGHTS[kind][0].length,
    })
    .map((signs) => signs.join(""))
    .filter((body) => new Set(body).size > 1)

describe.each(["cpf", "cnpj"] as const)("every %s", (kind) => {
  const seed = { numRuns: 500, seed: 20261122 }

  it("is known by its check digits, however it is written", () => {
    fc.assert(
      fc.property(bodyOf(kind), fc.constantFrom("", ".", "-", " ", "/"), (body, sign) => {
        const document = withCheckDigits(kind, body)
        const written = [...document].join(sign).toLowerCase()
        expect(documentKind(written)).toBe(kind)
        expect(plainDocument(written)).toBe(document)
      }),
      seed,
    )
  })

  it("is refused with any other check digits", () => {
    fc.assert(
      fc.property(bodyOf(kind), fc.integer({ min: 1, max: 99 }), (body, off) => {
        const document = withCheckDigits(kind, body)
        const other = String((Number(document.slice(-2)) + off) % 100).padStart(2, "0")
        expect(documentKind(document.slice(0, -2) + other)).toBeNull()
      }),
      seed,
    )
  })
})
