import type { Account, Problem } from "../../lib/answers"

/** What an account is read for beside its orders, in the words of its cursors. */
export type ReadKind = "listings" | "inventory"

/** How the reading of listings, or of platform-held stock, stands over all of its parts. */
export type Reading = {
  /** Going on, or due this moment. */
  isReading: boolean
  /** From when on everything is known: the oldest of its parts. Null: a part was never read. */
  readAt: string | null
  /** Null: nothing is read by schedule. */
  nextAt: string | null
  /** Each problem once, with the marketplaces or locations it was met in. */
  problems: { problem: Problem; of: string[] }[]
}

type Cursor = Pick<
  Account["cursors"][number],
  "resource" | "read_at" | "next_read_at" | "reading" | "problem"
>

type Read = {
  cursors: Cursor[]
  state: Account["state"]
  settings: Pick<Account["settings"], "read_listings" | "read_platform_stock">
}

/** What wants each read by schedule. */
const wantedBy = { listings: "read_listings", inventory: "read_platform_stock" } as const satisfies Record<
  ReadKind,
  keyof Read["settings"]
>

const earliest = (times: string[]): string | null => [...times].sort()[0] ?? null

/** Nobody reads an account that is paused or has lost its authorisation, whatever is due. */
const isDue = (at: string | null, isConnected: boolean, now: number): boolean =>
  isConnected && at !== null && Date.parse(at) <= now

/** Gathers the cursors of one kind: an account has one for each marketplace, or for each platform location. */
export function readingOf({ cursors, state, settings }: Read, kind: ReadKind, now = Date.now()): Reading {
  const prefix = `${kind}:`
  // What is neither read nor to be read was switched off.
  const parts = cursors.filter(
    ({ resource, read_at, next_read_at }) => resource.startsWith(prefix) && (read_at ?? next_read_at),
  )
  const problems = new Map<string, { problem: Problem; of: string[] }>()
  for (const { resource, problem } of parts) {
    if (!problem) continue
    const known = problems.get(problem.code) ?? { problem, of: [] }
    known.of.push(resource.slice(prefix.length))
    problems.set(problem.code, known)
  }
  const times = parts.flatMap(({ read_at }) => read_at ?? [])
  return {
    // One that failed half-way keeps its place, and goes on when it is due again.
    isReading: parts.some(
      ({ reading, next_read_at, problem }) =>
        (reading && !problem) || isDue(next_read_at, state === "connected", now),
    ),
    readAt: times.length === parts.length ? earliest(times) : null,
    nextAt: settings[wantedBy[kind]]
      ? earliest(parts.flatMap(({ next_read_at }) => next_read_at ?? []))
      : null,
    problems: [...problems.values()],
  }
}
