import { useTranslation } from "react-i18next"
import type { Language } from "../../connector"

/** The dashboard's language codes that differ from the API's. */
const apiLanguages: Record<string, Language> = { ptBR: "pt-BR", ptPT: "pt-BR", es: "es" }

/** The language in which the API answers somebody who reads the dashboard in `code`; English when it is not one of ours. */
export const apiLanguage = (code: string): Language => apiLanguages[code] ?? "en"

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return apiLanguage(i18n.language)
}
