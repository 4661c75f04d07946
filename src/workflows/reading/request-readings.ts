import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { rejected, throttled, unavailable } from "../../connector"
import { resourceName, type ReadResource } from "../../modules/marketplace/resources"
import { refuseWhenOff } from "../account/steps/make-sync-due"
import { loadAccount, type LoadedAccount } from "../account/load-account"
import { refusal } from "../refusals/refusal"
import type { Trouble } from "../sync/account-trouble"
import { ReadingEvents } from "./events"
import type { ReadingOutcome } from "./outcome"
import { readingsOf } from "./plan-readings"
import { readMarketplaceResourceWorkflow } from "./read-resource"

const HOUR_MS = 3_600_000

type Request = { accountId: string; actorId: string }

/** What a person may ask to be read. @throws RefusalError where the platform would not be asked. */
async function askable(container: MedusaContainer, accountId: string, kind: ReadResource["kind"]) {
  const account = await loadAccount(container, accountId)
  refuseWhenOff(account, ["paused", "needs_reauthorization"])
  const { connector, row } = account
  if (!connector[kind]) {
    const platform = connector.describe().name
    throw refusal(kind === "listings" ? "brings_no_listings" : "holds_no_stock", { platform })
  }
  const resources = readingsOf(account).readable.filter((resource) => resource.kind === kind)
  if (!resources.length && kind === "inventory") {
    throw refusal("platform_location_not_chosen", { account: row.name })
  }
  return { account, resources }
}

const request = ({ marketplace, row }: LoadedAccount, resource: ReadResource, personId: string) =>
  marketplace.requestReading({ accountId: row.id, resource: resourceName(resource), personId })

/**
 * Asks for the listings of an account to be read now; whichever process is free reads them. What the platform does not let us
 * read again yet is left out: `done` when that is all of it.
 */
export async function requestListings(
  container: MedusaContainer,
  { accountId, actorId }: Request,
): Promise<{ state: "reading" | "done"; read: number }> {
  const { account, resources } = await askable(container, accountId, "listings")
  const { marketplace, row, connector } = account
  const names = resources.map(resourceName)
  const cursors = await marketplace.listSyncCursors({ account_id: row.id, resource: names })
  const youngest = Date.now() - (connector.listings?.minimumHours ?? 0) * HOUR_MS
  const fresh = new Set(
    cursors
      .filter((cursor) => !cursor.problem && !cursor.window_from && +new Date(cursor.position) > youngest)
      .map(({ resource }) => resource),
  )
  const stale = resources.filter((resource) => !fresh.has(resourceName(resource)))
  const events = []
  for (const resource of stale) {
    const readingId = await request(account, resource, actorId)
    events.push({ name: ReadingEvents.READING_DUE, data: { reading_id: readingId } })
  }
  if (events.length) await container.resolve(Modules.EVENT_BUS).emit(events)
  const [, read] = await marketplace.listAndCountProductMappings(
    { account_id: row.id, listed_at: { $ne: null } },
    { select: ["id"], take: 1 },
  )
  return { state: events.length ? "reading" : "done", read }
}

/** What the platform said, as the failure that it was. */
function failureOf({ problem, retryAt }: Trouble): Error {
  if (problem.code === "platform_throttled" && retryAt) return throttled(new Date(retryAt), "inventory")
  if (problem.code === "platform_unavailable") {
    return unavailable("The platform does not answer", {
      reason: String(problem.details.reason ?? "unknown"),
    })
  }
  return rejected("The platform's stock could not be read", problem)
}

/** Reads the stock that the platform holds for an account now, location by location, and waits for it. */
export async function readPlatformStock(
  container: MedusaContainer,
  { accountId, actorId }: Request,
): Promise<{ listings: number; changed: number; unmapped: number }> {
  const { account, resources } = await askable(container, accountId, "inventory")
  const total = { listings: 0, changed: 0, unmapped: 0 }
  for (const resource of resources) {
    const readingId = await request(account, resource, actorId)
    const { result } = await readMarketplaceResourceWorkflow(container).run({ input: { readingId } })
    const outcome: ReadingOutcome = result
    if (outcome.as === "lost") throw refusal("stock_being_read", {})
    if (outcome.as === "failed") throw failureOf(outcome.trouble)
    if (outcome.as === "waits") continue
    if (outcome.problem) throw rejected("The platform told no stock", outcome.problem)
    total.listings += outcome.counts.listings
    total.changed += outcome.counts.moved
    total.unmapped += outcome.counts.unmapped
  }
  return total
}
