import { setTimeout as wait } from "node:timers/promises"
import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  connectorFailureOf,
  type Connection,
  type OrderSource,
  type Problem,
  type ReadOrder,
} from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type MarketplaceRun from "../../../modules/marketplace/models/marketplace-run"
import { CursorLost } from "../../../modules/marketplace/service"
import type { Lease } from "../../../modules/marketplace/store/lease"
import { loadAccount, type LoadedAccount } from "../../account/load-account"
import { JOB_WAIT_MS, openConnection } from "../../account/open-connection"
import { credentialsMark } from "../../account/rules/credentials-mark"
import { importDueOrders } from "../../import/import-due-orders"
import { stagedOrder } from "../../import/payload"
import { troubleOf, type Trouble } from "../account-trouble"
import { nextPiece } from "../rules/period-pieces"
import { personalDataDaysOf } from "../../privacy/rules/personal-data-days"

type Run = InferTypeOf<typeof MarketplaceRun>
type Progress = { windowFrom: Date | null; pageToken: string | null; readComplete: boolean }
export type Unread = { reference: string; problem: Problem }
export type RunResult = { trouble: Trouble | null; lost: boolean; unread: Unread[] }

/** References read together before they are stored. */
const REFERENCES_A_PAGE = 20

type Reading = {
  account: LoadedAccount
  run: Run
  lease: Lease
  source: OrderSource
  connection: Connection
  /** Stores a page and imports it; `missing`: the references of this page that could not be had. */
  store: (orders: ReadOrder[], progress: Progress, missing?: Unread[]) => Promise<void>
}

/**
 * The end of a period, no later than the platform can see. Kept with the run: a page token is good for the bounds of its
 * first page only, so that an end which moved along with the clock would lose the page at every interruption.
 */
async function settledEnd(
  marketplace: MarketplaceModuleService,
  run: Run,
  source: OrderSource,
): Promise<Date> {
  const latest = new Date(Date.now() - source.visibilityDelaySeconds * 1000)
  if (run.to && new Date(run.to) <= latest) return new Date(run.to)
  await marketplace.updateMarketplaceRuns({ id: run.id, to: latest })
  return latest
}

/** The references a run names; the column takes any JSON, its type knows objects only. */
const referencesOf = (run: Run): string[] | null => run.references as string[] | null

/** The orders of a page that the run is for: those a person chose from the period, or all of them. */
function wantedOf(run: Run, orders: ReadOrder[]): ReadOrder[] {
  const references = referencesOf(run)
  if (!references) return orders
  const wanted = new Set(references)
  return orders.filter((read) => wanted.has(read.readable ? read.order.reference : read.reference))
}

/**
 * Reads a period, piece by piece and page by page, from where the run stands. Orders chosen from it are read with their
 * pages all the same: that spends far fewer calls than one for each of them.
 */
async function readPeriod({ account, run, source, connection, store }: Reading): Promise<void> {
  if (!run.from || !run.to) return
  const to = await settledEnd(account.marketplace, run, source)
  let from: Date | null = new Date(run.window_from ?? run.from)
  let pageToken = run.page_token ?? undefined
  // All of the period is younger than what the platform shows already: the next reading brings it.
  if (from >= to) await store([], { windowFrom: null, pageToken: null, readComplete: true })
  while (from && from < to) {
    const piece = nextPiece(from, to, source.maxWindowDays)
    const page = await source.search(
      connection,
      { by: "placed", fromUtc: from, toUtc: piece.toUtc },
      pageToken,
    )
    pageToken = page.nextPageToken
    if (pageToken === undefined) from = piece.nextFromUtc
    await store(wantedOf(run, page.orders), {
      windowFrom: from,
      pageToken: pageToken ?? null,
      readComplete: from === null,
    })
  }
}

/** People also type the number that they know an order by: the reference of those that the inbox knows by it. */
async function referencesByNumber({ row, marketplace }: LoadedAccount, typed: string[]) {
  const rows = await marketplace.listMarketplaceOrders(
    { account_id: row.id, $or: [{ reference: typed }, { number: typed }] },
    { select: ["reference", "number"], take: 2 * typed.length },
  )
  const references = new Set(rows.map(({ reference }) => reference))
  return new Map(
    rows.flatMap(({ number, reference }) =>
      number && !references.has(number) ? [[number, reference] as const] : [],
    ),
  )
}

/** Reads single orders; one that cannot be had is noted and the others go on. */
async function readReferences(reading: Reading): Promise<void> {
  const { account, run, source, connection, store } = reading
  const typed = referencesOf(run) ?? []
  const known = await referencesByNumber(account, typed)
  const references = typed.map((one) => known.get(one) ?? one)
  for (let start = Number(run.page_token ?? 0); start < references.length; start += REFERENCES_A_PAGE) {
    const orders: ReadOrder[] = []
    const missing: Unread[] = []
    for (const reference of references.slice(start, start + REFERENCES_A_PAGE)) {
      try {
        orders.push(await source.get(connection, reference))
      } catch (thrown) {
        const failure = connectorFailureOf(thrown)
        const ownFault = failure?.kind === "not_found" || failure?.problem.code === "reference_malformed"
        if (!failure || !ownFault) throw thrown
        missing.push({ reference, problem: failure.problem })
      }
    }
    const next = start + REFERENCES_A_PAGE
    const progress = {
      windowFrom: null,
      pageToken: String(next),
      readComplete: next >= references.length,
    }
    await store(orders, progress, missing)
  }
}

async function readRun(
  container: MedusaContainer,
  lease: Lease,
  { account, run }: { account: LoadedAccount; run: Run },
  result: RunResult,
): Promise<void> {
  const { marketplace } = account
  const source = account.connector.orders
  if (!source) return
  result.unread.push(...((run.unread as { references: Unread[] } | null)?.references ?? []))
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const requestedBy = run.requested_by ?? "unknown"
  const personalDataDays = personalDataDaysOf(account)
  const goOn = () => marketplace.renewLease("marketplace_run", lease)
  const importRead = () =>
    importDueOrders(container, {
      accountId: account.row.id,
      which: { runId: run.id },
      actor: "person",
      actorId: requestedBy,
      goOn,
      onNewlyNeeded: (newly) => marketplace.noteNewlyNeeded(run.id, newly),
    })
  const reading: Reading = {
    account,
    run,
    lease,
    source,
    connection: openConnection(account, { maxWaitMs: JOB_WAIT_MS, logger }),
    store: async (orders, progress, missing = []) => {
      // Kept with the page: after an interruption nothing of it is forgotten, and nothing told twice.
      const known = new Map([...result.unread, ...missing].map((one) => [one.reference, one]))
      const unread = [...known.values()]
      await marketplace.storeRunPage({
        accountId: account.row.id,
        run: lease,
        requestedBy,
        orders: orders.map((read) => stagedOrder(marketplace, account.row.id, read, personalDataDays)),
        progress,
        unread,
      })
      result.unread = unread
      await importRead()
    },
  }
  try {
    if (!run.read_complete) {
      await (run.kind === "references" ? readReferences(reading) : readPeriod(reading))
    }
  } finally {
    await importRead()
  }
  await othersToFinish(marketplace, run.id, async () => {
    await importRead()
    return goOn()
  })
  result.lost = !(await goOn())
}

const POLL_MS = 500

/** Rows of the run that another worker holds are settled by it, or come back when its lease ends: the run waits for them. */
async function othersToFinish(
  marketplace: MarketplaceModuleService,
  runId: string,
  again: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + marketplace.options.leaseSeconds * 1000 + POLL_MS
  while (Date.now() < deadline) {
    const { done, total } = await marketplace.countRun(runId)
    if (done >= total) return
    await wait(POLL_MS)
    if (!(await again())) return
  }
}

async function loadRun(
  container: MedusaContainer,
  lease: Lease,
): Promise<{ account: LoadedAccount; run: Run }> {
  const run: Run = await container
    .resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    .retrieveMarketplaceRun(lease.id)
  return { run, account: await loadAccount(container, run.account_id) }
}

/** Reads what the run asks for and imports it as it comes. A failure of the platform ends in `trouble`, never in an exception. */
export const readRunStep = createStep("read-marketplace-run", async (lease: Lease | null, { container }) => {
  const result: RunResult = { trouble: null, lost: false, unread: [] }
  if (!lease) return new StepResponse({ ...result, lost: true })
  let loaded: Awaited<ReturnType<typeof loadRun>> | undefined
  try {
    loaded = await loadRun(container, lease)
    await readRun(container, lease, loaded, result)
  } catch (thrown) {
    if (thrown instanceof CursorLost) return new StepResponse({ ...result, lost: true })
    const metWith = loaded && credentialsMark(loaded.account.row)
    result.trouble = { ...troubleOf(thrown, new Date()), metWith }
    if (connectorFailureOf(thrown)?.kind === "page_expired") {
      const { account, run } = await loadRun(container, lease)
      await account.marketplace.updateMarketplaceRuns({ id: run.id, page_token: null })
    }
  }
  return new StepResponse(result)
})
