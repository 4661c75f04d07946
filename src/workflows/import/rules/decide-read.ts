import type { ReadOrder } from "../../../connector"
import type { DecideContext, KnownOrder } from "./context"
import { decideDraft } from "./decide-draft"
import { decideOrder } from "./decide-order"
import type { Verdict } from "./verdict"

/** What becomes of an order of which nothing can be read; what was done with it before stays done. */
function decideUnread(read: Extract<ReadOrder, { readable: false }>, known: KnownOrder): Verdict {
  if (known.canceledForGood) return { action: "keep", problems: [] }
  if (known.imported) return { action: "keep", problems: [read.problem] }
  if (known.ignoredByPerson && !known.requested) return { action: "ignore", rule: "ignored_by_person" }
  return { action: "block", problems: [read.problem], remarks: [] }
}

/** The verdict on what the inbox holds of an order, readable or not. Pure. */
export function decideRead(
  read: ReadOrder | null,
  known: KnownOrder,
  context: DecideContext,
  changedAtPlatform: boolean,
): Verdict {
  // No draft goes by it, and none is lost by it: once its key is there again, it is as it was.
  if (known.draft && read?.readable === false && read.problem.code === "stored_order_unreadable")
    return { action: "keep", problems: [read.problem] }
  const ofDraft = decideDraft(read, known, changedAtPlatform, context)
  if (ofDraft) return ofDraft
  // The payload expires with the personal data, long after the order is done.
  if (!read) return { action: "keep", problems: [] }
  return read.readable ? decideOrder(read.order, known, context) : decideUnread(read, known)
}
