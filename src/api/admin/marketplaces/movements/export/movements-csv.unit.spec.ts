import { languages, type Language } from "../../../../../connector"
import { cell, headOf, linesOf } from "./movements-csv"

describe("a text in the file", () => {
  it.each([
    ["Caneca azul", "Caneca azul"],
    ["Mug, white; 350 ml", "Mug, white; 350 ml"],
    ["-5", "'-5"],
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1+1", "'\t'=1+1"],
    ["Caneca;=1+1", "Caneca;'=1+1"],
    ["Mug,+1", "Mug,'+1"],
    ['Mug;"=1+1"', `Mug;"'=1+1"`],
    ["Mug\n=1+1", "Mug\n'=1+1"],
    ["a=b", "a=b"],
    [null, ""],
  ])("%j is %j, so that no spreadsheet calculates it", (text, expected) => {
    expect(cell(text)).toBe(expected)
  })
})

describe("a line of the file", () => {
  type Movement = Parameters<typeof linesOf>[0][number]
  const movement = (title: string): Movement => ({
    id: "mpmov_1",
    account_id: "mpacc_1",
    reason: "platform_count",
    reference: "702-1",
    line_reference: "1",
    marketplace: "BR",
    listing_key: "MUG",
    sku: "MUG",
    inventory_item_id: "iitem_1",
    variant: {
      ...{ id: "variant_1", title: "350 ml", sku: "MUG", thumbnail: null },
      ...{ product_id: "prod_1", product_title: title },
    },
    location: { id: "sloc_1", name: "FBA" },
    quantity: -2,
    balance: 7,
    actor_id: null,
    at: new Date("2026-03-04T09:15:00Z"),
  })
  const separators: Record<Language, string> = { en: ",", "pt-BR": ";", es: ";" }

  it.each(languages)("is split in %s as its spreadsheets do it", (language) => {
    const columns = headOf(language).trimEnd().split(separators[language])
    expect(columns).toHaveLength(12)
    expect(
      linesOf([movement("Mug")], language)
        .trimEnd()
        .split(separators[language]),
    ).toHaveLength(12)
  })

  it.each(languages)("of a title with separators stays one cell in %s", (language) => {
    const line = linesOf([movement(`Mug${separators[language]} white`)], language)
    expect(line).toContain(`"Mug${separators[language]} white"`)
  })

  it.each(languages.flatMap((language) => [",", ";", "\t"].map((split) => [language, split] as const)))(
    "in %s holds no formula either where it is split at %j",
    (language, split) => {
      for (const title of ["Mug;=1+1", "Mug,=1+1", "Mug\t=1+1", '=1+1;"=2+2",=3+3']) {
        const cells = linesOf([movement(title)], language).split(new RegExp(`[${split}\\n]`))
        expect(cells.filter((one) => /^"*[=+@]/.test(one))).toEqual([])
      }
    },
  )
})
