import type { Problem } from "../../../connector"
import type { Planned } from "../batch"
import { changeOf } from "./decide-draft"
import type { Verdict } from "./verdict"

/**
 * What becomes of an order that was to be taken, and whose pieces somebody else got since: the same as if they had been missing when
 * it was decided. Pure.
 */
export function outOfStock({ verdict, before }: Planned, found: Problem[]): Verdict {
  const { draft } = before
  return draft?.edited
    ? { action: "keep", problems: [...found, ...changeOf(draft, before.changed)] }
    : { action: "block", problems: found, remarks: verdict.remarks }
}
