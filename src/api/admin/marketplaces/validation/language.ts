import type { MedusaRequest } from "@medusajs/framework/http"
import { languages, type Language } from "../../../../connector"

/** The language that a tag of Accept-Language asks for, if it is one of ours: `pt` and `pt-PT` read `pt-BR`. */
function languageOfTag(tag: string): Language | undefined {
  const wanted = tag.trim().toLowerCase()
  return (
    languages.find((language) => language.toLowerCase() === wanted) ??
    languages.find((language) => language.split("-")[0] === wanted.split("-")[0])
  )
}

/** The best of an Accept-Language header; English when none of it is ours. */
export function preferredLanguage(header: string | undefined): Language {
  const tags = (header ?? "").split(",").map((entry) => {
    const [tag, ...parameters] = entry.split(";")
    const weight = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean)
    return { language: languageOfTag(tag), weight: weight === undefined ? 1 : Number(weight) }
  })
  const known = tags.filter(({ language, weight }) => language && weight > 0)
  return known.sort((left, right) => right.weight - left.weight)[0]?.language ?? languages[0]
}

/** In which language a request is answered: `?lang=`, else the browser's, else English. */
export function languageOf(req: Pick<MedusaRequest, "query" | "headers">): Language {
  const asked = languages.find((language) => language === req.query.lang)
  return asked ?? preferredLanguage(req.headers["accept-language"])
}
