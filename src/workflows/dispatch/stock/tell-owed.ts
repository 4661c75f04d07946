import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { DispatchEvents } from "../events"
import type { OwedStock } from "./owe-stock"

/** Tells the dispatcher of levels that are owed, once for each account. */
export async function tellOwed(container: MedusaContainer, { accountIds }: OwedStock): Promise<void> {
  if (!accountIds.length) return
  await container
    .resolve(Modules.EVENT_BUS)
    .emit(accountIds.map((account_id) => ({ name: DispatchEvents.DUE, data: { account_id, kind: "stock" } })))
}
