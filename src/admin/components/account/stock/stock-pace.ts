import type { StockPage } from "../../../lib/answers"

const SOON_MS = 3_000
const LATER_MS = 10_000
/** For so long after sending was switched on, its first rows may still be on their way into the list. */
const FRESH_MS = 60_000

const onTheirWay: StockPage["stock"][number]["standing"][] = ["waiting", "sending"]

/** What decides how often levels are looked at. */
type Moving = Pick<StockPage, "brake" | "writer"> & { stock: Pick<StockPage["stock"][number], "standing">[] }

/** Milliseconds to the next look: few while levels are about to change without anybody doing anything. */
export function stockPace(page: Moving | undefined, switchedOnAt: string | null, now = Date.now()): number {
  if (page?.writer !== "on") return LATER_MS
  const isFresh = switchedOnAt !== null && now - Date.parse(switchedOnAt) < FRESH_MS
  const isMoving = page.brake === null && page.stock.some(({ standing }) => onTheirWay.includes(standing))
  return isMoving || isFresh ? SOON_MS : LATER_MS
}
