import { problem } from "../../../connector"
import type { ClaimedDispatch, DispatchWork, Found } from "../handler"
import { readLevels, skuOf } from "./read-levels"
import { levelText } from "./rules/level"
import { levelReadBackOf } from "./rules/read-back"
import { stockAccountsOf } from "./stock-accounts"

/** An accepted level that does not show yet is given this many times the delay that the platform names. */
const PATIENCE = 3
/** Levels that the platform accepted and did not apply so often are told to a person; they are tried on all the same. */
const TOLD_AFTER = 3

/** What the platform shows of levels whose outcome is open: sent without an answer, or accepted and not seen yet. */
export async function lookUpLevels(work: DispatchWork, rows: ClaimedDispatch[]): Promise<Map<string, Found>> {
  const { container, account, connector, now } = work
  const delayMs = (connector.stock?.visibilityDelaySeconds ?? 0) * 1000
  const visibleAt = (row: ClaimedDispatch, delays = 1): Date =>
    new Date((row.attempted_at ?? now).getTime() + delays * delayMs)

  const early = rows.filter((row) => visibleAt(row) > now)
  const ripe = rows.filter((row) => visibleAt(row) <= now)
  const listings = await account.marketplace.stockListings({
    accountIds: [account.row.id],
    listingKeys: ripe.map(({ subject }) => subject),
  })
  const skus = new Map(listings.map((listing) => [listing.listing_key, skuOf(listing)]))
  const [offering] = await stockAccountsOf(container, [account])
  const { shown, failed } = await readLevels(work, offering, listings)

  const foundOf = (row: ClaimedDispatch): Found => {
    // Mapped no longer, sent by the platform now, or owed anew: whatever came of it, it is prepared again.
    const sku = skus.get(row.subject)
    if (sku === undefined || row.quantity === null || row.revision !== row.attempted_revision) {
      return { found: "absent" }
    }
    const stock = shown.get(row.subject)
    if (stock === undefined && failed)
      return { found: "not_yet", again: failed.again, problem: failed.problem }
    if (!stock || stock.fulfilledBy === "platform") return { found: "absent" }
    const sent = { before: row.previous_quantity, quantity: row.quantity, levels: row.levels }
    if (levelReadBackOf(sent, stock) === "applied") return { found: "confirmed" }
    // Without an answer it never arrived; what was accepted is given time.
    if (row.state === "sent" && visibleAt(row, PATIENCE) > now) {
      return { found: "not_yet", again: visibleAt(row, PATIENCE) }
    }
    if (row.attempts < TOLD_AFTER) return { found: "absent" }
    const details = {
      sku,
      sent: levelText({ quantity: row.quantity, locations: row.levels }),
      shown:
        stock.quantity === null
          ? "-"
          : levelText({ quantity: stock.quantity, locations: stock.locations ?? null }),
    }
    return { found: "differs", problem: problem("stock_drift", details) }
  }
  return new Map([
    ...early.map((row): [string, Found] => [row.id, { found: "not_yet", again: visibleAt(row) }]),
    ...ripe.map((row): [string, Found] => [row.id, foundOf(row)]),
  ])
}
