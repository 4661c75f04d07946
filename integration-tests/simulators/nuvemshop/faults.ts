import type { Random } from "../amazon/random"
import { OPERATION_NAMES, type Operation } from "./operation-names"

/** What goes wrong with a call. */
export type CallFaultKind =
  /** The call is handled late, or its answer comes late (`when: "after"`: a caller that gave up was served). @default when "before" */
  | { kind: "latency"; ms: number; when?: "before" | "after" }
  /** 429, whatever the bucket holds; `x-rate-limit-reset` says `resetMs`. @default resetMs 1000 */
  | { kind: "throttle"; resetMs?: number }
  /** An error of the service or of its edge, instead of handling the call or after it took effect. @default body "json", when "before" */
  | { kind: "status"; status: number; body?: "json" | "empty" | "html"; when?: "before" | "after" }
  /** The connection breaks before the call is handled, after it took effect, or in the middle of the answer. */
  | { kind: "drop"; when: "before" | "after" | "during" }
  /** The answer's JSON ends in the middle, with a correct length. */
  | { kind: "broken-json" }
  /** The token of the call dies: 401 from now on. */
  | { kind: "revoke-token" }
  /** The token endpoint refuses. */
  | { kind: "oauth-error"; error: string; description?: string }
  /** The rows of a list come in another order. */
  | { kind: "reorder" }
  /** Rows left out of a list though they exist. @default count 1 */
  | { kind: "omit-rows"; count?: number }
  /** The first rows of a list come twice. @default count 1 */
  | { kind: "duplicate-rows"; count?: number }
  /** Fields of every order of the answer are replaced, however wrong. */
  | { kind: "set-order-fields"; fields: Record<string, unknown> }
  /** Variants of a stock-price call are answered `success: false` and keep what they have. @default every variant */
  | { kind: "variant-fails"; variantIds?: number[] }
  /** A stock write is answered well but nothing changes (api-docs issue 44). */
  | { kind: "stock-not-taken" }

/** What goes wrong with a webhook; `event` chooses which. */
export type WebhookFaultKind =
  /** @default copies 1 more */
  | { kind: "duplicate-webhook"; copies?: number }
  /** Never sent, and never retried. */
  | { kind: "lose-webhook" }
  /** Sent later on the simulator's clock. */
  | { kind: "delay-webhook"; ms: number }
  /** Signed with another secret. */
  | { kind: "bad-signature" }

/** When it goes wrong. */
export interface FaultSchedule {
  /** @default "*", any operation */
  operation?: Operation | "*"
  /** Only for webhooks. @default "*", any event */
  event?: string
  /** How often it happens; "always" until cleared. @default 1 */
  times?: number | "always"
  /** Only each nth matching call. @default 1 */
  every?: number
  /** The first matching calls that are left alone. @default 0 */
  skip?: number
  /** Share of the calls left that are hit, seeded. @default 1 */
  probability?: number
}

export type FaultKind = CallFaultKind | WebhookFaultKind
export type Fault = FaultKind & FaultSchedule

export interface PlannedFault {
  id: string
  fault: Fault
  /** Calls or webhooks that matched. */
  seen: number
  /** Calls or webhooks it was applied to. */
  applied: number
}

const WEBHOOK_KINDS: readonly Fault["kind"][] = [
  "duplicate-webhook",
  "lose-webhook",
  "delay-webhook",
  "bad-signature",
]

/** The faults asked for. Each call, and each webhook, takes those that are due to it. */
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
    const matches = ({ kind, operation: named = "*" }: Fault): boolean =>
      !WEBHOOK_KINDS.includes(kind) && (named === "*" || named === operation)
    return this.due(matches)
  }

  takeForWebhook(event: string): Fault[] {
    const matches = ({ kind, event: named = "*" }: Fault): boolean =>
      WEBHOOK_KINDS.includes(kind) && (named === "*" || named === event)
    return this.due(matches)
  }

  private due(matches: (fault: Fault) => boolean): Fault[] {
    return this.planned
      .filter((entry) => matches(entry.fault) && this.isDue(entry))
      .map((entry) => entry.fault)
  }

  private isDue(entry: PlannedFault): boolean {
    const { fault } = entry
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

/** Each kind with the field it cannot be without, and that field's type. */
const NEEDED: Readonly<Record<Fault["kind"], readonly [string, string] | undefined>> = {
  latency: ["ms", "number"],
  throttle: undefined,
  status: ["status", "number"],
  drop: ["when", "string"],
  "broken-json": undefined,
  "revoke-token": undefined,
  "oauth-error": ["error", "string"],
  reorder: undefined,
  "omit-rows": undefined,
  "duplicate-rows": undefined,
  "set-order-fields": ["fields", "object"],
  "variant-fails": undefined,
  "stock-not-taken": undefined,
  "duplicate-webhook": undefined,
  "lose-webhook": undefined,
  "delay-webhook": ["ms", "number"],
  "bad-signature": undefined,
}

/** A fault that came as JSON over the control endpoint. */
export function isFault(value: unknown): value is Fault {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false
  const known = Object.entries(NEEDED).find(([kind]) => kind === value.kind)
  if (!known) return false
  const fields = Object.entries(value)
  const named = fields.find(([name]) => name === "operation")?.[1] ?? "*"
  if (named !== "*" && !OPERATION_NAMES.some((operation) => operation === named)) return false
  const needed = known[1]
  return !needed || fields.some(([name, field]) => name === needed[0] && typeof field === needed[1])
}
