/**
 * What may follow what. One table a thing; the union types are derived, `assertTransition` is the one check in code, and
 * a trigger in the database repeats it for every writer (a test holds both equal). Staying in a state is always allowed.
 */
export const accountTransitions = {
  connected: ["paused", "needs_reauthorization"],
  paused: ["connected", "needs_reauthorization"],
  needs_reauthorization: ["connected", "paused"],
} as const

export const marketplaceOrderTransitions = {
  /** Not paid or not shippable yet. */
  waiting: ["blocked", "ready", "review", "imported", "canceled", "ignored"],
  /** A problem keeps it from being imported. */
  blocked: ["waiting", "ready", "review", "imported", "canceled", "ignored"],
  /** Decided, about to be imported, or to be tried again. */
  ready: ["waiting", "blocked", "review", "imported", "canceled", "ignored"],
  /** A draft order waits for a person. */
  review: ["waiting", "blocked", "ready", "imported", "canceled", "ignored"],
  /** A Medusa order exists; only a cancellation can follow. */
  imported: ["canceled"],
  canceled: [],
  /** Outside the account's rules. */
  ignored: ["waiting", "blocked", "ready", "review", "imported", "canceled"],
} as const

export const runTransitions = {
  queued: ["running", "failed"],
  running: ["queued", "done", "failed"],
  done: [],
  failed: [],
} as const

export type AccountState = keyof typeof accountTransitions
export type MarketplaceOrderState = keyof typeof marketplaceOrderTransitions
export type RunState = keyof typeof runTransitions

export const accountStates = Object.keys(accountTransitions) as AccountState[]
export const marketplaceOrderStates = Object.keys(marketplaceOrderTransitions) as MarketplaceOrderState[]
export const runStates = Object.keys(runTransitions) as RunState[]

type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>

/** True when `to` may follow `from`. */
export function canMove<State extends string>(
  transitions: Transitions<State>,
  from: State,
  to: State,
): boolean {
  return from === to || transitions[from].includes(to)
}

/**
 * Refuses a move that the table does not list.
 * @throws Error that names what, from and to.
 */
export function assertTransition<State extends string>(
  what: string,
  transitions: Transitions<State>,
  from: State,
  to: State,
): void {
  if (!canMove(transitions, from, to)) throw new Error(`${what}: "${from}" cannot become "${to}"`)
}
