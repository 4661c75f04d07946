import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { connectorFailureOf } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { CursorLost } from "../../../modules/marketplace/service"
import type { Lease } from "../../../modules/marketplace/store/lease"
import type { NewlyNeeded } from "../../../modules/marketplace/store/runs"
import { loadAccount, type LoadedAccount } from "../../account/load-account"
import { JOB_WAIT_MS, openConnection } from "../../account/open-connection"
import { credentialsMark } from "../../account/rules/credentials-mark"
import { importDueOrders } from "../../import/import-due-orders"
import { stagedOrder } from "../../import/payload"
import { troubleOf, type Trouble } from "../account-trouble"
import { personalDataDaysOf } from "../../privacy/rules/personal-data-days"

export type ReadResult = { read: number; decided: number; trouble: Trouble | null; lost: boolean }

/** What is due of an account; who comes to need a person by it is noted with the run. */
const dueIn = (marketplace: MarketplaceModuleService, accountId: string, runId: string) => ({
  accountId,
  actor: "schedule" as const,
  onNewlyNeeded: (newly: NewlyNeeded) => marketplace.noteNewlyNeeded(runId, newly),
})

/** Reads the pages of the account's open window; after each page its orders are imported, so that the first ones show soon. */
async function pump(
  container: MedusaContainer,
  account: LoadedAccount,
  lease: Lease,
  runId: string,
  result: ReadResult,
) {
  const { connector, marketplace, row } = account
  const orders = connector.orders
  if (!orders) return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = openConnection(account, { maxWaitMs: JOB_WAIT_MS, logger })
  const goOn = () => marketplace.renewLease("marketplace_account", lease)
  const personalDataDays = personalDataDaysOf(account)
  const importDue = () => importDueOrders(container, { ...dueIn(marketplace, row.id, runId), goOn })

  const window = await marketplace.openWindow({
    accountId: row.id,
    resource: "orders",
    toUtc: new Date(Date.now() - orders.visibilityDelaySeconds * 1000),
    overlapSeconds: orders.overlapSeconds,
  })
  let pageToken = window?.pageToken ?? undefined
  while (window && (await goOn())) {
    const page = await orders.search(connection, { by: "updated", ...window }, pageToken)
    await marketplace.storeSyncPage({
      lease,
      runId,
      window,
      orders: page.orders.map((read) => stagedOrder(marketplace, row.id, read, personalDataDays)),
      nextPageToken: page.nextPageToken ?? null,
      visibleUntilUtc:
        page.visibleUntilUtc && page.visibleUntilUtc < window.toUtc ? page.visibleUntilUtc : window.toUtc,
    })
    result.read += page.orders.length
    result.decided += await importDue()
    pageToken = page.nextPageToken
    if (pageToken === undefined) break
  }
  // Also what was due without being read anew: retries, and what a crash left behind.
  result.decided += await importDue()
  result.lost = !(await goOn())
}

/** READ, then DECIDE and APPLY, page by page. A failure of the platform ends in `trouble`, never in an exception. */
export const readAndImportStep = createStep(
  "read-and-import-marketplace-orders",
  async (input: { lease: Lease | null; runId: string | null }, { container }) => {
    const result: ReadResult = { read: 0, decided: 0, trouble: null, lost: false }
    if (!input.lease || !input.runId) return new StepResponse({ ...result, lost: true })
    const { lease, runId } = input
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    let account: LoadedAccount | undefined
    try {
      account = await loadAccount(container, lease.id)
      await pump(container, account, lease, runId, result)
    } catch (thrown) {
      if (thrown instanceof CursorLost) return new StepResponse({ ...result, lost: true })
      const failure = connectorFailureOf(thrown)
      if (failure?.kind === "page_expired") await marketplace.restartWindow(lease.id, "orders")
      result.trouble = { ...troubleOf(thrown, new Date()), metWith: account && credentialsMark(account.row) }
      // What had been read before the trouble is not kept waiting for it; without a connector nothing can be decided.
      if (failure && failure.problem.code !== "connector_missing") {
        result.decided += await importDueOrders(container, dueIn(marketplace, lease.id, runId))
      }
    }
    return new StepResponse(result)
  },
)
