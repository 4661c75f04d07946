import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import { personLine } from "../../modules/marketplace/store/lines"

/**
 * What a person wants imported: what was placed in a period (ISO 8601), all of it or the orders named, or single orders
 * whenever they were placed.
 */
export type RunRequest = { accountId: string; actorId: string } & (
  | { from: string; to: string; references?: string[] }
  | { references: string[]; from?: undefined; to?: undefined }
)

/** Writes down an import that a person asked for, with its line of history, in the caller's transaction. Gives its id. */
export async function queueRun(
  marketplace: MarketplaceModuleService,
  { accountId, actorId, from, to, references }: RunRequest,
  shared: Context<EntityManager>,
): Promise<string> {
  const { id } = await marketplace.createMarketplaceRuns(
    {
      account_id: accountId,
      kind: from ? "period" : "references",
      requested_by: actorId,
      from: from ? new Date(from) : null,
      to: to ? new Date(to) : null,
      // The column takes any JSON, its type knows objects only.
      references: references ? Object.assign([...references], {} as Record<string, unknown>) : null,
    },
    shared,
  )
  const details = {
    run_id: id,
    ...(from ? { from, to } : {}),
    ...(references ? { references: references.length } : {}),
  }
  await marketplace.appendHistory([personLine(accountId, actorId, "import_requested", details)], shared)
  return id
}
