import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReadOrder } from "../../connector"
import type { LoadedAccount } from "../account/load-account"
import { addStockOf, loadContext } from "../import/load-context"
import { loadDrafts } from "../import/load-drafts"
import { checkedOnEntry, digestOf } from "../import/payload"
import { knownOrder, loadImported } from "../import/steps/decide-orders"
import { unknownOrder } from "../import/rules/context"
import { decideRead } from "../import/rules/decide-read"
import type { Verdict } from "../import/rules/verdict"

/** An order as the platform has it now, with what would become of it. */
export type ForeseenOrder = { read: ReadOrder; verdict: Verdict; orderId: string | null }

export const referenceOf = (read: ReadOrder): string =>
  read.readable ? read.order.reference : read.reference

const placedAt = (read: ReadOrder): string => (read.readable ? read.order.placedAt : "")

/** The order in which the import takes them, which decides who gets the last piece. */
const inOrderOfImport = (left: ReadOrder, right: ReadOrder): number =>
  placedAt(left).localeCompare(placedAt(right)) || referenceOf(left).localeCompare(referenceOf(right))

/**
 * Says what an import would do with some orders, by the import's own rules, the store's present data and what the inbox
 * knows. Writes nothing. `requested`: a person asks for them, so that the account's rules on what to take do not apply.
 */
export async function foreseeOrders(
  container: MedusaContainer,
  account: LoadedAccount,
  reads: ReadOrder[],
  options: { requested: boolean },
): Promise<ForeseenOrder[]> {
  if (!reads.length) return []
  const sorted = reads.map(checkedOnEntry).sort(inOrderOfImport)
  const rows = await account.marketplace.listMarketplaceOrders(
    { account_id: account.row.id, reference: sorted.map(referenceOf) },
    {
      select: [
        "id",
        "reference",
        "state",
        "order_id",
        "requested_by",
        "approved_by",
        "rule",
        "digest",
        "decided_digest",
        "problems",
      ],
      take: sorted.length,
    },
  )
  const [{ context }, imported, { drafts }] = await Promise.all([
    loadContext(
      container,
      account,
      sorted.flatMap((read) => (read.readable ? [read.order] : [])),
      rows,
    ),
    loadImported(
      container,
      rows.flatMap((row) => (row.state === "imported" && row.order_id ? row.order_id : [])),
    ),
    loadDrafts(container, account, rows),
  ])
  await addStockOf(container, drafts, context)
  const byReference = new Map(rows.map((row) => [row.reference, row]))
  return sorted.map((read) => {
    const row = byReference.get(referenceOf(read))
    const known = row ? knownOrder(row, imported, drafts) : unknownOrder
    const asked = { ...known, requested: options.requested || known.requested }
    const verdict = decideRead(
      read,
      asked,
      context,
      row !== undefined && digestOf(read) !== row.decided_digest,
    )
    return { read, verdict, orderId: row?.order_id ?? null }
  })
}
