import { languages } from "../../connector"
import { refusalTypes } from "./codes"
import { refusalTexts, type RefusalTexts } from "./texts"

const parts = ["refusals", "complaints", "states"] as const
const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
const entriesOf = (texts: RefusalTexts): [string, string][] => [
  ...parts.flatMap((part) =>
    Object.entries(texts[part]).map(([code, text]): [string, string] => [`${part}.${code}`, text]),
  ),
  ["field", texts.field],
]
const english = entriesOf(refusalTexts.en)

describe("the texts of refusals", () => {
  it("tell every code", () => {
    expect(Object.keys(refusalTexts.en.refusals).sort()).toEqual(Object.keys(refusalTypes).sort())
  })

  describe.each(languages)("in %s", (language) => {
    const told = new Map(entriesOf(refusalTexts[language]))

    it("are the same as in English, and no other", () => {
      expect([...told.keys()].sort()).toEqual(english.map(([code]) => code).sort())
    })

    it.each(english)("ask for the same details: %s", (code, text) => {
      expect(told.get(code)?.trim()).toBeTruthy()
      expect(placeholdersOf(told.get(code) ?? "")).toEqual(placeholdersOf(text))
    })
  })

  it("differ between English and the other languages", () => {
    const same = english.filter(
      ([code, text]) =>
        code !== "field" &&
        languages.slice(1).some((language) => new Map(entriesOf(refusalTexts[language])).get(code) === text),
    )
    expect(same).toEqual([])
  })
})
