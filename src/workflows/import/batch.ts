import type { Actor } from "../../modules/marketplace/store/history"
import type { MarketplaceOrderState } from "../../modules/marketplace/states"
import type { KnownDraft } from "./rules/context"
import type { ImportPlan, Verdict } from "./rules/verdict"

/** A claimed order with what was decided. No personal data: batches travel between workflow steps. */
export type Decision = {
  id: string
  reference: string
  /** The version that was decided on. */
  digest: string
  attempts: number
  /** `custom_display_id` of the Medusa order. */
  displayId: string
  /** The Medusa order: the existing one, or the id it will get. */
  orderId: string
  before: {
    state: MarketplaceOrderState
    rule: string | null
    problemCode: string | null
    changed: boolean
    /** A draft order was made for review, or an order by an attempt that failed after it. */
    drafted: boolean
    /** That draft, where it still stands. */
    draft: Omit<KnownDraft, "reference" | "plan"> | null
  }
  verdict: Verdict
}

export type Batch = {
  accountId: string
  providerId: string
  /** Lease of the claimed rows. */
  token: string
  actor: Actor
  actorId: string | null
  /** The account stops orders for which there is too little stock: their pieces are taken before there is an order. */
  stopsShort: boolean
  decisions: Decision[]
}

export type Planned = Decision & { verdict: { action: "import" | "review"; plan: ImportPlan } }

/** A decision that could not be carried out, with a reason that holds no personal data. */
export type Failure = { id: string; reason: string }

const isPlanned = (decision: Decision): decision is Planned =>
  decision.verdict.action === "import" || decision.verdict.action === "review"

/** Orders to be made or completed, less those that failed before. */
export function plannedIn(batch: Batch, failures: Failure[] = []): Planned[] {
  const failed = new Set(failures.map((failure) => failure.id))
  return batch.decisions.filter(isPlanned).filter((decision) => !failed.has(decision.id))
}

/** Like {@link plannedIn}, without the ones that only become drafts, or were canceled here after they had been made. */
export const importedIn = (
  batch: Batch,
  failures: Failure[],
  { canceledHere }: { canceledHere: string[] },
): Planned[] =>
  plannedIn(batch, failures).filter(
    ({ id, verdict }) => verdict.action === "import" && !canceledHere.includes(id),
  )

/** An error, or the record of one that a workflow gives. */
function isError(thrown: unknown): thrown is Pick<Error, "name" | "stack"> {
  if (thrown instanceof Error) return true
  if (typeof thrown !== "object" || thrown === null || !("name" in thrown) || !("stack" in thrown))
    return false
  return typeof thrown.name === "string" && typeof thrown.stack === "string"
}

/**
 * What went wrong, without the message: database and framework messages quote values, and values may be personal data.
 */
export function reasonOf(thrown: unknown): string {
  if (!isError(thrown)) return "unknown"
  const parts = ["type", "code", "constraint"].flatMap((name) => {
    const value: unknown = Reflect.get(thrown, name)
    return typeof value === "string" ? [value] : []
  })
  const place = /\/([\w.-]+\.[jt]s:\d+)/.exec(thrown.stack ?? "")?.[1]
  return [thrown.name, ...parts, ...(place ? [place] : [])].join(" ")
}

/** Runs all at once; when that fails, one by one, so that one bad order does not stop the others. */
export async function allOrEach<Item extends { id: string }>(
  items: Item[],
  run: (some: Item[]) => Promise<void>,
): Promise<Failure[]> {
  if (!items.length) return []
  try {
    await run(items)
    return []
  } catch (thrown) {
    if (items.length === 1) return [{ id: items[0].id, reason: reasonOf(thrown) }]
  }
  const failures: Failure[] = []
  for (const item of items) failures.push(...(await allOrEach([item], run)))
  return failures
}
