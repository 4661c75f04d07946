import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { StockEvents } from "../workflows/dispatch/stock/events"

/** Every minute: hands the look for changed stock to whichever process is free. Tests call `workOnDueStock` themselves. */
export default async function stockDue(container: MedusaContainer): Promise<void> {
  if (process.env.NODE_ENV === "test") return
  await container.resolve(Modules.EVENT_BUS).emit({ name: StockEvents.DUE, data: {} })
}

export const config = { name: "marketplaces-stock-due", schedule: "* * * * *" }
