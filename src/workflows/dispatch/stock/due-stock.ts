import type { MedusaContainer } from "@medusajs/framework/types"
import { JOB_WAIT_MS } from "../../account/open-connection"
import { compareStockBySchedule } from "./compare-stock"
import { loadWritingAccounts } from "./stock-accounts"
import { sweepStock } from "./sweep-stock"

/** For how long one account is compared in one go, so that the next one has its turn. */
const COMPARE_MS = 45_000

/** What the schedule does for stock: finds changes whose events were lost, and compares with the platforms. */
export async function workOnDueStock(container: MedusaContainer): Promise<void> {
  await sweepStock(container)
  for (const { id } of await loadWritingAccounts(container)) {
    await compareStockBySchedule(container, {
      accountId: id,
      deadlineMs: COMPARE_MS,
      maxWaitMs: JOB_WAIT_MS,
    })
  }
}
