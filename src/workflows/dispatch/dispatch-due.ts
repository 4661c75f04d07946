import type { MedusaContainer } from "@medusajs/framework/types"
import { describeProblem, problem } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { ringBell } from "../sync/bell"
import { DispatchEvents } from "./events"

/** Tells, once in an installation, that writers stay off because the database is a copy. */
async function tellCopiedWriters(container: MedusaContainer): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const stopped = await marketplace.noteCopiedWriters()
  const accounts = new Map(stopped.map(({ account_id, name }) => [account_id, name]))
  for (const [accountId, name] of accounts) {
    const found = problem("writer_of_copy")
    const { title, cause, wayOut } = describeProblem(found, marketplace.options.language)
    await ringBell(container, {
      accountId,
      title: `${name}: ${title}`,
      description: `${cause} ${wayOut}`,
      code: found.code,
    })
  }
}

/** Events for up to `limit` accounts that have something due: new work, retries, look-ups, and what a crash left behind. */
export async function dueDispatchEvents(
  container: MedusaContainer,
  limit: number,
): Promise<{ name: string; data: { account_id: string } }[]> {
  await tellCopiedWriters(container)
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const accounts = await marketplace.accountsWithDueDispatches(limit)
  return accounts.map((account_id) => ({ name: DispatchEvents.DUE, data: { account_id } }))
}
