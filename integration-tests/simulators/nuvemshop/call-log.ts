import type { Operation } from "./operation-names"

export interface CallRecord {
  at: string
  operation: Operation
  method: string
  path: string
  query: Record<string, string>
  /** 0 when the connection was dropped before an answer. */
  status: number
  storeId?: number
  version?: string
  /** Which header carried the token. */
  authHeader?: "authorization" | "authentication"
  /** Kinds of the faults applied. */
  faults: string[]
}

const SECRET = new Set(["code", "state", "access_token"])

export function loggedQuery(rawQuery: string): Record<string, string> {
  const pairs = [...new URLSearchParams(rawQuery)]
  return Object.fromEntries(pairs.map(([name, value]) => [name, SECRET.has(name) ? "(hidden)" : value]))
}

/** What was asked, without secrets and bodies: for tests that count and compare. */
export class CallLog {
  private records: CallRecord[] = []
  private readonly counters = new Map<Operation, number>()

  constructor(private readonly size: number) {}

  add(record: CallRecord): void {
    this.records.push(record)
    if (this.records.length > this.size) this.records.shift()
    this.counters.set(record.operation, (this.counters.get(record.operation) ?? 0) + 1)
  }

  list(operation?: Operation): CallRecord[] {
    return this.records.filter((record) => operation === undefined || record.operation === operation)
  }

  count(operation?: Operation): number {
    if (operation !== undefined) return this.counters.get(operation) ?? 0
    return [...this.counters.values()].reduce((sum, count) => sum + count, 0)
  }

  counts(): Partial<Record<Operation, number>> {
    return Object.fromEntries(this.counters)
  }

  clear(): void {
    this.records = []
    this.counters.clear()
  }
}
