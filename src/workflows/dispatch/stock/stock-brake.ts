import type { MedusaContainer } from "@medusajs/framework/types"
import { describeProblem, problem } from "../../../connector"
import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import type { LoadedAccount } from "../../account/load-account"
import { ringBell } from "../../sync/bell"
import type { DispatchWork } from "../handler"
import { likelyLevel } from "./level-row"
import { loadOffers } from "./load-offers"
import { brakeOf, type BrakeVerdict } from "./rules/brake"
import type { StockAccount } from "./stock-accounts"

const HOUR_MS = 3_600_000

/** What the brake counts: since an hour ago, and not what a person let through. */
function countedSince(released: Date | null, now: Date): Date {
  const hourAgo = new Date(now.getTime() - HOUR_MS)
  return released && released > hourAgo ? released : hourAgo
}

async function verdictOf(
  { container, account, now }: DispatchWork,
  stock: StockAccount,
  since: Date,
): Promise<BrakeVerdict> {
  const listings = await account.marketplace.stockListings({ accountIds: [stock.id] })
  const owed = listings.filter(({ dispatch }) => dispatch?.state === "owed")
  const offers = await loadOffers(container, [stock], owed)
  const sentOf = ({ dispatch }: StockListing) =>
    dispatch?.attempted_at && dispatch.attempted_at > since && dispatch.quantity !== null
      ? { from: dispatch.previous_quantity, to: dispatch.quantity }
      : null
  return brakeOf(
    listings.map((listing) => ({
      known: likelyLevel(listing, now)?.quantity ?? null,
      owed: offers.get(listing.mapping_id)?.quantity ?? null,
      sent: sentOf(listing),
    })),
    account.settings.stock_brake_percent,
  )
}

/** Tells the bell, once, that a person is asked. */
async function tell(
  container: MedusaContainer,
  account: LoadedAccount,
  verdict: BrakeVerdict,
): Promise<void> {
  const { zeroed, raised, listings } = verdict
  const percent = account.settings.stock_brake_percent
  const held = problem("stock_held", { zeroed, raised, listings, percent })
  const text = describeProblem(held, account.marketplace.options.language)
  await ringBell(container, {
    accountId: account.row.id,
    title: `${account.row.name}: ${text.title}`,
    description: `${text.cause} ${text.wayOut}`,
    code: held.code,
  })
}

/**
 * Whether the account's stock is held now, because what is owed would set too many listings to zero, or raise them, within an
 * hour. It is decided anew each time, over all of the account: when what is owed is back within bounds, the brake comes off by
 * itself. What a person released goes through for an hour and is not counted afterwards.
 */
export async function stockIsHeld(work: DispatchWork, stock: StockAccount): Promise<boolean> {
  const { container, account, now } = work
  const { marketplace } = account
  // As it is now: a person may have released it since the account was loaded.
  const [row] = await marketplace.listMarketplaceAccounts(
    { id: account.row.id },
    { select: ["id", "stock_brake", "stock_released_until"] },
  )
  const released = row?.stock_released_until ? new Date(row.stock_released_until) : null
  if (released && released > now) return false
  const verdict = await verdictOf(work, stock, countedSince(released, now))
  const { holds, ...counts } = verdict
  if (!holds) {
    if (row?.stock_brake) await marketplace.clearStockBrake(account.row.id)
    return false
  }
  if (await marketplace.setStockBrake(account.row.id, counts)) await tell(container, account, verdict)
  return true
}
