import type { Operation } from "./options"
import type { Random } from "./random"
import type { Order } from "./types"

export type LwaErrorCode =
  | "invalid_request"
  | "invalid_client"
  | "invalid_grant"
  | "unauthorized_client"
  | "unsupported_grant_type"
  | "access_denied"
  | "invalid_scope"
  | "server_error"
  | "temporarily_unavailable"

/** Changes one order of an answer as it leaves; what comes back is sent as it is, however wrong. */
export type OrderMutator = (order: Order, random: Random) => unknown

/** What goes wrong. */
export type FaultKind =
  /** The request is handled late, or its answer comes late (`when: "after"`: a caller that gave up was served). @default when "before" */
  | { kind: "latency"; ms: number; when?: "before" | "after" }
  /** 429 `QuotaExceeded` without a rate header, whatever the bucket holds. */
  | { kind: "throttle" }
  /**
   * An error of the service (500, 503 ...) or of its edge (empty or HTML body), instead of handling the request or
   * after it took effect. @default body "json", when "before"
   */
  | { kind: "status"; status: number; body?: "json" | "empty" | "html"; when?: "before" | "after" }
  /** The connection breaks before the request is handled, after it took effect, or in the middle of the answer. */
  | { kind: "drop"; when: "before" | "after" | "during" }
  /** The answer's JSON ends in the middle, with a correct length. */
  | { kind: "broken-json" }
  /** The access token of the call is revoked: 403, though it has not expired. */
  | { kind: "revoke-token" }
  /** The token endpoint refuses. */
  | { kind: "lwa-error"; error: LwaErrorCode }
  /** The next page begins with the last `count` orders of this page. @default count 1 */
  | { kind: "duplicate-orders"; count?: number }
  /** The orders of the page come in another order. */
  | { kind: "reorder" }
  /** A page without orders but with a token that leads to the orders. */
  | { kind: "empty-page" }
  /** Orders left out of the listing though getOrder finds them. @default count 1 */
  | { kind: "omit-orders"; count?: number }
  /** Rows left out of a page of inventory summaries, though they are held. @default count 1 */
  | { kind: "omit-rows"; count?: number }
  /** The page token answered dies early. @default afterMs 0 */
  | { kind: "expire-page-token"; afterMs?: number }
  /** Orders of the answer are changed: by `mutate`, or by the built-in fuzzer. */
  | { kind: "mutate"; mutate?: OrderMutator; changes?: number; orderIds?: string[] }

/** When it goes wrong. */
export interface FaultSchedule {
  /** @default "*", any operation */
  operation?: Operation | "*"
  /** How often it happens; "always" until cleared. @default 1 */
  times?: number | "always"
  /** Only each nth matching call. @default 1 */
  every?: number
  /** The first matching calls that are left alone. @default 0 */
  skip?: number
  /** Share of the calls left that are hit, seeded. @default 1 */
  probability?: number
}

export type Fault = FaultKind & FaultSchedule

export interface PlannedFault {
  id: string
  fault: Fault
  /** Calls that matched its operation. */
  seen: number
  /** Calls it was applied to. */
  applied: number
}

/** The faults asked for. Each call takes those that are due to it. */
export class FaultPlan {
  private planned: PlannedFault[] = []
  private lastId = 0

  constructor(private readonly random: Random) {}

  add(fault: Fault): string {
    this.lastId += 1
    const id = `fault-${this.lastId}`
    this.planned.push({ id, fault, seen: 0, applied: 0 })
    return id
  }

  /** Removes one fault, or all. */
  clear(id?: string): void {
    this.planned = id === undefined ? [] : this.planned.filter((entry) => entry.id !== id)
  }

  list(): PlannedFault[] {
    return this.planned.map((entry) => ({ ...entry }))
  }

  take(operation: Operation): Fault[] {
    return this.planned.filter((entry) => this.isDue(entry, operation)).map((entry) => entry.fault)
  }

  private isDue(entry: PlannedFault, operation: Operation): boolean {
    const { fault } = entry
    if ((fault.operation ?? "*") !== "*" && fault.operation !== operation) return false
    entry.seen += 1
    const times = fault.times ?? 1
    if (times !== "always" && entry.applied >= times) return false
    const turn = entry.seen - (fault.skip ?? 0)
    if (turn < 1 || turn % (fault.every ?? 1) !== 0) return false
    if (fault.probability !== undefined && !this.random.chance(fault.probability)) return false
    entry.applied += 1
    return true
  }
}

export function faultOf<K extends Fault["kind"]>(
  faults: readonly Fault[],
  kind: K,
): Extract<Fault, { kind: K }> | undefined {
  return faults.find((fault): fault is Extract<Fault, { kind: K }> => fault.kind === kind)
}

const KINDS: readonly Fault["kind"][] = [
  "latency",
  "throttle",
  "status",
  "drop",
  "broken-json",
  "revoke-token",
  "lwa-error",
  "duplicate-orders",
  "reorder",
  "empty-page",
  "omit-orders",
  "omit-rows",
  "expire-page-token",
  "mutate",
]

/** A fault that came as JSON over the control endpoint (so without a `mutate` function). */
export function isFault(value: unknown): value is Fault {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false
  const kind = KINDS.find((known) => known === value.kind)
  if (kind === "latency") return "ms" in value && typeof value.ms === "number"
  if (kind === "status") return "status" in value && typeof value.status === "number"
  if (kind === "drop") return "when" in value && ["before", "after", "during"].includes(String(value.when))
  if (kind === "lwa-error") return "error" in value && typeof value.error === "string"
  return kind !== undefined && !("mutate" in value)
}
