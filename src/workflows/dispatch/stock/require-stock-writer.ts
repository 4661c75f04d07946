import type { MedusaContainer } from "@medusajs/framework/types"
import { writerState } from "../../../modules/marketplace/writers"
import { loadAccount, type LoadedAccount } from "../../account/load-account"
import { refusal } from "../../refusals/refusal"

/**
 * The account, where its platform takes stock.
 * @throws RefusalError otherwise.
 */
export async function requireStock(container: MedusaContainer, accountId: string): Promise<LoadedAccount> {
  const account = await loadAccount(container, accountId)
  if (!account.connector.stock) {
    throw refusal("takes_no_writes", { platform: account.connector.describe().name })
  }
  return account
}

/**
 * The account, where its stock is written from this installation.
 * @throws RefusalError otherwise.
 */
export async function requireStockWriter(
  container: MedusaContainer,
  accountId: string,
): Promise<LoadedAccount> {
  const account = await requireStock(container, accountId)
  const { marketplace, row } = account
  if (writerState(row.writers, "stock", await marketplace.installation()) !== "on") {
    throw refusal("stock_writer_off", { account: row.name })
  }
  return account
}
