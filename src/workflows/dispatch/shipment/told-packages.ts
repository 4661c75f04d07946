import type { MarketplaceModuleService } from "../../../modules/marketplace"
import { openedShipment } from "./body"
import type { ToldPackage } from "./rules/shown"

/** A package that was handed to the platform, whatever came of it. */
export type AttemptedPackage = ToldPackage & { id: string }

/** The packages of some inbox orders that were handed to the platform, by order; without those whose body has gone. One query. */
export async function attemptedPackages(
  marketplace: MarketplaceModuleService,
  { accountId, trackingOptional }: { accountId: string; trackingOptional: boolean },
  marketplaceOrderIds: string[],
): Promise<Map<string, AttemptedPackage[]>> {
  const packages = new Map<string, AttemptedPackage[]>()
  if (!marketplaceOrderIds.length) return packages
  const rows = await marketplace.listMarketplaceDispatches(
    { marketplace_order_id: marketplaceOrderIds, kind: "shipment", attempted_at: { $ne: null } },
    { select: ["id", "marketplace_order_id", "subject", "package_number", "sealed_body"], take: null },
  )
  for (const row of rows) {
    const body = openedShipment(marketplace, accountId, row)
    if (!body || !row.marketplace_order_id) continue
    const { trackingNumber, lines } = body
    const { id, package_number: packageNumber } = row
    const its = packages.get(row.marketplace_order_id) ?? []
    its.push({ id, packageNumber, trackingNumber, lines, trackingOptional, attempted: true })
    packages.set(row.marketplace_order_id, its)
  }
  return packages
}
