import { isBlocking, problem, type Problem, type ReadOrder } from "../../../connector"
import type { DecideContext, KnownDraft, KnownOrder } from "./context"
import { checkStock } from "./plan-order"
import type { Verdict } from "./verdict"

/** What the platform or a person has to say that outweighs whatever was done to the draft. */
function isOver(read: ReadOrder | null, known: KnownOrder): boolean {
  const canceled = read?.readable === true && read.order.status === "canceled"
  return canceled || (known.ignoredByPerson && !known.requested)
}

/** What a person who edited a draft must know: its order changed at the platform since. */
export const changeOf = (draft: Pick<KnownDraft, "changedWhileEdited">, changed: boolean): Problem[] =>
  changed || draft.changedWhileEdited ? [problem("changed_while_edited")] : []

/** An edited draft that was approved: carried out, unless its own lines lack stock and the account stops such orders. */
function approvedDraft(draft: KnownDraft, changed: boolean, context: DecideContext): Verdict {
  const { plan, reference } = draft
  const { fulfilledBy, lines, locationId } = plan
  const found =
    locationId && fulfilledBy === "merchant" ? checkStock({ reference, lines, locationId }, context) : []
  return found.some(isBlocking)
    ? { action: "keep", problems: [...found, ...changeOf(draft, changed)] }
    : { action: "import", plan, remarks: found }
}

/**
 * What happens with an order in review whose draft a person has worked on in Medusa: it counts as it stands there, whatever the
 * platform's version would have become. Turned into an order there, it is carried out; edited, it waits for its approval - and
 * for the stock of its lines, where the account wants it - and is not made anew when the platform's version changes. Undefined =
 * nothing was done to the draft, and the usual rules decide. Pure.
 */
export function decideDraft(
  read: ReadOrder | null,
  known: KnownOrder,
  changedAtPlatform: boolean,
  context: DecideContext,
): Verdict | undefined {
  const { draft } = known
  if (!draft || isOver(read, known)) return undefined
  if (draft.converted) return { action: "import", plan: draft.plan, remarks: [] }
  if (!draft.edited) return undefined
  return known.approved
    ? approvedDraft(draft, changedAtPlatform, context)
    : { action: "keep", problems: changeOf(draft, changedAtPlatform) }
}
