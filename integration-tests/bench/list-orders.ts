import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listOrders } from "../../src/api/admin/marketplaces/orders/list-orders"
import { listOrdersSchema } from "../../src/api/admin/marketplaces/orders/validators"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { connectAccount } from "../support/connect-account"
import { fillInbox } from "../support/many-orders"

/** How long one kind of page takes. */
export type ListMeasured = { what: string; found: number; medianMs: number; slowestMs: number }

const ROUNDS = 20
const PAGE = 20

/** What people look at: as the dashboard asks for it. */
const pages = (accountId: string, count: number): Record<string, Record<string, unknown>> => ({
  "all orders, newest first": {},
  "all orders, by ship-by date": { order: "ship_by" },
  "the last page": { offset: count - PAGE },
  "blocked or in review": { state: "blocked,review" },
  "one account, imported": { account_id: accountId, state: "imported" },
  "one account, late to ship": { account_id: accountId, late_to_ship: "true" },
  "one marketplace": { marketplace: "A1AM78C64UM0Y8" },
  "one problem in a period": { problem_code: "stock_short", placed_from: "2026-01-01T00:00:00Z" },
  "part of the reference, digits": { q: "6554729" },
  "part of the reference, letters": { q: "zz" },
})

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

/** Pages of a full inbox with their counts, as the route makes them, without HTTP. */
export async function listsOfOrders(container: MedusaContainer, count: number): Promise<ListMeasured[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const accountIds: string[] = []
  for (const name of ["one", "two", "three"]) {
    const account = { name, externalId: name, orderPrefix: name.toUpperCase() }
    accountIds.push((await connectAccount(container, account)).id)
  }
  await fillInbox(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), accountIds, count)
  const measured: ListMeasured[] = []
  for (const [what, given] of Object.entries(pages(accountIds[0], count))) {
    const query = listOrdersSchema.parse({ ...given, limit: PAGE })
    const times: number[] = []
    let found = 0
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now()
      found = (await listOrders(marketplace, query, "en")).count
      times.push(performance.now() - begun)
    }
    times.sort((left, right) => left - right)
    const [median, slowest] = [times[ROUNDS / 2], times[ROUNDS - 1]].map(rounded)
    measured.push({ what, found, medianMs: median, slowestMs: slowest })
  }
  return measured
}
