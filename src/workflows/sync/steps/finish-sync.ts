import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Lease } from "../../../modules/marketplace/store/lease"
import { loadStoredAccount } from "../../account/load-account"
import { recordTrouble, type Trouble } from "../account-trouble"
import { tellEndedRun } from "../newly-needed"
import { nextSyncAt } from "../rules/next-sync"
import type { ReadResult } from "./read-and-import"

/** Keeps the account's trouble, or clears it and says when the next sync is due. A paused account is due never. */
async function planNext(
  container: MedusaContainer,
  accountId: string,
  trouble: Trouble | null,
  now: Date,
): Promise<void> {
  // Not with its connector, whose absence may be the trouble.
  const account = await loadStoredAccount(container, accountId)
  const { marketplace, row, settings } = account
  const throttled = trouble?.problem.code === "platform_throttled"
  if (trouble && !throttled) return void (await recordTrouble(container, account, trouble))

  const connector = marketplace.connector(row.provider_id)
  const operation = connector?.orders?.searchOperation
  const [quota] = operation ? await marketplace.listQuotas({ account_id: row.id, operation }) : []
  const published = operation ? connector?.describe().limits[operation]?.ratePerSecond : undefined
  const planned = nextSyncAt({
    now,
    intervalMinutes: settings.interval_minutes,
    ratePerSecond: quota?.rate_per_second ?? published ?? null,
  })
  await marketplace.inTransaction(async (shared) => {
    const stand = await marketplace.lockAccount(row.id, shared)
    // Switched off, suspended or to be renewed since the sync began: why stands there, and is not over by what it read before.
    const isOn = stand?.state === "connected"
    await marketplace.updateMarketplaceAccounts(
      {
        id: row.id,
        last_sync_at: now,
        next_sync_at: isOn && settings.import_automatically ? (trouble?.retryAt ?? planned) : null,
        ...(isOn ? { problem: null } : {}),
      },
      shared,
    )
  })
}

/** Closes the run, says when the next one is due, and gives the lease back. */
export const finishSyncStep = createStep(
  "finish-marketplace-sync",
  async (input: { lease: Lease | null; runId: string | null; result: ReadResult }, { container }) => {
    const { lease, runId, result } = input
    if (!lease || !runId) return new StepResponse(null)
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const now = new Date()
    const throttled = result.trouble?.problem.code === "platform_throttled"

    const run = await marketplace.updateMarketplaceRuns({
      id: runId,
      state: result.trouble && !throttled ? "failed" : "done",
      counts: { ...(await marketplace.countRun(runId)) },
      problem: result.trouble?.problem ?? null,
      finished_at: now,
    })
    // Lost: another worker has taken over and its schedule counts now, a person moved the cursor and the account is due
    // again, or the account was removed.
    if (!result.lost) await planNext(container, lease.id, result.trouble, now)
    await marketplace.releaseLease("marketplace_account", lease)
    await tellEndedRun(container, lease.id, run)
    return new StepResponse(null)
  },
)
