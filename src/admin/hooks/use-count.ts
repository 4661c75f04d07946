import { useMemo } from "react"
import { useLanguage } from "../lib/language"

/**
 * How a text that has a plural is asked for: `t("mappings.waiting", countOf(3))` finds `waiting_one` or `waiting_other`.
 * i18next alone finds no plural for the dashboard's language code "ptBR" (it is none that Intl knows) and answers in
 * English; the form is therefore told as its context, which looks up the same keys in every language.
 */
export function useCount() {
  const language = useLanguage()
  return useMemo(() => {
    const rules = new Intl.PluralRules(language)
    return (count: number) => ({ count, context: rules.select(count) === "one" ? "one" : "other" })
  }, [language])
}
