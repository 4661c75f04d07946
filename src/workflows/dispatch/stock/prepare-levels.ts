import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import type { LoadedAccount } from "../../account/load-account"
import type { ClaimedDispatch, DispatchWork, Prepared } from "../handler"
import { certainLevel, likelyLevel } from "./level-row"
import { listingNeedsLocations, loadOffers, standsSomewhere } from "./load-offers"
import { readLevels, skuOf, type ReadLevels } from "./read-levels"
import { prepareLevel, type PreparedLevel } from "./rules/prepare-level"
import { stockAccountsOf, withDefaultOf, type StockAccount } from "./stock-accounts"
import { stockIsHeld } from "./stock-brake"

/** How old a reading may be when a level is sent: the platform may have taken over sending the goods since. */
const FRESH_HOURS = 12
/** When held levels are looked at again by themselves. */
const HELD_MINUTES = 10
const HOUR_MS = 3_600_000

/** True when the platform has to be asked before anything is sent to the listing. */
const isUnread = (stock: StockAccount, listing: StockListing, now: Date): boolean =>
  listing.fulfilled_by === null ||
  listing.platform_read_at === null ||
  now.getTime() - listing.platform_read_at.getTime() > FRESH_HOURS * HOUR_MS ||
  standsSomewhere(stock, listing)

/**
 * True when what is known of a listing may be the number of one of several marketplaces, which is what a reading of listings keeps.
 * What was confirmed once is the number of all of them.
 */
const isOfOneSite = ({ sites }: LoadedAccount, { dispatch }: StockListing): boolean =>
  !dispatch?.confirmed_at && sites.filter(({ enabled }) => enabled).length > 1

/** What is to be done with each level, from what the platform was found to have and what the store has now. */
async function prepareAll(
  { container, account, now }: DispatchWork,
  stock: StockAccount,
  rows: ClaimedDispatch[],
): Promise<Map<string, PreparedLevel>> {
  const listings = await account.marketplace.stockListings({
    accountIds: [account.row.id],
    listingKeys: rows.map(({ subject }) => subject),
  })
  const offers = await loadOffers(container, [stock], listings)
  const byKey = new Map(listings.map((listing) => [listing.listing_key, listing]))
  const levelOf = (row: ClaimedDispatch): PreparedLevel => {
    const listing = byKey.get(row.subject)
    const offer = listing && offers.get(listing.mapping_id)
    if (!offer) return prepareLevel(undefined)
    return prepareLevel({
      sku: skuOf(listing),
      fulfilledBy: listing.fulfilled_by,
      offer,
      certain: certainLevel(listing, now),
      likely: likelyLevel(listing, now),
      needsLocations: listingNeedsLocations(stock, listing),
    })
  }
  return new Map(rows.map((row) => [row.id, levelOf(row)]))
}

/** Reads what has not been read lately; gives what could not be. */
async function readFirst(
  work: DispatchWork,
  stock: StockAccount,
  keys: string[],
): Promise<ReadLevels & { unread: Set<string> }> {
  const { account, now } = work
  const listings = await account.marketplace.stockListings({
    accountIds: [account.row.id],
    listingKeys: keys,
  })
  const unread = listings.filter((listing) => isUnread(stock, listing, now) || isOfOneSite(account, listing))
  const read = await readLevels(work, stock, unread)
  const left = unread.map(({ listing_key }) => listing_key).filter((key) => !read.shown.has(key))
  return { ...read, unread: new Set(left) }
}

function answerOf(level: PreparedLevel, held: boolean, now: Date): Prepared {
  switch (level.to) {
    case "withdraw":
      return { send: false, as: "withdrawn" }
    case "keep":
      return { send: false, as: "confirmed" }
    case "tell": {
      const again =
        level.againHours === undefined ? undefined : new Date(now.getTime() + level.againHours * HOUR_MS)
      return { send: false, as: "problem", problem: level.problem, ...(again ? { again } : {}) }
    }
    case "send":
      return held
        ? { send: false, as: "held", again: new Date(now.getTime() + HELD_MINUTES * 60_000) }
        : {
            send: true,
            quantity: level.quantity,
            previousQuantity: level.previous,
            levels: level.levels,
          }
  }
}

/**
 * Computes the levels of owed rows from what there is at this moment: what has changed since they were owed is in it. A level
 * that the platform has already is not sent; nothing is sent while the brake holds.
 */
export async function prepareLevels(
  work: DispatchWork,
  rows: ClaimedDispatch[],
): Promise<Map<string, Prepared>> {
  const { container, account, now } = work
  const keys = rows.map(({ subject }) => subject)
  const [given] = await stockAccountsOf(container, [account])
  const { unread, failed } = await readFirst(work, given, keys)
  const stock = withDefaultOf(given, account.row)
  const levels = await prepareAll(work, stock, rows)

  const kept = [...levels].flatMap(([id, level]) =>
    level.to === "keep" ? [{ id, quantity: level.quantity, levels: level.levels }] : [],
  )
  await account.marketplace.noteHeldLevels(kept)
  const sends = [...levels.values()].some(({ to }) => to === "send")
  const held = sends && (await stockIsHeld(work, stock))
  return new Map(
    rows.map((row): [string, Prepared] => {
      if (failed && unread.has(row.subject)) {
        return [row.id, { send: false, as: "problem", problem: failed.problem, again: failed.again }]
      }
      return [row.id, answerOf(levels.get(row.id) ?? { to: "withdraw" }, held, now)]
    }),
  )
}
