import { setTimeout as wait } from "node:timers/promises"
import type { Logger } from "@medusajs/framework/types"
import { authorizationLost, throttled, type BudgetedCall, type Connection } from "../../connector"
import type { AccountRow, LoadedAccount, SiteRow } from "./load-account"

/** In place of the credentials of a store that wished to be forgotten. */
export const FORGOTTEN_CREDENTIALS = ""

/** What a connection needs of an account; one that is not stored yet has it too. */
export type ConnectableAccount = Pick<LoadedAccount, "connector" | "marketplace"> & {
  row: Pick<AccountRow, "id" | "name" | "provider_id" | "sealed_credentials">
  sites: Pick<SiteRow, "external_id" | "country" | "currency" | "enabled">[]
}

export type ConnectionOptions = {
  /** How long a call may wait for its turn before `throttled` is raised: short for people, longer for jobs. */
  maxWaitMs: number
  signal?: AbortSignal
  logger: Logger
}

/** Time a person waits for a call's turn. */
export const INTERACTIVE_WAIT_MS = 5_000
/** Time a job waits for a call's turn; longer waits are put back into the schedule. */
export const JOB_WAIT_MS = 20_000

/** Spends one call from the shared budget, waiting for its turn, and learns from what the platform answers. */
function budgetedCall(account: ConnectableAccount, options: ConnectionOptions): BudgetedCall {
  const { marketplace, row, connector } = account
  const limits = connector.describe().limits
  return async (operation, run) => {
    const limit = limits[operation]
    if (!limit)
      throw new Error(
        `The connector "${row.provider_id}" publishes no limit for its operation "${operation}"`,
      )
    const deadline = Date.now() + options.maxWaitMs
    for (;;) {
      const milliseconds = await marketplace.spendQuota(row.id, operation, limit)
      if (milliseconds === 0) break
      const turn = Date.now() + milliseconds
      if (turn > deadline) throw throttled(new Date(turn), operation)
      await wait(milliseconds, undefined, { signal: options.signal })
    }
    let observed: number | undefined
    try {
      return await run({
        observe: (ratePerSecond) => {
          observed = ratePerSecond
        },
        exhausted: async () => new Date(Date.now() + (await marketplace.exhaustQuota(row.id, operation))),
      })
    } finally {
      if (observed !== undefined && observed > 0) await marketplace.observeRate(row.id, operation, observed)
    }
  }
}

/**
 * Keeps credentials that the platform changed while it was talked to. The row remembers them, so that a refusal later on is known to
 * be of these. Where somebody has connected the account anew meanwhile, the new ones stay.
 */
async function saveCredentials(
  { row, marketplace }: ConnectableAccount,
  credentials: Record<string, unknown>,
): Promise<void> {
  const sealed = marketplace.sealCredentials(row.id, credentials)
  await marketplace.inTransaction(async (shared) => {
    const stored = await marketplace.lockAccount(row.id, shared)
    if (stored?.sealed_credentials !== row.sealed_credentials) return
    await marketplace.updateMarketplaceAccounts({ id: row.id, sealed_credentials: sealed }, shared)
    row.sealed_credentials = sealed
  })
}

/**
 * The account as its connector sees it during one call.
 * @throws ConnectorError `authorization_lost` when the account's credentials were forgotten at the store's own wish.
 */
export function openConnection(account: ConnectableAccount, options: ConnectionOptions): Connection {
  const { row, marketplace } = account
  if (row.sealed_credentials === FORGOTTEN_CREDENTIALS) {
    throw authorizationLost(`${row.name}: the credentials were forgotten`)
  }
  return {
    accountId: row.id,
    credentials: marketplace.openCredentials(row),
    marketplaces: account.sites.map((site) => ({
      externalId: site.external_id,
      country: site.country,
      currency: site.currency,
      enabled: site.enabled,
    })),
    call: budgetedCall(account, options),
    signal: options.signal ?? new AbortController().signal,
    logger: {
      info: (message) => options.logger.info(`[marketplaces] ${row.name}: ${message}`),
      warn: (message) => options.logger.warn(`[marketplaces] ${row.name}: ${message}`),
    },
    saveCredentials: (credentials) => saveCredentials(account, credentials),
  }
}
