import type { RecordTransferBody } from "../../../../api/admin/marketplaces/accounts/[id]/transfers/validators"
import type { Account, Mapping } from "../../../lib/answers"

export type DraftListing = Pick<Mapping, "listing_key" | "sku" | "title" | "units_per_package" | "variant">
export type DraftLine = {
  listing: DraftListing
  /** As typed. */
  quantity: string
}

/** What a person has typed or chosen; what is missing here is preset by the account's settings. */
export type TransferDraft = {
  accountId?: string
  reference: string
  from?: string
  to?: string
  lines: DraftLine[]
}

export const NO_DRAFT: TransferDraft = { reference: "", lines: [] }

type AccountPlaces = {
  settings: Pick<Account["settings"], "platform_location_id" | "stock_location_id">
  sites: Pick<Account["sites"][number], "enabled" | "platform_location_id">[]
}

/** The locations that stand for the platform's warehouses: the account's, and those of marketplaces with one of their own. */
export function platformLocations({ settings, sites }: AccountPlaces): string[] {
  const own = sites.flatMap(
    ({ enabled, platform_location_id }) => (enabled ? platform_location_id : null) ?? [],
  )
  return [...new Set([settings.platform_location_id ?? [], ...own].flat())]
}

/** As the API takes it. */
const MOST_PACKAGES = 1_000_000

/** A number of packages as typed; undefined when it is none that the API takes. */
export function packagesTyped(text: string): number | undefined {
  if (!/^\d+$/.test(text.trim())) return undefined
  const packages = Number(text)
  return packages >= 1 && packages <= MOST_PACKAGES ? packages : undefined
}

/** How many units a line takes from stock; undefined until its quantity is a number. */
export function unitsOf({ listing, quantity }: DraftLine): number | undefined {
  const packages = packagesTyped(quantity)
  return packages === undefined ? undefined : packages * listing.units_per_package
}

/** Where goods leave and where they go, as chosen or as the account has it. */
export function placesOf(draft: TransferDraft, account: AccountPlaces) {
  const platform = platformLocations(account)
  const { stock_location_id } = account.settings
  const usual = stock_location_id && !platform.includes(stock_location_id) ? stock_location_id : undefined
  return { from: draft.from ?? usual, to: draft.to ?? (platform.length === 1 ? platform[0] : undefined) }
}

/** The transfer as the API takes it; undefined while something of it is missing. */
export function transferOf(draft: TransferDraft, account: AccountPlaces): RecordTransferBody | undefined {
  const { from, to } = placesOf(draft, account)
  const reference = draft.reference.trim()
  const lines = draft.lines.flatMap(({ listing, quantity }) => {
    const packages = packagesTyped(quantity)
    return packages === undefined ? [] : [{ listing_key: listing.listing_key, quantity: packages }]
  })
  const isComplete = lines.length > 0 && lines.length === draft.lines.length
  if (!from || !to || !reference || !isComplete) return undefined
  return { reference, from_location_id: from, to_location_id: to, lines }
}
