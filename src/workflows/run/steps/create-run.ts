import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { personLine } from "../../../modules/marketplace/store/lines"
import { loadAccount } from "../../account/load-account"
import { refusal } from "../../refusals/refusal"
import { refuseWhenOff } from "../../account/steps/make-sync-due"

/**
 * What a person wants imported: what was placed in a period (ISO 8601), all of it or the orders named, or single orders
 * whenever they were placed.
 */
export type RunRequest = { accountId: string; actorId: string } & (
  | { from: string; to: string; references?: string[] }
  | { references: string[]; from?: undefined; to?: undefined }
)

/** Queues the import. A person's import also works while the schedule is off, but not while the account is. */
export const createRunStep = createStep(
  "create-marketplace-run",
  async (input: RunRequest, { container }) => {
    const account = await loadAccount(container, input.accountId)
    const { row, marketplace, connector } = account
    refuseWhenOff(account, ["paused", "needs_reauthorization"])
    if (!connector.orders) throw refusal("brings_no_orders", { platform: connector.describe().name })
    const scope = {
      ...(input.from ? { from: input.from, to: input.to } : {}),
      ...(input.references ? { references: input.references.length } : {}),
    }
    const run = await marketplace.inTransaction(async (shared) => {
      const created = await marketplace.createMarketplaceRuns(
        {
          account_id: row.id,
          kind: input.from ? "period" : "references",
          requested_by: input.actorId,
          from: input.from ? new Date(input.from) : null,
          to: input.to ? new Date(input.to) : null,
          // The column takes any JSON, its type knows objects only.
          references: input.references
            ? Object.assign([...input.references], {} as Record<string, unknown>)
            : null,
        },
        shared,
      )
      const details = { run_id: created.id, ...scope }
      await marketplace.appendHistory(
        [personLine(row.id, input.actorId, "import_requested", details)],
        shared,
      )
      return created
    })
    return new StepResponse({ run_id: run.id }, run.id)
  },
  async (runId, { container }) => {
    if (!runId) return
    await container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE).deleteMarketplaceRuns(runId)
  },
)
