import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ConnectorError, connectorFailureOf } from "../../../connector"
import type { DriftedLevel } from "../../../modules/marketplace/store/stock/levels"
import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import type { CompareTurn } from "../../../modules/marketplace/store/stock/turns"
import { loadAccount, type LoadedAccount } from "../../account/load-account"
import { openConnection } from "../../account/open-connection"
import { platformLocations } from "../../account/platform-locations"
import { refuseWhenOff } from "../../account/steps/make-sync-due"
import { certainLevel, shownLevel } from "./level-row"
import { oweStock } from "./owe-stock"
import { readLevels, skuOf, type ReadLevels } from "./read-levels"
import { levelDriftOf } from "./rules/drift"
import { levelText } from "./rules/level"
import { stockAccountsOf } from "./stock-accounts"
import { tellOwed } from "./tell-owed"

/** Hours from one comparison of an account with its platform to the next. */
const COMPARE_HOURS = 4

export type CompareOptions = {
  accountId: string
  /** A person asks: now, whenever the last one was. */
  now?: boolean
  /** For how long it may go on; the schedule goes on from where it stopped. */
  deadlineMs: number
  maxWaitMs: number
}

export type Compared = { compared: number; drifted: number; finished: boolean }

/** Levels that the platform shows otherwise than we know them, and nothing is owed of. */
function driftedIn(
  listings: StockListing[],
  shown: ReadLevels["shown"],
  ordersReadUntil: Date | null,
): DriftedLevel[] {
  const now = new Date()
  return listings.flatMap((listing) => {
    const { dispatch } = listing
    const stock = shown.get(listing.listing_key)
    const expected = certainLevel(listing, now)
    if (dispatch?.state !== "confirmed" || !stock || stock.quantity === null || !expected) return []
    const found = { quantity: stock.quantity, locations: stock.locations ?? null }
    const { platform_read_at: at } = listing
    const before = shownLevel(listing)
    const sinceConfirmed = at !== null && dispatch.confirmed_at !== null && at > dispatch.confirmed_at
    const earlier = sinceConfirmed && before ? { level: before, at } : null
    if (levelDriftOf({ expected, found, earlier, ordersReadUntil }) !== "drifted") return []
    return [
      {
        id: dispatch.id,
        sku: skuOf(listing),
        expected: expected.quantity,
        shown: found.quantity,
        levels: found.locations?.map((level) => ({ ...level, previous: null })) ?? null,
        told: { sent: levelText(expected), shown: levelText(found) },
      },
    ]
  })
}

/** Listings that the platform sends itself now: nothing is owed of them any more. */
async function withdrawPlatforms(
  { marketplace, row }: LoadedAccount,
  shown: ReadLevels["shown"],
): Promise<void> {
  const subjects = [...shown].flatMap(([key, stock]) => (stock?.fulfilledBy === "platform" ? [key] : []))
  if (!subjects.length) return
  const which = { accountId: row.id, kind: "stock", subjects } as const
  await marketplace.withdrawDispatches(which, { actor: "platform" }, { fulfilled_by: "platform" }, true)
}

type Piece = { compared: number; drifted: number; failed: ReadLevels["failed"] }

/** Compares some listings with the platform; owes what differs, and what was missed here. */
async function compareSome(
  container: MedusaContainer,
  account: LoadedAccount,
  options: CompareOptions,
  listings: StockListing[],
): Promise<Piece> {
  const { marketplace, row, connector } = account
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = openConnection(account, { maxWaitMs: options.maxWaitMs, logger })
  const [orders] = await marketplace.listSyncCursors({ account_id: row.id, resource: "orders" })
  const [stock] = await stockAccountsOf(container, [account])
  const reading = { account, connector, connection, now: new Date() }
  const { shown, failed } = await readLevels(reading, stock, listings)
  await withdrawPlatforms(account, shown)
  const ordersReadUntil = orders ? new Date(orders.position) : null
  const drifted = await marketplace.noteDrift(row.id, driftedIn(listings, shown, ordersReadUntil))
  const keys = [...shown.keys()]
  if (keys.length) {
    const change = { listings: [{ account_id: row.id, listing_keys: keys }] }
    await tellOwed(container, await oweStock(container, change))
  }
  return { compared: shown.size, drifted: drifted.length, failed }
}

async function compareAll(
  container: MedusaContainer,
  account: LoadedAccount,
  options: CompareOptions,
  turn: CompareTurn,
): Promise<Compared> {
  const { marketplace, row, connector } = account
  const until = Date.now() + options.deadlineMs
  const sums = { compared: 0, drifted: 0 }
  while (Date.now() < until) {
    const limit = connector.stock?.maxReads ?? 1
    const listings = await marketplace.stockListingsAfter({ accountId: row.id, after: turn.after, limit })
    if (!listings.length) return { ...sums, finished: true }
    const piece = await compareSome(container, account, options, listings)
    sums.compared += piece.compared
    sums.drifted += piece.drifted
    if (piece.failed) {
      // A person is told why nothing came of it; the schedule goes on with its next turn.
      if (options.now && !sums.compared) throw platformRefused(piece.failed)
      return { ...sums, finished: false }
    }
    turn.after = listings[listings.length - 1].listing_key
    await marketplace.keepCompareTurn(turn)
  }
  return { ...sums, finished: false }
}

const platformRefused = ({ problem: found, again }: NonNullable<ReadLevels["failed"]>): ConnectorError =>
  new ConnectorError(
    found.code === "platform_throttled"
      ? { kind: "throttled", retryAt: again, problem: found }
      : { kind: "unavailable", problem: found },
    `The levels could not be read: ${found.code}`,
  )

/** The merchant may have made another location the default one at the platform: what no location is named for is counted there. */
async function keepDefaultLocation(
  container: MedusaContainer,
  account: LoadedAccount,
  { maxWaitMs }: CompareOptions,
): Promise<void> {
  const { row, settings } = account
  if (settings.location_map.length || row.default_location)
    await platformLocations(container, account, maxWaitMs)
}

/**
 * Compares what the platform shows of an account's listings with what we know, when its turn has come: every few hours, or when
 * a person asks. It goes on from where it stopped when the budget, the platform or its time ends it. A level that turned out to
 * be another is owed again, computed anew; a listing that the platform sends now is left alone. Undefined: it is not its turn, or
 * the account is switched off.
 * @throws ConnectorError `authorization_lost`; for a person also why nothing could be read, and RefusalError where it may not be.
 */
export async function compareStock(
  container: MedusaContainer,
  options: CompareOptions,
): Promise<Compared | undefined> {
  const account = await loadAccount(container, options.accountId)
  const { marketplace, connector, row } = account
  if (!connector.stock) return undefined
  if (options.now) refuseWhenOff(account, ["paused", "needs_reauthorization"])
  if (row.state !== "connected") return undefined
  const turn = await marketplace.takeCompareTurn({
    accountId: row.id,
    hours: COMPARE_HOURS,
    now: options.now ?? false,
  })
  if (!turn) return undefined
  let finished = false
  try {
    await keepDefaultLocation(container, account, options)
    const compared = await compareAll(container, account, options, turn)
    finished = compared.finished
    return compared
  } finally {
    await marketplace.endCompareTurn(turn, finished)
  }
}

/** The same by schedule: what the platform refuses waits for the next turn. */
export async function compareStockBySchedule(
  container: MedusaContainer,
  options: CompareOptions,
): Promise<void> {
  try {
    await compareStock(container, options)
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    // Lost authorisation is told by whatever reads or writes next; stock is no place to pause an account from.
    if (!failure) throw thrown
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(
      `[marketplaces] Stock of account ${options.accountId} is compared later: ${failure.problem.code}`,
    )
  }
}
