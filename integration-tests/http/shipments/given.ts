import type { NotificationDTO } from "@medusajs/framework/types"
import type { AmazonSimulator } from "../../simulators/amazon"
import type { AdminClient } from "../../support/admin-client"
import type { SeededStore } from "../../support/seed-store"
import type { ShippingShop } from "./shop"

/** What every part of the suite works with. */
export type Given = {
  open(options?: Parameters<typeof ShippingShop.open>[1]): Promise<ShippingShop>
  /** The bell's lines of an account, once there are as many; it rings when a turn is over. */
  bell(accountId: string, least?: number): Promise<NotificationDTO[]>
  simulator(): AmazonSimulator
  admin(): AdminClient
  store(): SeededStore
}
