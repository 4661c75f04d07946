import type { ReadResource } from "../../../modules/marketplace/resources"

const HOUR_MS = 3_600_000
/** Hours between two readings: listings change seldom, stock with every sale. */
const HOURS: Record<ReadResource["kind"], number> = { listings: 6, inventory: 1 }
/** Hours after which a reading that only a person can put right is tried again all the same. */
const REFUSED_HOURS = 6

/** When a resource is read again by schedule, never more often than the platform allows. */
export const nextReadingAt = (kind: ReadResource["kind"], begunAt: Date, minimumHours = 0): Date =>
  new Date(begunAt.getTime() + Math.max(HOURS[kind], minimumHours) * HOUR_MS)

/** When a reading that failed is tried again, so many hours from now at the earliest. */
export function retryReadingAt(retryAt: Date | null, now: Date, minimumHours = 0): Date {
  const inHours = (hours: number) => now.getTime() + hours * HOUR_MS
  return new Date(Math.max(retryAt?.getTime() ?? inHours(REFUSED_HOURS), inHours(minimumHours)))
}
