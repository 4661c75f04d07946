import type { MarketplaceModuleService } from "../../modules/marketplace"
import { isNamedByUs } from "../import/payload"
import { queueRun } from "../run/queue-run"

/**
 * Orders that the connector translated wrongly are read again by their references, one run an account: what is stored of them stays
 * wrong, whatever the connector has learned since. An order whose reference is ours cannot be asked for, and of an account that is
 * off or without its consent nothing is.
 */
export async function readBrokenAnew(
  marketplace: MarketplaceModuleService,
  ids: string[],
  actorId: string,
): Promise<{ run_id: string }[]> {
  if (!ids.length) return []
  const rows = await marketplace.listMarketplaceOrders(
    { id: ids, problem_code: "contract_broken" },
    { select: ["id", "account_id", "reference"], take: ids.length },
  )
  const references = new Map<string, string[]>()
  for (const { account_id, reference } of rows) {
    if (isNamedByUs(reference)) continue
    references.set(account_id, [...(references.get(account_id) ?? []), reference])
  }
  if (!references.size) return []
  const on = await marketplace.listMarketplaceAccounts(
    { id: [...references.keys()], state: { $nin: ["paused", "needs_reauthorization"] } },
    { select: ["id"] },
  )
  return marketplace.inTransaction(async (shared) => {
    const queued: { run_id: string }[] = []
    for (const { id: accountId } of on) {
      const wanted = { accountId, actorId, references: references.get(accountId) ?? [] }
      queued.push({ run_id: await queueRun(marketplace, wanted, shared) })
    }
    return queued
  })
}
