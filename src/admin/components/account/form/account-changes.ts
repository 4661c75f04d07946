import type { Account, Site } from "../../../lib/answers"

export type Settings = Account["settings"]
export type SiteSettings = Pick<
  Site,
  "enabled" | "sales_channel_id" | "region_id" | "stock_location_id" | "platform_location_id" | "team"
>

/** What a person has typed and not saved: only what differs from the account as it is. */
export type AccountChanges = {
  name?: string
  /** ISO 8601. */
  activated_at?: string
  settings: Partial<Settings>
  /** By the marketplace's id at the platform. */
  sites: Record<string, Partial<SiteSettings>>
}

export const noChanges: AccountChanges = { settings: {}, sites: {} }

/** Lists are the same when what they hold is; everything else that can be typed is a plain value. */
const isSame = (left: unknown, right: unknown): boolean =>
  left === right || (Array.isArray(left) && JSON.stringify(left) === JSON.stringify(right))

/** Notes that `name` shall become `value`; what is as it was is no change. */
export function noteChange<Values extends object, Name extends keyof Values>(
  changes: Partial<Values>,
  current: Values,
  name: Name,
  value: Values[Name],
): Partial<Values> {
  const rest = { ...changes }
  delete rest[name]
  return isSame(current[name], value) ? rest : { ...rest, [name]: value }
}

/** The body that saves the changes; undefined when there is nothing to save. */
export function bodyOf(changes: AccountChanges) {
  const { name, activated_at, settings } = changes
  const sites = Object.entries(changes.sites).flatMap(([external_id, site]) =>
    Object.keys(site).length ? [{ external_id, ...site }] : [],
  )
  const body = {
    ...(name === undefined ? {} : { name }),
    ...(activated_at === undefined ? {} : { activated_at }),
    ...(Object.keys(settings).length ? { settings } : {}),
    ...(sites.length ? { sites } : {}),
  }
  return Object.keys(body).length ? body : undefined
}

export type AccountBody = NonNullable<ReturnType<typeof bodyOf>>
