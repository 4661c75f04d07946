import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { connectorFailureOf } from "../../connector"
import { importDueOrders } from "../import/import-due-orders"
import { tellNewlyNeeded } from "./newly-needed"

/**
 * Imports orders of the inbox that are due without being read anew: what a person has just done something about, or what the
 * schedule found left over. A person looks at the outcome; what the schedule did is told in the bell.
 */
export async function importOrdersDue(
  container: MedusaContainer,
  { accountId, ids, actorId }: { accountId: string; ids?: string[]; actorId?: string },
): Promise<void> {
  const newly = { blocked: 0, review: 0 }
  try {
    await importDueOrders(container, {
      accountId,
      which: ids ? { ids } : undefined,
      actor: actorId ? "person" : "schedule",
      actorId,
      onNewlyNeeded: ({ blocked, review }) => {
        newly.blocked += blocked
        newly.review += review
      },
    })
  } catch (thrown) {
    // The account shows it after its next sync, and the orders stay due until the connector is back.
    if (connectorFailureOf(thrown)?.problem.code !== "connector_missing") throw thrown
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`[marketplaces] Orders of account ${accountId} wait: its connector is not configured`)
  } finally {
    if (!actorId) await tellNewlyNeeded(container, accountId, newly)
  }
}
