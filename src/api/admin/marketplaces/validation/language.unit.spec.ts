import { preferredLanguage } from "./language"

describe("the language of an answer", () => {
  it.each([
    [undefined, "en"],
    ["", "en"],
    ["de-DE,de;q=0.9", "en"],
    ["pt-BR,pt;q=0.9,en;q=0.8", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["es-419,es;q=0.9", "es"],
    ["en;q=0.5, es;q=0.9", "es"],
    ["es;q=0, en;q=0.1", "en"],
    ["*", "en"],
  ])("of a browser that sends %j is %s", (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })
})
