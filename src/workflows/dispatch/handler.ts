import type { Connection, Connector, Problem } from "../../connector"
import type { DispatchKind } from "../../modules/marketplace/models/marketplace-dispatch"
import type { ClaimedDispatch, SentLevel } from "../../modules/marketplace/store/dispatches/claim"
import type { LoadedAccount } from "../account/load-account"
import type { MedusaContainer } from "@medusajs/framework/types"

export type { ClaimedDispatch }

/** What one turn of the dispatcher works with. */
export type DispatchWork = {
  container: MedusaContainer
  account: LoadedAccount
  connector: Connector
  connection: Connection
  now: Date
}

/** What the platform shows of something whose outcome is open. */
export type Found =
  /** It is there as we sent it (or as good as: an order that is shipped in full). */
  | { found: "confirmed" }
  /** It is certainly not there: it may be sent. */
  | { found: "absent" }
  /** Too early to tell, or the platform cannot be asked now: look again then. */
  | { found: "not_yet"; again: Date; problem?: Problem }
  /** It is there, and not as we sent it: a person has to see it. */
  | { found: "differs"; problem: Problem }

/** What is to be done with something that is owed, decided from what the store holds now. */
export type Prepared =
  | { send: true; quantity?: number; previousQuantity?: number | null; levels?: SentLevel[] | null }
  /** Nothing is owed any more, or the platform has it already; `as` says which. */
  | { send: false; as: "withdrawn" | "confirmed" }
  /** A person has to do something first; `again` where it may solve itself. */
  | { send: false; as: "problem"; problem: Problem; again?: Date }
  /** Nothing is wrong with it, and it must not go now (the stock brake holds): it stays owed as it is and is prepared again then. */
  | { send: false; as: "held"; again: Date }

/** What came of sending one thing. */
export type Outcome =
  | { outcome: "confirmed" }
  /** Accepted for processing: looked up at `lookUpAt`. */
  | { outcome: "accepted"; lookUpAt: Date }
  | { outcome: "rejected"; problem: Problem }
  /** Nothing was sent: out of budget, or the platform does not answer. */
  | { outcome: "not_sent"; problem: Problem; again: Date | null }
  | { outcome: "unknown"; problem: Problem; lookUpAt: Date }

/**
 * How one kind of dispatch is sent. The dispatcher claims rows, and for each of them, in this order: looks up what is `unknown`
 * or `sent`; prepares what is `owed` (and `rejected` rows that are tried again); writes down in the database that it is about to
 * be sent (state `unknown`, `attempted_at`, `attempted_revision`, `quantity`); sends it; settles the answer. A process that dies
 * in between leaves a row that is `unknown` and is looked up first. None of the functions throws for a single row; an error that
 * is thrown (ConnectorError `authorization_lost`, `suspended`, or a fault of our own) puts the whole batch off.
 */
export type DispatchHandler = {
  kind: DispatchKind
  /** The capability it needs. */
  offeredBy(connector: Connector): boolean
  /** Most rows that are claimed together. */
  batchSize(connector: Connector): number
  lookUp(work: DispatchWork, rows: ClaimedDispatch[]): Promise<Map<string, Found>>
  prepare(work: DispatchWork, rows: ClaimedDispatch[]): Promise<Map<string, Prepared>>
  send(
    work: DispatchWork,
    rows: (ClaimedDispatch & { quantity: number | null })[],
  ): Promise<Map<string, Outcome>>
}
