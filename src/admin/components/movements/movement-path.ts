import type { Movement } from "../../lib/answers"

/** What the reference of a movement is: an order of the platform, a transfer, or the instant of a count. */
export type MovementReference =
  { kind: "order"; number: string } | { kind: "transfer"; reference: string } | { kind: "count"; at: string }

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** A count names the order instead of its own instant where it gives back what it had counted out before. */
export function referenceOf({
  reason,
  reference,
}: Pick<Movement, "reason" | "reference">): MovementReference {
  if (reason === "inbound_sent" || reason === "inbound_received") return { kind: "transfer", reference }
  if (INSTANT.test(reference)) return { kind: "count", at: reference }
  return { kind: "order", number: reference }
}

const PAGE = "/marketplaces/movements"

/** The transfers of an account. */
export const transfersPath = (accountId: string): string =>
  `${PAGE}?${new URLSearchParams({ tab: "transfers", account_id: accountId }).toString()}`

/** The list of orders with the one that a movement names. */
export const ordersPath = ({ account_id, reference }: Pick<Movement, "account_id" | "reference">): string =>
  `/marketplaces/orders?${new URLSearchParams({ account_id, q: reference }).toString()}`
