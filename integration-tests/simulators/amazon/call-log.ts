import { createHash } from "node:crypto"
import type { Operation } from "./options"

export interface CallRecord {
  at: string
  operation: Operation
  method: string
  path: string
  /** Decoded query; values that are secrets or page tokens are hashes. */
  query: Record<string, string>
  /** 0 when the connection was dropped before an answer. */
  status: number
  requestId: string
  /** Only for the token endpoint. */
  grantType?: string
  sellingPartnerId?: string
  /** First 16 hexadecimal digits of the SHA-256 of the access token. */
  accessTokenHash?: string
  /** Kinds of the faults applied. */
  faults: string[]
}

const HASHED = new Set(["state", "paginationToken", "spapi_oauth_code"])

export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex").slice(0, 16)
}

export function loggedQuery(rawQuery: string): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    result[name] = HASHED.has(name) ? `sha256:${secretHash(value)}` : value
  }
  return result
}

/** What was asked, without secrets: for tests that count and compare. */
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
