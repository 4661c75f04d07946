import type { HistoryEntry } from "../../lib/answers"

/** What explains an event beyond its name. */
export type Remark = "superseded" | "labels_changed" | "writer_on" | "looked_up"

type Line = Pick<HistoryEntry, "event" | "details">

/** How a line of a shipment's history is told: by its event, and by what of its details a person has to know. */
export function toldBy({ event, details }: Line): { event: Line["event"]; remark: Remark | undefined } {
  const { superseded, reason, looked_up } = details
  if (superseded === true) return { event, remark: "superseded" }
  if (reason === "labels_changed" || reason === "writer_on") return { event, remark: reason }
  return { event, remark: looked_up === true && event === "confirmed" ? "looked_up" : undefined }
}
