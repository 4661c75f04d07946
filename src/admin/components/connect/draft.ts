import type { Marketplace, VerificationAnswer } from "../../hooks/use-connect"
import type { Account, Connector } from "../../lib/answers"
import { storeSettingsIn, storeSettingsOf, type StoreChoices, type StoreSettings } from "./store-settings"

/** How a platform is told that it may answer us: on its own consent page, or by credentials that a person types. */
export type Way = "consent" | "typed"

/** What has been chosen and typed in the wizard so far. It lives as long as the wizard is open, and nowhere else. */
export type Draft = {
  providerId: string
  name: string
  way: Way
  choice: Record<string, string>
  credentials: Record<string, string>
  /** Of exactly these credentials; another letter in them and it has to be asked again. */
  tested: VerificationAnswer | null
  marketplaceSet: string
  /** External ids of the marketplaces that are switched on. */
  enabled: string[]
  /** Where orders land in the store, as far as a person has chosen it. */
  store: Partial<StoreSettings>
  /** From when orders are taken; empty when the field was cleared. */
  activatedAt: Date | null
  firstImport: "from_now" | "period"
  from: Date | null
  to: Date | null
  importAutomatically: boolean
  reviewFirst: boolean
}

const DAY_MS = 86_400_000
const FIRST_PERIOD_DAYS = 30

const startOf = (now: Date) => ({
  activatedAt: now,
  firstImport: "from_now" as const,
  from: new Date(now.getTime() - FIRST_PERIOD_DAYS * DAY_MS),
  to: now,
  importAutomatically: true,
})

/** The ways in which a connector can be connected, the easiest first. */
export const waysOf = ({ capabilities, credential_fields }: Connector): Way[] => [
  ...(capabilities.includes("authorization") ? (["consent"] as const) : []),
  ...(credential_fields.length || !capabilities.includes("authorization") ? (["typed"] as const) : []),
]

const choosing = (connector: Connector | undefined) => ({
  providerId: connector?.id ?? "",
  way: (connector && waysOf(connector)[0]) ?? ("typed" as const),
  reviewFirst: connector?.default_settings.review_first ?? false,
})

/** The wizard at its beginning; the platform that is named, or the only one there is, is chosen already. */
export const newDraft = (connectors: Connector[], now: Date, providerId?: string): Draft => ({
  ...choosing(
    connectors.find(({ id }) => id === providerId) ?? (connectors.length === 1 ? connectors[0] : undefined),
  ),
  name: "",
  choice: {},
  credentials: {},
  tested: null,
  marketplaceSet: "",
  enabled: [],
  store: {},
  ...startOf(now),
})

/** The wizard for an account that a consent page has connected: what is left to choose. */
export const draftOf = (account: Account, now: Date): Draft => ({
  ...newDraft([], now),
  providerId: account.provider_id,
  name: account.name,
  enabled: account.sites.filter((site) => site.enabled).map((site) => site.external_id),
  store: storeSettingsIn(account.settings),
  reviewFirst: account.settings.review_first,
})

/** The draft for another platform; what was typed for the first one stays for coming back. */
export const withConnector = (draft: Draft, connector: Connector): Draft => ({
  ...draft,
  ...choosing(connector),
  tested: null,
})

export const withCredential = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  credentials: { ...draft.credentials, [name]: value },
  tested: null,
})

/** The platform has answered: the marketplaces we take part in are switched on. */
export const withTest = (draft: Draft, tested: VerificationAnswer): Draft => ({
  ...draft,
  tested,
  enabled: tested.verification.marketplaces
    .filter((marketplace) => marketplace.participating)
    .map((marketplace) => marketplace.external_id),
})

/** What was typed into the fields of this connector; an empty field is not sent. */
export const credentialsFor = (draft: Draft, connector: Connector): Record<string, string> =>
  Object.fromEntries(
    connector.credential_fields.flatMap(({ name }) => {
      const value = draft.credentials[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )

export const choiceFor = (draft: Draft, connector: Connector): Record<string, string> =>
  Object.fromEntries(
    connector.authorization_choices.flatMap(({ name }) => {
      const value = draft.choice[name]
      return value ? [[name, value]] : []
    }),
  )

/** The marketplaces to choose from: as the platform has just told them, or as they came with the consent. */
export const marketplacesOf = (draft: Draft, account: Account | undefined): Marketplace[] =>
  account
    ? account.sites.map((site) => ({ ...site, participating: site.enabled }))
    : (draft.tested?.verification.marketplaces ?? [])

/** What every account is saved with at the end of the wizard. */
export const setUpOf = (draft: Draft, account: Account | undefined, choices: StoreChoices, now: Date) => ({
  sites: marketplacesOf(draft, account).map(({ external_id }) => ({
    external_id,
    enabled: draft.enabled.includes(external_id),
  })),
  activated_at: (draft.activatedAt ?? now).toISOString(),
  settings: {
    set_up: true,
    import_automatically: draft.importAutomatically,
    review_first: draft.reviewFirst,
    ...storeSettingsOf(draft.store, choices),
  },
})

/** The period of the first import: whole days in the reader's time zone, up to now at most. */
export function firstPeriod(
  { firstImport, from, to }: Draft,
  now: Date,
): { from: string; to: string } | null {
  if (firstImport !== "period" || !from || !to) return null
  const begin = new Date(from)
  begin.setHours(0, 0, 0, 0)
  const end = new Date(to)
  end.setHours(23, 59, 59, 999)
  return { from: begin.toISOString(), to: (end < now ? end : now).toISOString() }
}
