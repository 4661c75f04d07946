import { randomUUID } from "node:crypto"
import { connectorFailureOf } from "../../connector"
import type { DispatchSettlement, SettledDispatch } from "../../modules/marketplace/store/dispatches/settle"
import { holdingLease } from "./hold-lease"
import type { ClaimedDispatch, DispatchHandler, DispatchWork, Prepared } from "./handler"
import { accountFailure, concernsAccount } from "./rules/concerns-account"
import {
  settleFound,
  settleOutcome,
  settlePrepared,
  settleThrown,
  type NotSent,
} from "./rules/settle-dispatch"

/** One batch of one kind: what was claimed, what became of it, and whether more may be sent now. */
export type SentBatch = {
  claimed: number
  settled: SettledDispatch[]
  goOn: boolean
  /** The failure that concerns the account as a whole: its authorisation is lost, or the platform has suspended it. */
  lost?: unknown
}

type Turn = {
  work: DispatchWork
  handler: DispatchHandler
  token: string
} & Pick<SentBatch, "settled" | "goOn" | "lost">

/** Nobody can be sent anything for now: out of budget, or the platform does not answer. */
const stops = (thrown: unknown): boolean => {
  const failure = connectorFailureOf(thrown)
  return concernsAccount(failure) || failure?.kind === "throttled" || failure?.kind === "unavailable"
}

async function settle(turn: Turn, settlements: DispatchSettlement[]): Promise<void> {
  turn.settled.push(...(await turn.work.account.marketplace.settleDispatches(turn.token, settlements)))
}

/**
 * Runs one of the handler's functions. When it breaks off, its rows are settled by that; what concerns the whole account leaves
 * rows due that were not handed over, for the time after a person has settled it.
 */
async function phase<Answer>(
  turn: Turn,
  rows: ClaimedDispatch[],
  handedOver: boolean,
  run: () => Promise<Map<string, Answer>>,
): Promise<Map<string, Answer> | undefined> {
  if (!rows.length) return new Map()
  try {
    return await run()
  } catch (thrown) {
    const lost = concernsAccount(connectorFailureOf(thrown))
    if (!lost || handedOver) {
      const now = new Date()
      await settle(
        turn,
        rows.map((row) => settleThrown(row, thrown, handedOver, now)),
      )
    }
    if (lost) turn.lost = thrown
    turn.goOn = turn.goOn && !stops(thrown)
    return undefined
  }
}

/** What the handler should have said something about, and did not. */
const noAnswer = (handler: DispatchHandler, what: string): Error =>
  new Error(`The handler of ${handler.kind} dispatches gave no answer to ${what}`)

/** Asks the platform what became of rows whose outcome is open. */
async function lookUp(turn: Turn, rows: ClaimedDispatch[]): Promise<void> {
  const { handler, work } = turn
  const found = await phase(turn, rows, false, () => handler.lookUp(work, rows))
  if (!found) return
  const now = new Date()
  await settle(
    turn,
    rows.map((row) => {
      const answer = found.get(row.id)
      return answer
        ? settleFound(row, answer, now)
        : settleThrown(row, noAnswer(handler, "a look-up"), false, now)
    }),
  )
}

/** Rows that are to be sent, as they were prepared; the others are settled. */
async function prepare(
  turn: Turn,
  rows: ClaimedDispatch[],
): Promise<(ClaimedDispatch & { quantity: number | null })[]> {
  const { handler, work } = turn
  const prepared = await phase(turn, rows, false, () => handler.prepare(work, rows))
  if (!prepared) return []
  const now = new Date()
  const isNotSent = (answer: Prepared | undefined): answer is NotSent => answer?.send === false
  await settle(
    turn,
    rows.flatMap((row) => {
      const answer = prepared.get(row.id)
      if (!answer) return settleThrown(row, noAnswer(handler, "a preparation"), false, now)
      return isNotSent(answer) ? settlePrepared(row, answer, now) : []
    }),
  )
  return rows.flatMap((row) => {
    const answer = prepared.get(row.id)
    if (!answer?.send) return []
    return {
      ...row,
      quantity: answer.quantity ?? null,
      previous_quantity: answer.previousQuantity ?? row.previous_quantity,
      levels: answer.levels ?? null,
    }
  })
}

/** Writes down what is about to be sent, sends it, and settles the answers. */
async function send(turn: Turn, rows: (ClaimedDispatch & { quantity: number | null })[]): Promise<void> {
  if (!rows.length) return
  const { handler, work, token } = turn
  const begun = new Set(await work.account.marketplace.beginSending(token, rows))
  const sending = rows
    .filter(({ id }) => begun.has(id))
    .map((row) => ({ ...row, state: "unknown" as const, attempted_revision: row.revision }))
  const outcomes = await phase(turn, sending, true, () => handler.send(work, sending))
  if (!outcomes) return
  const now = new Date()
  await settle(
    turn,
    sending.map((row) => {
      const came = outcomes.get(row.id)
      if (came?.outcome === "not_sent") {
        turn.goOn = false
        turn.lost ??= accountFailure(came.problem.code)
      }
      return came
        ? settleOutcome(row, came, now)
        : settleThrown(row, noAnswer(handler, "what it was to send"), true, now)
    }),
  )
}

/**
 * Claims due rows of one kind and brings each a step further: what is `unknown` or `sent` is looked up, what is owed is prepared,
 * written down as being sent, sent, and settled. One claim never does both, so that what was looked up and found absent is
 * prepared anew.
 */
export async function sendBatch(
  work: Omit<DispatchWork, "connection" | "now">,
  handler: DispatchHandler,
  connect: (signal: AbortSignal) => DispatchWork["connection"],
): Promise<SentBatch> {
  const { marketplace, row } = work.account
  const token = randomUUID()
  const rows = await marketplace.claimDueDispatches({
    accountId: row.id,
    kind: handler.kind,
    token,
    limit: handler.batchSize(work.connector),
  })
  if (!rows.length) return { claimed: 0, settled: [], goOn: true }
  const isOpen = ({ state }: ClaimedDispatch) => state === "unknown" || state === "sent"
  try {
    return await holdingLease(marketplace, { token, ids: rows.map(({ id }) => id) }, async (signal) => {
      const turn: Turn = {
        work: { ...work, connection: connect(signal), now: new Date() },
        handler,
        token,
        settled: [],
        goOn: true,
      }
      await lookUp(turn, rows.filter(isOpen))
      if (turn.goOn && !signal.aborted) {
        await send(
          turn,
          await prepare(
            turn,
            rows.filter((one) => !isOpen(one)),
          ),
        )
      }
      return {
        claimed: rows.length,
        settled: turn.settled,
        goOn: turn.goOn && !signal.aborted,
        lost: turn.lost,
      }
    })
  } finally {
    // What was not settled - owed anew meanwhile, or put off with the whole batch - is anybody's again.
    await marketplace.freeDispatches(token)
  }
}
