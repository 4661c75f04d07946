import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { Actor } from "../../modules/marketplace/store/history"
import type { NewlyNeeded } from "../../modules/marketplace/store/runs"
import { importMarketplaceOrdersWorkflow } from "./import-orders"
import type { DecideOrdersInput } from "./steps/decide-orders"

/**
 * Imports an account's due inbox rows batch by batch until none is left. `goOn` is asked before each batch: a worker that
 * lost its lease stops there; `onNewlyNeeded` is told after each batch which orders have come to need a person. Gives the number
 * of orders that were decided.
 */
export async function importDueOrders(
  container: MedusaContainer,
  input: {
    accountId: string
    which?: DecideOrdersInput["which"]
    actor: Actor
    actorId?: string | null
    goOn?: () => Promise<boolean>
    onNewlyNeeded?: (newly: NewlyNeeded) => Promise<void> | void
  },
): Promise<number> {
  const { options } = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  let decided = 0
  while (!input.goOn || (await input.goOn())) {
    const { result } = await importMarketplaceOrdersWorkflow(container).run({
      input: {
        accountId: input.accountId,
        token: randomUUID(),
        limit: options.batchSize,
        which: input.which,
        actor: input.actor,
        actorId: input.actorId ?? null,
      },
    })
    if (!result.settled.length) break
    decided += result.settled.length
    const { blocked, troubled, review } = result
    await input.onNewlyNeeded?.({ blocked: blocked.length + troubled.length, review: review.length })
  }
  return decided
}
