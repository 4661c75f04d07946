import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Lease } from "../../../modules/marketplace/store/lease"
import { loadAccount } from "../../account/load-account"
import { recordTrouble } from "../account-trouble"
import { nextSyncAt } from "../rules/next-sync"
import type { ReadResult } from "./read-and-import"

/** Closes the run, says when the next one is due, and gives the lease back. */
export const finishSyncStep = createStep(
  "finish-marketplace-sync",
  async (input: { lease: Lease | null; runId: string | null; result: ReadResult }, { container }) => {
    const { lease, runId, result } = input
    if (!lease || !runId) return new StepResponse(null)
    const account = await loadAccount(container, lease.id)
    const { marketplace, row, settings, connector } = account
    const now = new Date()
    const throttled = result.trouble?.problem.code === "platform_throttled"

    await marketplace.updateMarketplaceRuns({
      id: runId,
      state: result.trouble && !throttled ? "failed" : "done",
      counts: { ...(await marketplace.countRun(runId)) },
      problem: result.trouble?.problem ?? null,
      finished_at: now,
    })
    // Another worker has taken over, and its schedule counts now; or a person moved the cursor, and the account is due again.
    if (result.lost) {
      await marketplace.releaseLease("marketplace_account", lease)
      return new StepResponse(null)
    }

    if (result.trouble && !throttled) {
      await recordTrouble(container, account, result.trouble)
    } else {
      const operation = connector.orders?.searchOperation
      const [quota] = operation ? await marketplace.listQuotas({ account_id: row.id, operation }) : []
      const rate =
        quota?.rate_per_second ??
        (operation ? connector.describe().limits[operation]?.ratePerSecond : undefined)
      const planned = nextSyncAt({
        now,
        intervalMinutes: settings.interval_minutes,
        ratePerSecond: rate ?? null,
      })
      await marketplace.updateMarketplaceAccounts({
        id: row.id,
        problem: null,
        last_sync_at: now,
        next_sync_at: !settings.import_automatically
          ? null
          : throttled
            ? (result.trouble?.retryAt ?? planned)
            : planned,
      })
    }
    await marketplace.releaseLease("marketplace_account", lease)
    return new StepResponse(null)
  },
)
