/** A label as Medusa's fulfilment has it. */
export type Label = { id: string; tracking_number: string | null }
/** As it is written: by its id alone it stays as it is. */
export type LabelChange =
  | { id: string; tracking_number?: string }
  | { tracking_number: string; tracking_url: string; label_url: string }

/** What Medusa's own form writes where there is no address. */
const NO_ADDRESS = "#"

/**
 * The labels of a fulfilment with another tracking number for one of its packages: the label that has the one that was told, else
 * one without any, else a new one.
 */
export function labelsWith(labels: Label[], before: string | null, trackingNumber: string): LabelChange[] {
  const has = (label: Label, tracking: string) => (label.tracking_number ?? "").trim() === tracking
  const target =
    labels.find((label) => before !== null && has(label, before.trim())) ??
    labels.find((label) => has(label, ""))
  const kept = labels.map(({ id }) => (id === target?.id ? { id, tracking_number: trackingNumber } : { id }))
  if (target) return kept
  return [...kept, { tracking_number: trackingNumber, tracking_url: NO_ADDRESS, label_url: NO_ADDRESS }]
}
