/** A country or site inside an account, as the connector sees it. */
export type ConnectionMarketplace = {
  externalId: string
  country: string | null
  currency: string | null
  enabled: boolean
}

/** A logger that redacts: connectors hand it plain sentences and never payloads. */
export type ConnectorLogger = { info(message: string): void; warn(message: string): void }

/** Published rate limit of one operation: a token bucket of `burst` calls, refilled at `ratePerSecond`. */
export type RateLimit = { ratePerSecond: number; burst: number }

/**
 * Spends one call of the account's budget for `operation` and runs it. When the bucket is empty it waits for its turn, or
 * raises `throttled` when the turn is further away than the caller can wait. `observe` corrects the rate by what the
 * platform's answer says; `exhausted` empties the bucket after the platform refused a call all the same.
 */
export type BudgetedCall = <Result>(
  operation: string,
  run: (budget: {
    observe(ratePerSecond: number): void
    /** Tells that the platform refused the call for its quota; returns the instant of the next turn. */
    exhausted(): Promise<Date>
  }) => Promise<Result>,
) => Promise<Result>

/**
 * One account as a connector sees it during one call. Connectors keep no account state between calls beyond short-lived
 * caches that may vanish at any time.
 */
export type Connection = {
  accountId: string
  /** Decrypted; the shape the connector's own credentials schema validated. */
  credentials: Record<string, unknown>
  marketplaces: ConnectionMarketplace[]
  call: BudgetedCall
  signal: AbortSignal
  logger: ConnectorLogger
  /** Stores changed credentials (a rotated refresh token), sealed. */
  saveCredentials(credentials: Record<string, unknown>): Promise<void>
}
