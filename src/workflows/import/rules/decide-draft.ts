import { problem, type ReadOrder } from "../../../connector"
import type { KnownDraft, KnownOrder } from "./context"
import type { Verdict } from "./verdict"

/** What the platform or a person has to say that outweighs whatever was done to the draft. */
function isOver(read: ReadOrder | null, known: KnownOrder): boolean {
  const canceled = read?.readable === true && read.order.status === "canceled"
  return canceled || (known.ignoredByPerson && !known.requested)
}

const kept = (draft: KnownDraft, changed: boolean): Verdict => ({
  action: "keep",
  problems: changed || draft.changedWhileEdited ? [problem("changed_while_edited")] : [],
})

/**
 * What happens with an order in review whose draft a person has worked on in Medusa: it counts as it stands there, whatever the
 * platform's version would have become. Turned into an order there, it is carried out; edited, it waits for its approval and is
 * not made anew when the platform's version changes. Undefined = nothing was done to the draft, and the usual rules decide. Pure.
 */
export function decideDraft(
  read: ReadOrder | null,
  known: KnownOrder,
  changedAtPlatform: boolean,
): Verdict | undefined {
  const { draft } = known
  if (!draft || isOver(read, known)) return undefined
  if (draft.converted) return { action: "import", plan: draft.plan, remarks: [] }
  if (!draft.edited) return undefined
  return known.approved ? { action: "import", plan: draft.plan, remarks: [] } : kept(draft, changedAtPlatform)
}
