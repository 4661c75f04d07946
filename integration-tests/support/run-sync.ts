import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { syncMarketplaceAccountWorkflow } from "../../src/workflows/sync/sync-account"

/** One sync of an account, as the schedule starts it. */
export async function runSync(container: MedusaContainer, accountId: string) {
  const { result } = await syncMarketplaceAccountWorkflow(container).run({ input: { accountId } })
  return result
}

/** Syncs until the window is read to its end; gives the codes of the troubles on the way. Waits are skipped. */
export async function syncUntilRead(
  container: MedusaContainer,
  accountId: string,
  most = 30,
): Promise<string[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const troubles: string[] = []
  for (let round = 0; round < most; round += 1) {
    const { trouble } = await runSync(container, accountId)
    if (!trouble) return troubles
    troubles.push(trouble.problem.code)
    const quotas = await marketplace.listQuotas({ account_id: accountId })
    await marketplace.updateQuotas(quotas.map(({ id, burst }) => ({ id, tokens: burst })))
  }
  throw new Error(`The window was not read after ${most} syncs: ${troubles.join(", ")}`)
}

export type InboxRow = {
  id: string
  reference: string
  state: string
  rule: string | null
  problem_code: string | null
  order_id: string | null
  total: string | null
}

/** The whole inbox of an account. */
export async function inboxOf(container: MedusaContainer, accountId: string): Promise<InboxRow[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  return marketplace.listMarketplaceOrders(
    { account_id: accountId },
    { select: ["id", "reference", "state", "rule", "problem_code", "order_id", "total"], take: 100_000 },
  )
}

/** Totals of the Medusa orders by their display id. */
export async function totalsOf(container: MedusaContainer, orderIds: string[]): Promise<Map<string, number>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "custom_display_id", "total"],
    filters: { id: orderIds },
  })
  return new Map(data.map((order) => [String(order.custom_display_id), Number(order.total)]))
}

/** Orders for which nobody would know what to do: neither done nor with a rule nor with a problem. */
export const unexplained = (rows: InboxRow[]): InboxRow[] =>
  rows.filter(
    ({ state, rule, problem_code }) => !["imported", "canceled"].includes(state) && !rule && !problem_code,
  )
