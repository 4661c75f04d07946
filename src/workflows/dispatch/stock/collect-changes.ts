import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reasonOf } from "../../import/batch"
import { retryShortOrders } from "../../import/retry-short-orders"
import type { StockChange } from "./events"
import { oweStock } from "./owe-stock"
import { tellOwed } from "./tell-owed"

/** For how long changes are collected before they are looked at together. */
const COLLECT_MS = 300

type Collected = {
  accounts: Set<string>
  listings: Map<string, Set<string>>
  variants: Set<string>
  items: Set<string>
  levels: Set<string>
}

const nothing = (): Collected => ({
  accounts: new Set(),
  listings: new Map(),
  variants: new Set(),
  items: new Set(),
  levels: new Set(),
})

let collected = nothing()
let timer: NodeJS.Timeout | undefined

function add(into: Set<string>, ids: string[] = []): void {
  for (const id of ids) into.add(id)
}

/** Looks at what was collected. What fails here is found again by the sweep, a minute later. */
async function lookAtChanges(container: MedusaContainer): Promise<void> {
  const { accounts, listings, variants, items, levels } = collected
  collected = nothing()
  timer = undefined
  const change: StockChange = {
    account_ids: [...accounts],
    listings: [...listings].map(([account_id, keys]) => ({ account_id, listing_keys: [...keys] })),
    variant_ids: [...variants],
    inventory_item_ids: [...items],
    inventory_level_ids: [...levels],
  }
  await retryShortOrders(container, change).catch((thrown: unknown) =>
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`[marketplaces] Orders that lacked stock are tried again by the schedule: ${reasonOf(thrown)}`),
  )
  try {
    await tellOwed(container, await oweStock(container, change))
  } catch (thrown) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`[marketplaces] Changed stock is looked at again within a minute: ${reasonOf(thrown)}`)
  }
}

/**
 * Collects changes for a moment: an import, a delivery or a checkout raises hundreds of events, which become one look at the
 * stock and one write for each listing. A process that dies in between loses nothing: the sweep looks at what has changed since.
 */
export function collectChange(container: MedusaContainer, change: StockChange): void {
  add(collected.accounts, change.account_ids)
  add(collected.variants, change.variant_ids)
  add(collected.items, change.inventory_item_ids)
  add(collected.levels, change.inventory_level_ids)
  for (const { account_id, listing_keys } of change.listings ?? []) {
    const keys = collected.listings.get(account_id) ?? new Set()
    add(keys, listing_keys)
    collected.listings.set(account_id, keys)
  }
  timer ??= setTimeout(() => void lookAtChanges(container), COLLECT_MS).unref()
}
