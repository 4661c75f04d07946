import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { PurgeCounts } from "./steps/empty-payloads"

/** Keeps what a night removed of each account, with a line in the account's history: the report that the law may ask for. */
export async function recordExpiry(
  container: MedusaContainer,
  byAccount: ReadonlyMap<string, PurgeCounts>,
): Promise<void> {
  if (!byAccount.size) return
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const accounts = await marketplace.listMarketplaceAccounts(
    { id: [...byAccount.keys()] },
    { select: ["id", "provider_id", "external_id"], withDeleted: true, take: byAccount.size },
  )
  for (const { id, provider_id, external_id } of accounts) {
    const report = byAccount.get(id)
    if (!report) continue
    await marketplace.inTransaction(async (shared) => {
      await marketplace.recordExpiry({ provider_id, external_id, account_id: id, report }, shared)
      await marketplace.appendHistory(
        [
          {
            accountId: id,
            subjectType: "account",
            subjectId: id,
            actor: "schedule",
            event: "personal_data_purged",
            details: report,
          },
        ],
        shared,
      )
    })
  }
}
