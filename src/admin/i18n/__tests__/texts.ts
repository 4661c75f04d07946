import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const folder = path.join(__dirname, "..")

/** The folders under src/admin/i18n, one a language. */
export const languages = ["en", "pt-br", "es"] as const
export type Language = (typeof languages)[number]

export type Texts = ReadonlyMap<string, string>

function flatten(value: unknown, key: string): [string, string][] {
  if (typeof value === "string") return [[key, value]]
  return Object.entries(value ?? {}).flatMap(([name, inner]) => flatten(inner, `${key}.${name}`))
}

/** All texts of a language by their keys, as `t` is asked for them: the file's name is the first part. */
export function textsOf(language: Language): Texts {
  const files = readdirSync(path.join(folder, language)).filter((file) => file.endsWith(".json"))
  return new Map(
    files.flatMap((file) => {
      const content: unknown = JSON.parse(readFileSync(path.join(folder, language, file), "utf8"))
      return flatten(content, path.basename(file, ".json"))
    }),
  )
}

const PLURAL = /_(zero|one|two|few|many|other)$/

/** The key that `t` is asked for: the language chooses the plural. */
export const askedKey = (key: string): string => key.replace(PLURAL, "")

export const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/{{\s*(\w+)[^}]*}}/g)].map(([, name]) => name))].sort()
