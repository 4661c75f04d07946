import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { appendHistory } from "../../../modules/marketplace/store/history"
import { personLine } from "../../../modules/marketplace/store/lines"
import {
  lockTransfer,
  recordedTransfer,
  writeTransfer,
  type TransferPlaces,
} from "../../../modules/marketplace/store/transfers"
import { loadAccount, ruleAccount, type LoadedAccount } from "../../account/load-account"
import { withInventory, type InventoryWork } from "../../import/inventory-transaction"
import { loadVariants } from "../../import/load-variants"
import { stockKey } from "../../import/rules/context"
import { invalidField, invalidFields } from "../../refusals/refusal"
import { countedListing } from "../counted-listing"
import { heldLevels, moveStock } from "../move-stock"
import { homeMarketplaces } from "../rules/home-marketplaces"
import {
  isSameTransfer,
  planTransfer,
  shortLines,
  type TransferLine,
  type TransferPart,
} from "../rules/plan-transfer"

export type RecordTransfer = {
  accountId: string
  reference: string
  fromLocationId: string
  /** Left out: the account's platform location, where it has only one. */
  toLocationId?: string
  /** Quantities in listings. */
  lines: TransferLine[]
  actorId: string
}

/** Where the goods leave and where they go. @throws RefusalError */
async function placesOf(
  container: MedusaContainer,
  account: LoadedAccount,
  input: RecordTransfer,
): Promise<TransferPlaces> {
  const homes = homeMarketplaces(ruleAccount(account).sites, account.settings.platform_location_id)
  const own = account.settings.platform_location_id
  const only = homes.length === 1 ? homes[0].locationId : own
  const to = input.toLocationId ?? only
  if (!to) throw invalidField("to_location_id", "required", {})
  const from = input.fromLocationId
  if (from === to) throw invalidField("from_location_id", "same_location", {})
  if (to !== own && !homes.some(({ locationId }) => locationId === to)) {
    throw invalidField("to_location_id", "not_platform_location", {})
  }
  const [known] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ id: from }, { select: ["id"] })
  if (!known) throw invalidField("from_location_id", "stock_location_unknown", { id: from })
  return { from, to }
}

/** @throws RefusalError */
async function partsOf(
  container: MedusaContainer,
  { marketplace, row }: LoadedAccount,
  lines: TransferLine[],
): Promise<TransferPart[]> {
  const mappings = await marketplace.listProductMappings({
    account_id: row.id,
    listing_key: lines.map(({ listingKey }) => listingKey),
  })
  const variants = await loadVariants(container, {
    id: mappings.flatMap(({ variant_id }) => variant_id ?? []),
  })
  const { parts, complaints } = planTransfer(
    lines,
    mappings.map(countedListing),
    new Map(variants.map((variant) => [variant.id, variant])),
  )
  if (complaints.length) throw invalidFields(complaints)
  return parts
}

/** Takes the goods from our shelf and notes them as coming at the platform's; a repeated request changes nothing. */
async function send(
  work: InventoryWork,
  input: RecordTransfer,
  places: TransferPlaces,
  parts: TransferPart[],
) {
  const { accountId, reference, actorId } = input
  const { sql } = work
  const { from, to } = places
  await lockTransfer(sql, accountId, reference)
  const recorded = await recordedTransfer(sql, accountId, reference)
  if (recorded.length) {
    const same = recorded.every((row) => row.from_location_id === from && row.to_location_id === to)
    if (!same || !isSameTransfer(recorded, parts)) throw invalidField("reference", "transfer_differs", {})
    return
  }
  const held = await heldLevels(
    work,
    parts.map(({ inventoryItemId }) => inventoryItemId),
  )
  const available = new Map(
    [...held.values()]
      .filter(({ locationId }) => locationId === from)
      .map((level) => [level.inventoryItemId, level.stocked - level.reserved]),
  )
  const short = shortLines(parts, available)
  if (short.length) throw invalidFields(short)

  await writeTransfer(sql, { accountId, reference, places, actorId, parts })
  const coming = new Map<string, number>()
  for (const { inventoryItemId, quantity } of parts) {
    const before = coming.get(inventoryItemId) ?? held.get(stockKey(inventoryItemId, to))?.incoming ?? 0
    coming.set(inventoryItemId, before + quantity)
  }
  await moveStock(
    work,
    accountId,
    parts.map((part) => ({
      reason: "inbound_sent" as const,
      reference,
      line_reference: part.listingKey,
      marketplace: null,
      listing_key: part.listingKey,
      actor_id: actorId,
      variant_id: part.variantId,
      inventory_item_id: part.inventoryItemId,
      location_id: from,
      quantity: -part.quantity,
    })),
    [...coming].map(([inventoryItemId, incoming]) => ({ inventoryItemId, locationId: to, incoming })),
  )
  const units = parts.reduce((sum, { quantity }) => sum + quantity, 0)
  const details = { reference, from_location_id: from, to_location_id: to, lines: input.lines.length, units }
  await appendHistory(sql, [personLine(accountId, actorId, "inbound_transfer", details)])
}

/** Records goods that a person sent to the platform's warehouse: levels, movements, transfer and history, or nothing of it. */
export const recordTransferStep = createStep(
  "record-marketplace-transfer",
  async (input: RecordTransfer, { container }) => {
    const account = await loadAccount(container, input.accountId)
    const places = await placesOf(container, account, input)
    const parts = await partsOf(container, account, input.lines)
    const levels = parts.flatMap(({ inventoryItemId }) =>
      [places.from, places.to].map((locationId) => ({ inventoryItemId, locationId })),
    )
    await withInventory(container, levels, (work) => send(work, input, places, parts))
    return new StepResponse({ account_id: account.row.id, reference: input.reference })
  },
)
