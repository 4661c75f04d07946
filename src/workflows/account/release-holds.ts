import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { releaseStock } from "../import/steps/cancel-orders"
import { holdId } from "../import/steps/hold-stock"

/** Orders whose goods are let go together. */
const CHUNK = 500
/** For how long it is looked again whether a removed account still keeps goods. */
const LOOK_AGAIN_DAYS = 30

const DAY_MS = 86_400_000

/** Orders for which goods may be kept: not decided for good, or left out a moment before. */
const MAY_KEEP = {
  $or: [
    { state: ["waiting" as const, "blocked" as const, "ready" as const, "review" as const] },
    { state: "ignored" as const, rule: "ignored_by_person" },
  ],
}

/** Lets go of the goods that were kept for orders of a removed account: nobody will bring these orders into Medusa. */
export async function releaseHolds(container: MedusaContainer, accountId: string): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  let last = ""
  for (;;) {
    const rows = await marketplace.listMarketplaceOrders(
      { account_id: accountId, ...MAY_KEEP, id: { $gt: last } },
      { select: ["id"], order: { id: "ASC" }, take: CHUNK, withDeleted: true },
    )
    if (!rows.length) return
    await releaseStock(
      container,
      rows.map((row) => holdId(row.id)),
    )
    last = rows.at(-1)?.id ?? ""
  }
}

/**
 * The same for all accounts that were removed lately: a crash may have come between the removal and the release, and a worker that
 * had an order in hand may have kept its goods afterwards.
 */
export async function releaseHoldsOfRemoved(container: MedusaContainer): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const removed = await marketplace.listMarketplaceAccounts(
    { deleted_at: { $gt: new Date(Date.now() - LOOK_AGAIN_DAYS * DAY_MS) } },
    { select: ["id"], withDeleted: true },
  )
  for (const { id } of removed) await releaseHolds(container, id)
}
