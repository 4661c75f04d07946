import {
  connectorFailureOf,
  type BudgetedCall,
  type Connection,
  type ConnectorFailure,
} from "../../../connector"
import { resolveOptions, type NuvemshopOptions, type NuvemshopSettings } from "../options"

export const RETRY_AT = new Date("2026-11-01T12:03:00.000Z")

export type Recorded = {
  /** Operations whose budget was spent, in order. */
  spent: string[]
  observed: number[]
  saved: Record<string, unknown>[]
  exhausted: number
  warnings: string[]
}

/** A connection whose budget never runs out, with a record of what was done with it. */
export function aConnection(changes: Partial<Connection> = {}): Connection & { recorded: Recorded } {
  const recorded: Recorded = { spent: [], observed: [], saved: [], exhausted: 0, warnings: [] }
  const call: BudgetedCall = (operation, run) => {
    recorded.spent.push(operation)
    return run({
      observe: (ratePerSecond) => void recorded.observed.push(ratePerSecond),
      exhausted: async () => {
        recorded.exhausted += 1
        return RETRY_AT
      },
    })
  }
  return {
    accountId: "mpacc_1",
    credentials: { store_id: "789", access_token: "token-1", auth_header: "authorization" },
    marketplaces: [{ externalId: "789", country: "BR", currency: "BRL", enabled: true }],
    call,
    signal: new AbortController().signal,
    logger: { info: () => undefined, warn: (message) => void recorded.warnings.push(message) },
    saveCredentials: async (credentials) => void recorded.saved.push(credentials),
    recorded,
    ...changes,
  }
}

/** Settings that point at a server of this machine. */
export function settingsAt(url: string, changes: Partial<NuvemshopOptions> = {}): NuvemshopSettings {
  return resolveOptions({
    appId: "1234",
    clientSecret: "s3cret",
    contact: "dev@example.com",
    endpoint: url,
    authEndpoint: url,
    requestTimeoutMs: 400,
    ...changes,
  })
}

/** The failure a call ends in, with its message; anything else fails the test. */
export async function failureOfPromise(
  call: Promise<unknown>,
): Promise<ConnectorFailure & { message: string }> {
  try {
    await call
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    if (failure && thrown instanceof Error) return { ...failure, message: thrown.message }
    throw thrown
  }
  throw new Error("The call was expected to fail and did not")
}
