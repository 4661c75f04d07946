import { z } from "@medusajs/framework/zod"
import { pageExpired, problem, rejected, type OrderWindow } from "../../connector"
import type { ApiQuery } from "./transport"

/*
 * Where a search stands. A window that is too large is cut in two by time, as often as it takes; each piece takes the orders from
 * its beginning up to, and not including, its end, the last one including it, so that an instant belongs to one piece.
 */

const pieceSchema = z.tuple([z.number().int(), z.number().int()])

/** Handed out as text and handed back as it is. */
const placeSchema = z.strictObject({
  /** What is still to be read, in milliseconds, the earliest first; the first one is being read. */
  pieces: z.array(pieceSchema).min(1).max(100),
  /** Page of the first piece. */
  page: z.number().int().positive(),
  /** How many orders the first piece had when the last page was read. */
  total: z.number().int().nonnegative().optional(),
  /** True on the way back to a page that has moved. */
  again: z.boolean().optional(),
})
export type Place = z.infer<typeof placeSchema>

/** Where a token says the search stands; without one at its beginning. @throws ConnectorError `page_expired`. */
export function placeOf(window: OrderWindow, pageToken?: string): Place {
  if (pageToken === undefined) {
    return { pieces: [[window.fromUtc.getTime(), window.toUtc.getTime()]], page: 1 }
  }
  try {
    return placeSchema.parse(JSON.parse(pageToken))
  } catch {
    throw pageExpired("orders: what was stored about the page is not readable")
  }
}

const SECOND = 1000

/**
 * The platform compares whole seconds, and does not say whether its bounds belong to the window: it is asked for a second more on
 * either side, and {@link isInside} keeps what belongs to the piece.
 */
export function boundsOf(by: OrderWindow["by"], { pieces: [[from, to]] }: Place): ApiQuery {
  const field = by === "updated" ? "updated_at" : "created_at"
  return {
    [`${field}_min`]: secondText(Math.floor(from / SECOND) - 1),
    [`${field}_max`]: secondText(Math.ceil(to / SECOND) + 1),
  }
}

const secondText = (seconds: number): string =>
  new Date(seconds * SECOND).toISOString().replace(/\.\d{3}Z$/, "Z")

/** True when an order of that instant belongs to the piece that is being read; one without an instant is kept. */
export function isInside({ pieces }: Place, instant: string | null): boolean {
  if (instant === null) return true
  const [[from, to]] = pieces
  const at = Date.parse(instant)
  // Instants are whole seconds: one in the second in which the window begins may lie behind that beginning.
  const begins = Math.floor(from / SECOND) * SECOND
  return at >= begins && (at < to || (pieces.length === 1 && at === to))
}

/** The token with the first piece cut in two. @throws ConnectorError `rejected` when it cannot be cut any more. */
export function splitWindow({ pieces: [[from, to], ...rest] }: Place): string {
  const middle = Math.ceil((from + to) / 2 / SECOND) * SECOND
  if (middle <= from || middle >= to) {
    const reason = "more orders within one second than the platform gives in one search"
    throw rejected(`orders: ${reason}`, problem("request_refused", { reason }))
  }
  return tokenOf({ pieces: [[from, middle], [middle, to], ...rest], page: 1 })
}

/** What a page said of the search: `gone` = it was announced and is there no more; else whether another one follows. */
export type PageRead = "gone" | { last: boolean; total: number | undefined; perPage: number }

/**
 * The token of what comes next; undefined when everything was read.
 *
 * An order that changes while its window is read leaves it, and those behind it move up: the one that was first on the next page
 * is then on a page that was read already. So when there have come to be fewer, the search goes back by as many.
 */
export function after({ pieces, page, total: before, again }: Place, read: PageRead): string | undefined {
  const rest = pieces.slice(1)
  const behind = rest.length > 0 ? tokenOf({ pieces: rest, page: 1 }) : undefined
  if (read === "gone") {
    // Once, in case the announcement was wrong.
    return page > 1 && !again ? tokenOf({ pieces, page: page - 1, again: true }) : behind
  }
  const { last, total, perPage } = read
  if (before !== undefined && total !== undefined && total < before && page > 1) {
    return tokenOf({ pieces, page: Math.max(1, page - Math.ceil((before - total) / perPage)), total })
  }
  return last ? behind : tokenOf({ pieces, page: page + 1, total, again })
}

const tokenOf = (place: Place): string => JSON.stringify(place)
