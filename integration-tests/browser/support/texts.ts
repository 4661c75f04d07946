import i18next, { type TOptions } from "i18next"
import type { Language as ApiLanguage } from "../../../src/connector"
import { textsOf } from "../../../src/admin/i18n/__tests__/texts"
import type { Language } from "./appearance"

/** The dashboard's code, the folder of the screens' texts and the API's code of each language. */
const codes = {
  en: { folder: "en", api: "en" },
  ptBR: { folder: "pt-br", api: "pt-BR" },
  es: { folder: "es", api: "es" },
} as const satisfies Record<Language, { folder: Parameters<typeof textsOf>[0]; api: ApiLanguage }>

export const apiLanguageOf = (language: Language): ApiLanguage => codes[language].api

/** A text of the screens by its key, filled in as the screens do it; a key that does not exist is an error. */
export type Texts = (key: string, values?: TOptions) => string

/** The texts of the screens in a language: a test that asks for them follows their wording and still proves the language. */
export function textsIn(language: Language): Texts {
  const texts = i18next.createInstance()
  void texts.init({
    // Not the dashboard's code: "ptBR" has no plurals, and a text with a number must be right all the same.
    lng: codes[language].api,
    defaultNS: "marketplaces",
    resources: {
      [codes[language].api]: { marketplaces: Object.fromEntries(textsOf(codes[language].folder)) },
    },
    keySeparator: false,
    initImmediate: false,
    interpolation: { escapeValue: false },
  })
  return (key, values = {}) => {
    if (!texts.exists(key, values)) throw new Error(`There is no text "${key}" in ${language}`)
    return texts.t(key, values)
  }
}
