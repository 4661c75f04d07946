/** What the address of the orders page says of the list, beside `q` and `offset`. Lists are written `a,b`; days `2026-11-22`. */
export const filterNames = [
  "account_id",
  "marketplace",
  "state",
  "problem_code",
  "placed_from",
  "placed_to",
  "late_to_ship",
  "run_id",
] as const
export type FilterName = (typeof filterNames)[number]

export type Sorting = { id: string; desc: boolean }
export const DEFAULT_SORTING: Sorting = { id: "placed_at", desc: true }

type ReadUrl = (name: string) => string

/** The values of a filter that takes several. */
export const severalIn = (text: string): string[] => text.split(",").filter(Boolean)

/** The first instant of a day in the reader's time zone, `days` later; undefined when the text is not a day. */
export function dayStart(day: string, days = 0): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!parts) return undefined
  const [, year, month, date] = parts.map(Number)
  return new Date(year, month - 1, date + days).toISOString()
}

/** A day of the reader's calendar, as an address writes it. */
export function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0")
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export const parseSorting = (text: string, usual = DEFAULT_SORTING): Sorting =>
  text ? { id: text.replace(/^-/, ""), desc: text.startsWith("-") } : usual

export const writeSorting = ({ id, desc }: Sorting): string => (desc ? `-${id}` : id)

/** The filters as the API takes them. The last day of a period belongs to it: its end is the day after. */
export function toOrdersQuery(read: ReadUrl) {
  return {
    account_id: severalIn(read("account_id")),
    marketplace: severalIn(read("marketplace")),
    state: severalIn(read("state")),
    problem_code: severalIn(read("problem_code")),
    placed_from: dayStart(read("placed_from")),
    placed_to: dayStart(read("placed_to"), 1),
    late_to_ship: read("late_to_ship") === "true" || undefined,
    run_id: read("run_id"),
    q: read("q").trim(),
    order: writeSorting(parseSorting(read("sort"))),
  }
}

/** True when anything narrows the list, so that an empty list means "not found" and not "nothing there yet". */
export const isNarrowed = (read: ReadUrl): boolean =>
  [...filterNames, "q"].some((name) => read(name).trim() !== "")
