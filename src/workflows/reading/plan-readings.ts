import type { MedusaContainer } from "@medusajs/framework/types"
import { capabilitiesOf } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { resourceName } from "../../modules/marketplace/resources"
import { accountSettingsSchema } from "../../modules/marketplace/settings"
import { ruleAccount, type LoadedAccount } from "../account/load-account"
import { readableOf, wantedReadings } from "./rules/wanted-readings"

/** What there is to read of an account, and what of it by schedule. */
export function readingsOf(account: Pick<LoadedAccount, "row" | "sites" | "settings" | "connector">) {
  const facts = { ...ruleAccount(account), capabilities: capabilitiesOf(account.connector) }
  return { readable: readableOf(facts), wanted: wantedReadings(facts) }
}

/** Puts what connected accounts want read into the schedule: by three statements, whatever their number. */
export async function planReadings(container: MedusaContainer): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const rows = await marketplace.listMarketplaceAccounts({ state: "connected" })
  if (!rows.length) return
  const ids = rows.map(({ id }) => id)
  const [sites, cursors] = await Promise.all([
    marketplace.listMarketplaceSites({ account_id: ids }, { order: { created_at: "ASC", id: "ASC" } }),
    marketplace.listSyncCursors(
      { account_id: ids, next_read_at: { $ne: null } },
      { select: ["account_id", "resource"] },
    ),
  ])
  const planned = new Set(cursors.map(({ account_id, resource }) => `${account_id} ${resource}`))
  const missing = rows.flatMap((row) => {
    const connector = marketplace.connector(row.provider_id)
    if (!connector) return []
    const { wanted } = readingsOf({
      row,
      connector,
      settings: accountSettingsSchema.parse(row.settings),
      sites: sites.filter(({ account_id }) => account_id === row.id),
    })
    return wanted
      .map((resource) => ({ account_id: row.id, resource: resourceName(resource) }))
      .filter((one) => !planned.has(`${one.account_id} ${one.resource}`))
  })
  await marketplace.planReadings(missing)
}
