import type { AccountBody } from "./account-changes"

/** "Field" in English, "Campo" in Portuguese and Spanish. */
const COMPLAINT = /(?:Field|Campo) '([^']+)': (.+?)(?=; (?:Field|Campo) '|$)/gs
const SITE = /^sites\.(\d+)\.(.+)$/

/**
 * The fields that a refusal of the API names, with what it says about each. A marketplace is named there by its place in
 * the body, here by its id. Empty when the refusal is about something else.
 */
export function fieldErrors(message: string, body: AccountBody): Record<string, string> {
  return Object.fromEntries(
    [...message.matchAll(COMPLAINT)].map(([, path, reason]) => {
      const [, place, field] = SITE.exec(path) ?? []
      const site = place === undefined ? undefined : body.sites?.[Number(place)]
      return [site ? `sites.${site.external_id}.${field}` : path, reason.trim()]
    }),
  )
}
