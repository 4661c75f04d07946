import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { accountSettingsSchema } from "../../../modules/marketplace/settings"
import { personLine } from "../../../modules/marketplace/store/lines"
import { personalDataDaysOf } from "../../privacy/rules/personal-data-days"
import { asListed } from "../check-carriers"
import { loadAccount } from "../load-account"
import { takeVerification } from "../take-verification"
import type { VerifiedCredentials } from "../verify-candidate"
import type { AccountChange } from "./check-account-change"

export type ChangeAccountInput = {
  change: Omit<AccountChange, "credentials">
  verified: VerifiedCredentials | null
  actorId: string
}

/** Names of what was changed, for the history; values may be anything and stay out of it. */
function changedFields({ change, verified }: ChangeAccountInput): string[] {
  return [
    ...(change.name !== undefined ? ["name"] : []),
    ...(change.activatedAt !== undefined ? ["activated_at"] : []),
    ...Object.keys(change.settings ?? {}).map((field) => `settings.${field}`),
    ...(change.sites ?? []).map((site) => `sites.${site.external_id}`),
    ...(verified ? ["credentials"] : []),
  ]
}

/** Writes a checked change with its history: all of it, or nothing. */
export const changeAccountStep = createStep(
  "change-marketplace-account",
  async (input: ChangeAccountInput, { container }) => {
    const { change, verified, actorId } = input
    const account = await loadAccount(container, change.accountId)
    const { marketplace, row, sites } = account
    const before = account.settings
    const settings = accountSettingsSchema.parse({ ...before, ...change.settings })
    settings.carriers = asListed(account.connector, settings.carriers)
    const switched = before.import_automatically !== settings.import_automatically
    const syncs = row.state === "connected" || verified !== null
    const schedule = !switched
      ? {}
      : { next_sync_at: settings.import_automatically && syncs && row.state !== "paused" ? new Date() : null }
    const ids = new Map(sites.map((site) => [site.external_id, site.id]))
    const siteChanges = (change.sites ?? []).flatMap(({ external_id, ...rest }) => {
      const id = ids.get(external_id)
      return id ? [{ id, ...rest }] : []
    })

    await marketplace.inTransaction(async (shared) => {
      if (verified) await takeVerification({ ...account, settings }, verified, shared)
      if (siteChanges.length) await marketplace.updateMarketplaceSites(siteChanges, shared)
      await marketplace.updateMarketplaceAccounts(
        {
          id: row.id,
          settings,
          ...schedule,
          ...(change.name !== undefined ? { name: change.name } : {}),
          ...(change.activatedAt !== undefined ? { activated_at: new Date(change.activatedAt) } : {}),
        },
        shared,
      )
      // What was blocked for want of a setting is decided anew.
      if (change.settings || siteChanges.length) {
        await marketplace.makeOrdersDue(row.id, { blocked: true }, shared)
      }
      if (before.personal_data_days !== settings.personal_data_days) {
        const days = personalDataDaysOf({ connector: account.connector, settings })
        await marketplace.countPersonalDataDays(row.id, days ?? null, shared)
      }
      if (before.reserve_waiting_orders !== settings.reserve_waiting_orders) {
        await marketplace.makeOrdersDue(row.id, { held: true }, shared)
      }
      await marketplace.appendHistory(
        [personLine(row.id, actorId, "changed", { fields: changedFields(input) })],
        shared,
      )
    })
    return new StepResponse({ id: row.id })
  },
)
