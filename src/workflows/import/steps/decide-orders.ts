import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Actor } from "../../../modules/marketplace/store/history"
import type { ClaimedOrder } from "../../../modules/marketplace/store/inbox"
import { displayIdOf, loadAccount } from "../../account/load-account"
import type { Batch, Decision } from "../batch"
import { addStockOf, loadContext } from "../load-context"
import { loadDrafts } from "../load-drafts"
import { readOfRow } from "../payload"
import type { KnownDraft, KnownOrder } from "../rules/context"
import { decideRead } from "../rules/decide-read"
import { orderIdOf } from "../rules/stable-id"

export type DecideOrdersInput = {
  accountId: string
  /** Lease of the rows to claim; a new one for every batch. */
  token: string
  limit: number
  /** Only these inbox rows, or those of a run. */
  which?: { ids: string[] } | { runId: string }
  actor: Actor
  actorId: string | null
}

export type ImportedFacts = NonNullable<KnownOrder["imported"]>
type OrderRow = {
  id: string
  status: string
  metadata: { marketplace?: { fingerprint?: string }; invoice_number?: unknown } | null
  fulfillments?: ({ canceled_at: string | null } | null)[]
}

/** What became here of orders that were imported before. */
export async function loadImported(
  container: MedusaContainer,
  orderIds: string[],
): Promise<Map<string, ImportedFacts>> {
  if (!orderIds.length) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "status", "metadata", "fulfillments.canceled_at"],
    filters: { id: orderIds },
  })
  return new Map(
    (data as OrderRow[]).map((order) => [
      order.id,
      {
        fingerprint: order.metadata?.marketplace?.fingerprint ?? null,
        canceledHere: order.status === "canceled",
        invoicedHere: Boolean(order.metadata?.invoice_number),
        fulfilledHere: (order.fulfillments ?? []).some(
          (fulfillment) => fulfillment && !fulfillment.canceled_at,
        ),
      },
    ]),
  )
}

/** Claims due orders and decides what happens with each; new SKU matches are kept as mappings. Given up = freed again. */
export const decideOrdersStep = createStep(
  "decide-marketplace-orders",
  async (input: DecideOrdersInput, { container }) => {
    const account = await loadAccount(container, input.accountId)
    const { marketplace, row } = account
    const claimed = await marketplace.claimDueOrders(input)
    const batch: Batch = {
      accountId: row.id,
      providerId: row.provider_id,
      token: input.token,
      actor: input.actor,
      actorId: input.actorId,
      stopsShort: account.settings.stock_policy === "block",
      decisions: [],
    }
    if (!claimed.length) return new StepResponse(batch)

    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const reads = claimed.map((order) => ({
      order,
      read: readOfRow(marketplace, logger, { ...order, account_id: row.id }),
    }))
    const readable = reads.flatMap(({ read }) => (read?.readable ? [read.order] : []))
    const [{ context, noted }, imported, { drafts, edits }] = await Promise.all([
      loadContext(container, account, readable, claimed),
      loadImported(
        container,
        claimed.flatMap((order) => (order.state === "imported" && order.order_id ? order.order_id : [])),
      ),
      loadDrafts(container, account, claimed),
    ])
    await addStockOf(container, drafts, context)
    await marketplace.noteListings(row.id, noted)
    await marketplace.noteEdited(edits)

    batch.decisions = reads.map(({ order, read }): Decision => {
      const displayId = displayIdOf(row.order_prefix, order.reference)
      const changed = order.digest !== order.decided_digest
      const known = knownOrder(order, imported, drafts)
      return {
        id: order.id,
        reference: order.reference,
        digest: order.digest,
        attempts: order.attempts,
        displayId,
        orderId: order.order_id ?? orderIdOf(order.id),
        before: {
          state: order.state,
          rule: order.rule,
          problemCode: order.problem_code,
          changed,
          drafted: order.state !== "imported" && order.order_id !== null,
          draft: known.draft && draftOf(known.draft),
        },
        verdict: decideRead(read, known, context, changed),
      }
    })
    return new StepResponse(batch, { token: input.token })
  },
  async (claimed, { container }) => {
    if (!claimed) return
    await container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE).freeOrders(claimed.token)
  },
)

/** What is known of an imported order that Medusa no longer has. */
const NOTHING_HERE: ImportedFacts = {
  fingerprint: null,
  fulfilledHere: false,
  canceledHere: false,
  invoicedHere: false,
}

const draftOf = ({ reference: _reference, plan: _plan, ...draft }: KnownDraft): Decision["before"]["draft"] =>
  draft

/** Every other rule leaves an order out, or has not been asked yet. */
const wasSeenUnsent = ({ state, rule }: Pick<ClaimedOrder, "state" | "rule">): boolean =>
  state === "blocked" ||
  state === "ready" ||
  state === "review" ||
  (state === "waiting" && rule === "not_paid")

/** What we have done with an inbox row so far. */
export function knownOrder(
  order: Pick<ClaimedOrder, "id" | "state" | "order_id" | "requested_by" | "approved_by" | "rule">,
  imported: ReadonlyMap<string, ImportedFacts>,
  drafts: ReadonlyMap<string, KnownDraft>,
): KnownOrder {
  return {
    state: order.state,
    requested: order.requested_by !== null,
    approved: order.approved_by !== null,
    ignoredByPerson: order.rule === "ignored_by_person",
    seenUnsent: wasSeenUnsent(order),
    canceledForGood: order.state === "canceled" && order.order_id !== null,
    draft: drafts.get(order.id) ?? null,
    imported:
      order.state === "imported" && order.order_id ? (imported.get(order.order_id) ?? NOTHING_HERE) : null,
  }
}
