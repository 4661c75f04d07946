import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { repositoryOf } from "../module-repository"

async function locked<Result>(
  container: MedusaContainer,
  orderId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return repositoryOf(container.resolve(Modules.ORDER), "order").transaction(async (manager) => {
    await manager.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [`marketplaces ${orderId}`])
    return work()
  })
}

/** Seconds to wait for a flow of Medusa's that has the order: it gives its lock up after ten. */
const MEDUSA_TIMEOUT_SECONDS = 20

let turn: Promise<unknown> = Promise.resolve()

/**
 * Runs work on one Medusa order while no other worker does. A worker that outlived its lease would otherwise ship, refund
 * or pay an order at the same moment as the one that took it over: both look, neither sees the other, and Medusa writes the
 * order's lines or transactions once for each. What was looked up inside stays true until it is written.
 *
 * The database holds the lock, for all processes, on a connection of its own. Within a process one order is locked at a
 * time: workers that wait must not use up the connections that the one at work needs.
 */
export function withOrderLock<Result>(
  container: MedusaContainer,
  orderId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const mine = turn.then(() => locked(container, orderId, work))
  turn = mine.catch(() => undefined)
  return mine
}

/**
 * The same for work on a draft, which keeps Medusa's own flows out as well: turning a draft into an order and editing it lock it by
 * Medusa's locking module. Taken first: whoever waits here keeps nobody else waiting.
 */
export function withDraftLock<Result>(
  container: MedusaContainer,
  orderId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return container
    .resolve(Modules.LOCKING)
    .execute([orderId], () => withOrderLock(container, orderId, work), { timeout: MEDUSA_TIMEOUT_SECONDS })
}
