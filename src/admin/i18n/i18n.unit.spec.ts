import { readAdminSources, type AdminSources } from "./__tests__/admin-sources"
import { bareCounts } from "./__tests__/bare-counts"
import { openKeys } from "./__tests__/open-keys"
import { askedKey, languages, placeholdersOf, textsOf } from "./__tests__/texts"
import { untranslatedWords } from "./__tests__/untranslated"
import { usesOfTexts, type Use } from "./__tests__/used-keys"

const english = textsOf("en")
/** Plurals differ between languages: keys are compared as they are asked for. */
const askedIn = (texts: ReadonlyMap<string, string>): string[] =>
  [...new Set([...texts.keys()].map(askedKey))].sort()

describe.each(languages)("the texts in %s", (language) => {
  const texts = textsOf(language)

  it("are the same as in English", () => {
    expect(askedIn(texts)).toEqual(askedIn(english))
  })

  it("say something", () => {
    expect([...texts].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([])
  })

  it("name the same values as in English", () => {
    const namedIn = (all: ReadonlyMap<string, string>, asked: string): string[] =>
      placeholdersOf(
        [...all]
          .filter(([key]) => askedKey(key) === asked)
          .map(([, text]) => text)
          .join(" "),
      )
    const named = (all: ReadonlyMap<string, string>) =>
      Object.fromEntries(askedIn(all).map((asked) => [asked, namedIn(all, asked)]))
    expect(named(texts)).toEqual(named(english))
  })

  it("have a plural wherever they have a singular", () => {
    const single = [...texts.keys()].filter((key) => key.endsWith("_one"))
    expect(single.filter((key) => !texts.has(key.replace(/_one$/, "_other")))).toEqual([])
  })
})

describe("the screens", () => {
  let sources: AdminSources
  let uses: Use[]

  beforeAll(() => {
    sources = readAdminSources()
    uses = usesOfTexts(sources)
  }, 120_000)

  /** The table wins: it also serves parts that do not go with every other part. */
  const askedBy = ({ pattern, keys }: Use): readonly string[] => openKeys.get(pattern) ?? keys

  it("ask for texts that exist", () => {
    const known = new Set(askedIn(english))
    const missing = uses.flatMap((use) =>
      askedBy(use)
        .filter((key) => !key.includes("*") && !known.has(key))
        .map((key) => `${use.place}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  it("ask for a text by a key whose values are known", () => {
    const unknown = uses.filter(({ pattern, isKnown }) => !isKnown && !openKeys.has(pattern))
    expect(unknown.map(({ pattern, place }) => `${place}: ${pattern}`)).toEqual([])
    const patterns = new Set(uses.map(({ pattern }) => pattern))
    expect([...openKeys.keys()].filter((pattern) => !patterns.has(pattern))).toEqual([])
  })

  it("ask for every text there is", () => {
    const asked = new Set(uses.flatMap(askedBy))
    expect(askedIn(english).filter((key) => !asked.has(key))).toEqual([])
  })

  it("count in a way that finds its plural in every language", () => {
    expect(bareCounts(sources)).toEqual([])
  })

  it("show no words that cannot be translated", () => {
    expect(untranslatedWords(sources)).toEqual([])
  })
})
