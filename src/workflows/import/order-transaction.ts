import type { Context, IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { MedusaContextType, Modules } from "@medusajs/framework/utils"
import { repositoryOf } from "../module-repository"

export type OrderWork = {
  orders: IOrderModuleService
  /** Pass it to every call of the order module, so that all of them commit or none. */
  shared: Context
}

/**
 * Runs calls of the order module in one transaction with the order's row locked. What is looked up inside stays true until
 * it is written: a worker that outlived its lease would otherwise ship, refund or pay an order at the same moment as the
 * one that took it over, and Medusa would write the order's lines or transactions once for each of them.
 *
 * Calls of other modules belong outside: they take a connection of their own, and the pool may have none left.
 */
export async function withOrder<Result>(
  container: MedusaContainer,
  orderId: string,
  work: (tools: OrderWork) => Promise<Result>,
): Promise<Result> {
  const orders = container.resolve(Modules.ORDER)
  return repositoryOf(orders, "order").transaction(async (manager) => {
    await manager.execute(`SELECT id FROM "order" WHERE id = ? FOR UPDATE`, [orderId])
    // Without its type mark a workflow's container would replace it by a context of its own, outside the transaction.
    return work({ orders, shared: { __type: MedusaContextType, transactionManager: manager } })
  })
}
