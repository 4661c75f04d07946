import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { serializeBalance, serializeMovement, type MovementRow } from "../serializers/movement"
import { goodsAndPlaces } from "./goods-and-places"
import { movementFilters, variantsNamed } from "./movement-filters"
import type { BalancesQuery, ListMovementsQuery } from "./validators"

const DAY_MS = 86_400_000
/** Without a period, balances are told of the last days. */
const BALANCE_DAYS = 30

/** Movements as they are shown: one query each for what they name, whatever their number. */
export async function showMovements(container: MedusaContainer, rows: MovementRow[]) {
  const known = await goodsAndPlaces(container, rows)
  return rows.map((row) => serializeMovement(row, known))
}

/** A page of the movements, the newest first, and how many there are in all. */
export async function listMovements(container: MedusaContainer, query: ListMovementsQuery) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const { limit, offset } = query
  const [rows, count] = await marketplace.listAndCountStockMovements(
    await movementFilters(container, query),
    { take: limit, skip: offset, order: { at: "DESC", id: "DESC" } },
  )
  return { movements: await showMovements(container, rows), count, limit, offset }
}

/** Opening, movements and closing of what moved in a period. */
export async function listBalances(container: MedusaContainer, query: BalancesQuery) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const { limit, offset } = query
  const toUtc = query.to ? new Date(query.to) : new Date()
  const fromUtc = query.from ? new Date(query.from) : new Date(toUtc.getTime() - BALANCE_DAYS * DAY_MS)
  const { balances, count } = await marketplace.balancesOf({
    accountIds: query.account_id,
    variantIds: await variantsNamed(container, query),
    locationIds: query.location_id,
    fromUtc,
    toUtc,
    limit,
    offset,
  })
  const known = await goodsAndPlaces(container, balances)
  return { balances: balances.map((row) => serializeBalance(row, known)), count, limit, offset }
}
