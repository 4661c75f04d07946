import { throttled, type BudgetedCall, type Connection } from "../../../connector"

export type Recorded = {
  /** Operations whose budget was spent, in order. */
  spent: string[]
  observed: number[]
  saved: Record<string, unknown>[]
  /** Turns of the budget that were announced after the platform refused a call. */
  exhausted: number
}

export const RETRY_AT = new Date("2026-11-01T12:03:00.000Z")

/** A connection whose budget never runs out, with a record of what was done with it. */
export function aConnection(changes: Partial<Connection> = {}): Connection & { recorded: Recorded } {
  const recorded: Recorded = { spent: [], observed: [], saved: [], exhausted: 0 }
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
    credentials: { refresh_token: "Atzr|refresh-1", selling_partner_id: "A2EXAMPLE12345", region: "na" },
    marketplaces: [],
    call,
    signal: new AbortController().signal,
    logger: { info: () => undefined, warn: () => undefined },
    saveCredentials: async (credentials) => void recorded.saved.push(credentials),
    recorded,
    ...changes,
  }
}

/** A budget that is empty. */
export const anEmptyBudget: BudgetedCall = (operation) => Promise.reject(throttled(RETRY_AT, operation))
