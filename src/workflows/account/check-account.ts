import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { recordTrouble, troubleOf } from "../sync/account-trouble"
import { loadAccount, type LoadedAccount } from "./load-account"
import { JOB_WAIT_MS, openConnection } from "./open-connection"
import { isSuspended, standOf } from "./rules/is-suspended"
import { takeVerification } from "./take-verification"

const AGAIN_MINUTES = 60

/** The platform accepts the account: what it had taken away is back. A person who switched it off meanwhile has the last word. */
async function accepted(
  account: LoadedAccount,
  verification: Awaited<ReturnType<LoadedAccount["connector"]["verify"]>>,
): Promise<void> {
  const { marketplace, row } = account
  await marketplace.inTransaction(async (shared) => {
    const stand = await marketplace.lockAccount(row.id, shared)
    if (!stand) return
    await takeVerification({ ...account, row: { ...row, ...stand } }, { verification }, shared)
    if (!isSuspended(stand)) return
    const line = { accountId: row.id, subjectType: "account", subjectId: row.id, actor: "platform" } as const
    await marketplace.appendHistory([{ ...line, event: "resumed", details: { state: "connected" } }], shared)
  })
}

/**
 * Asks the platform whether an account still works, because a webhook says something about it, or because the platform had suspended
 * it. What the webhook said is not believed: only the platform's own refusal of the credentials changes the account. One that a
 * person switched off is not asked about.
 */
export async function checkAccount(container: MedusaContainer, accountId: string): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  if (!(await marketplace.takeCheck(accountId))) return
  const later = (at: Date | null) =>
    marketplace.updateMarketplaceAccounts({ id: accountId, check_due_at: at })
  const inAnHour = new Date(Date.now() + AGAIN_MINUTES * 60_000)
  const account = await loadAccount(container, accountId)
  if (account.row.state === "paused" && !isSuspended(standOf(account.row))) return void (await later(null))
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const connection = openConnection(account, { maxWaitMs: JOB_WAIT_MS, logger })
    await accepted(account, await account.connector.verify(connection))
  } catch (thrown) {
    const trouble = troubleOf(thrown, new Date())
    await later(trouble.needsReauthorization ? null : (trouble.retryAt ?? inAnHour))
    // Everything else the schedule meets as well, and tells it.
    if (trouble.needsReauthorization || trouble.suspended) await recordTrouble(container, account, trouble)
  }
}
