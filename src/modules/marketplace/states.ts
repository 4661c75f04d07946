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
  /** With a Medusa order for good (a second trigger); without one the platform may think better of it: a payment that failed is made again. */
  canceled: ["waiting", "blocked", "ready", "review", "imported", "ignored"],
  /** Outside the account's rules. */
  ignored: ["waiting", "blocked", "ready", "review", "imported", "canceled"],
} as const

export const runTransitions = {
  queued: ["running", "failed"],
  running: ["queued", "done", "failed"],
  done: [],
  failed: [],
} as const

/**
 * One row is one write owed to the platform (a package, a listing's level). What is owed may change after it was sent - another
 * tracking number, another level - and then the same row is owed again, in its next revision.
 */
export const dispatchTransitions = {
  /** To be sent. With a problem: a person has to do something first, or it waits for its next try. */
  owed: ["sent", "confirmed", "rejected", "unknown", "withdrawn"],
  /** The platform took it and will look at it. */
  sent: ["owed", "confirmed", "rejected", "withdrawn"],
  confirmed: ["owed", "withdrawn"],
  /** The platform said no. */
  rejected: ["owed", "sent", "confirmed", "unknown", "withdrawn"],
  /** Being sent, or no answer came: looked up before anything is sent again. */
  unknown: ["owed", "sent", "confirmed", "rejected", "withdrawn"],
  /** No longer owed. */
  withdrawn: ["owed"],
} as const

export type AccountState = keyof typeof accountTransitions
export type MarketplaceOrderState = keyof typeof marketplaceOrderTransitions
export type RunState = keyof typeof runTransitions
export type DispatchState = keyof typeof dispatchTransitions

export const accountStates = Object.keys(accountTransitions) as AccountState[]
export const marketplaceOrderStates = Object.keys(marketplaceOrderTransitions) as MarketplaceOrderState[]
export const runStates = Object.keys(runTransitions) as RunState[]
export const dispatchStates = Object.keys(dispatchTransitions) as DispatchState[]

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
