import { problem, type Problem } from "../../../../connector"

/** A line of an order's goods inside one fulfilment. */
export type FulfilledLine = {
  /** The platform's reference of the line. */
  reference: string
  title: string
  sku: string | null
  /** Pieces of the variant in this fulfilment. */
  units: number
  /** Pieces of the variant in one listing of the line, as it was when the order was imported. */
  perPackage: number
  /** Listings that may still be told: ordered, less what the platform saw leave before the import and what other fulfilments hold. */
  open: number
}

export type PackageLine = { reference: string; title: string; sku: string | null; quantity: number }

/** A package that was owed before: its lines stay as they are once it has been handed to the platform. */
export type KnownPackage = {
  index: number
  trackingNumber: string | null
  lines: PackageLine[]
  attempted: boolean
}

export type PackageDraft = {
  /** 1, 2, 3 ... inside the fulfilment. */
  index: number
  trackingNumber: string | null
  lines: PackageLine[]
  /** Why it cannot be sent. */
  problem: Problem | null
}

export type Packing = {
  /** The platform's number of the order, for the problems' texts. */
  order: string
  lines: FulfilledLine[]
  /** Tracking numbers of the fulfilment's labels, in the labels' order. */
  trackingNumbers: (string | null)[]
  known: KnownPackage[]
  /** The platform takes packages without a tracking number. */
  trackingOptional?: boolean
}

const trimmed = (tracking: string | null): string | null => tracking?.trim() || null

/** Several labels with one tracking number (a label and its customs form) are one parcel. */
function parcelsOf(trackingNumbers: (string | null)[]): (string | null)[] {
  const parcels = trackingNumbers.map(trimmed)
  return parcels.filter((tracking, index) => tracking === null || parcels.indexOf(tracking) === index)
}

/**
 * The listings of a fulfilment, or why they cannot be counted. Only whole listings can be told to a platform; what it saw leave
 * before is not told again.
 */
function listingsOf({ order, lines }: Packing): { listings: PackageLine[]; problem: Problem | null } {
  for (const { units, perPackage, sku, reference } of lines) {
    if (!Number.isInteger(perPackage) || perPackage < 1) {
      const details = { order, line: reference, reason: "units_changed" }
      return { listings: [], problem: problem("shipment_unreadable", details) }
    }
    if (units % perPackage !== 0) {
      const details = { order, sku: sku ?? reference, units, per_package: perPackage }
      return { listings: [], problem: problem("package_incomplete", details) }
    }
  }
  const listings = lines.map(({ reference, title, sku, units, perPackage, open }) => {
    const quantity = Math.max(0, Math.min(units / perPackage, open))
    return { reference, title, sku, quantity }
  })
  return { listings: listings.filter(({ quantity }) => quantity > 0), problem: null }
}

const countOf = (lines: PackageLine[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0)

/** Takes that many listings from the front. */
function take(lines: PackageLine[], count: number): { taken: PackageLine[]; left: PackageLine[] } {
  const taken: PackageLine[] = []
  const left: PackageLine[] = []
  let wanted = count
  for (const line of lines) {
    const quantity = Math.min(line.quantity, wanted)
    wanted -= quantity
    if (quantity > 0) taken.push({ ...line, quantity })
    if (line.quantity > quantity) left.push({ ...line, quantity: line.quantity - quantity })
  }
  return { taken, left }
}

/**
 * Listings spread over parcels in the order in which they come, as evenly as they go: a label says nothing of what is inside.
 * A parcel without a listing cannot be told, so that there are never more parcels than listings.
 */
function spread(listings: PackageLine[], parcels: number): PackageLine[][] {
  const total = countOf(listings)
  const count = Math.min(Math.max(1, parcels), total)
  let left = listings
  return Array.from({ length: count }, (_, index) => {
    const share = Math.floor(total / count) + (index < total % count ? 1 : 0)
    const split = take(left, share)
    left = split.left
    return split.taken
  })
}

/**
 * Which parcel each package travels with. One whose tracking number is still among the labels keeps it, the others take the
 * rest in turn; where labels have become fewer, packages share the last one.
 */
function assigned(packages: { index: number; was: string | null }[], parcels: (string | null)[]) {
  const rest = [...parcels]
  const kept = new Map<number, string | null>()
  for (const { index, was } of packages) {
    const at = was === null ? -1 : rest.indexOf(was)
    if (at >= 0) kept.set(index, rest.splice(at, 1)[0])
  }
  let last = parcels.at(-1) ?? null
  for (const { index } of packages) {
    if (kept.has(index)) continue
    const next = rest.shift()
    if (next !== undefined) last = next
    kept.set(index, last)
  }
  return kept
}

/**
 * The packages of a fulfilment: one for each label, together every listing of it exactly once. Once one of them has been handed to
 * the platform their contents stay, because a platform lets carrier and tracking number of a package be edited and nothing else;
 * until then they follow the labels. Labels beyond the number of listings are not told.
 */
export function packagesOf(packing: Packing): PackageDraft[] {
  const parcels = parcelsOf(packing.trackingNumbers)
  const known = [...packing.known].sort((left, right) => left.index - right.index)
  const frozen = known.some(({ attempted }) => attempted)
  const { listings, problem: uncountable } = listingsOf(packing)
  if (uncountable && !frozen) {
    return [{ index: 1, trackingNumber: parcels[0] ?? null, lines: [], problem: uncountable }]
  }
  const contents = frozen
    ? known.map(({ index, lines }) => ({ index, lines }))
    : spread(listings, parcels.length).map((lines, at) => ({ index: at + 1, lines }))

  const was = new Map(known.map(({ index, trackingNumber }) => [index, trimmed(trackingNumber)]))
  const tracking = assigned(
    contents.map(({ index }) => ({ index, was: was.get(index) ?? null })),
    parcels,
  )
  return contents.map(({ index, lines }) => {
    const trackingNumber = tracking.get(index) ?? null
    const needed = !trackingNumber && !packing.trackingOptional
    const missing = needed ? problem("tracking_missing", { order: packing.order }) : null
    return { index, trackingNumber, lines, problem: missing }
  })
}

/** Numbers for packages that have none yet: the next ones beyond all that the order has had, here and at the platform. */
export function packageNumbers(count: number, taken: number[]): number[] {
  const last = Math.max(0, ...taken)
  return Array.from({ length: count }, (_, index) => last + 1 + index)
}

/** References of a platform's packages that are numbers. */
export const numbersAmong = (references: string[]): number[] =>
  references.filter((reference) => /^\d{1,9}$/.test(reference)).map(Number)
