/** A label as Medusa's fulfilment has it. */
export type Label = { id: string; tracking_number: string | null }
/** As it is written: by its id alone it stays as it is. */
export type LabelChange =
  | { id: string; tracking_number?: string; tracking_url?: string }
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
  // The old address would lead the buyer to the old number.
  const changed = { tracking_number: trackingNumber, tracking_url: NO_ADDRESS }
  const kept = labels.map(({ id }) => (id === target?.id ? { id, ...changed } : { id }))
  if (target) return kept
  return [...kept, { ...changed, label_url: NO_ADDRESS }]
}

/** Where buyers follow a package, by its tracking number; what is no address of a page (Medusa's own form writes "#") is left out. */
export function trackingUrlsOf(
  labels: readonly { tracking_number: string | null; tracking_url: string | null }[],
): Map<string, string> {
  return new Map(
    labels.flatMap(({ tracking_number, tracking_url }) => {
      const [number, url] = [tracking_number?.trim(), tracking_url?.trim()]
      return number && url && /^https?:\/\/\S+$/i.test(url) ? [[number, url] as const] : []
    }),
  )
}
