import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChannelOrder } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { loadAccount, ruleAccount } from "../../account/load-account"
import { allOrEach, plannedIn, type Batch, type Failure, type Planned } from "../batch"
import { findExistingOrders, type ExistingOrder } from "../existing-orders"
import { loadVariants } from "../load-context"
import { withOrderLock } from "../order-lock"
import { openOrders } from "../payload"
import type { RuleVariant } from "../rules/context"
import { orderDraft, paymentOf, type OrderDraft } from "../rules/order-draft"
import { pricedOrder } from "../rules/plan-order"
import type { ImportPlan, PlannedLine } from "../rules/verdict"

/** By inbox row: the Medusa order, and whether it stood there before (made by an attempt that died, or another worker). */
export type MadeOrders = { orderIds: Record<string, string>; adopted: string[] }

/** A draft that waited for review becomes the order: paid, and no longer a draft. */
async function promoteDraft(
  orders: IOrderModuleService,
  decision: Planned,
  { id: orderId, is_draft_order: isDraft }: ExistingOrder,
): Promise<void> {
  if (isDraft) await orders.updateOrders([{ id: orderId, status: "pending", is_draft_order: false }])
  const payment = paymentOf(decision.verdict.plan, decision.displayId)
  const known = await orders.listOrderTransactions({ order_id: orderId, reference: payment.reference })
  if (!known.length) await orders.addOrderTransactions({ order_id: orderId, ...payment })
}

/** The display id that the order module's own generator did not take over (see `keepMarketplaceDisplayId`). */
async function nameOrders(
  orders: IOrderModuleService,
  named: { id: string; custom_display_id: string }[],
): Promise<void> {
  if (named.length) await orders.updateOrders(named)
}

/** The variants of products that were made a moment ago, by listing key. */
async function loadDraftProducts(
  container: MedusaContainer,
  variantIds: Record<string, string>,
): Promise<Map<string, RuleVariant>> {
  const made = await loadVariants(container, { id: Object.values(variantIds) })
  const byId = new Map(made.map((variant) => [variant.id, variant]))
  return new Map(
    Object.entries(variantIds).flatMap(([listingKey, id]) => {
      const variant = byId.get(id)
      return variant ? [[listingKey, variant] as const] : []
    }),
  )
}

function withDraftProducts(
  plan: ImportPlan,
  order: ChannelOrder,
  made: ReadonlyMap<string, RuleVariant>,
): ImportPlan {
  const keys = new Map(order.lines.map((line) => [line.reference, line.listingKey]))
  const draftOf = ({ reference }: PlannedLine) => made.get(keys.get(reference) ?? "")
  return {
    ...plan,
    lines: plan.lines.map((line) => {
      const variant = line.createDraft ? draftOf(line) : undefined
      return variant ? { ...line, variantId: variant.id, product: variant.product } : line
    }),
  }
}

async function makeDrafts(
  container: MedusaContainer,
  batch: Batch,
  planned: Planned[],
  customerIds: Record<string, string>,
  variantIds: Record<string, string>,
): Promise<(OrderDraft & { inboxId: string })[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const [orders, account, made] = await Promise.all([
    openOrders(
      marketplace,
      batch.accountId,
      planned.map(({ id }) => id),
    ),
    loadAccount(container, batch.accountId),
    loadDraftProducts(container, variantIds),
  ])
  return planned.flatMap((decision) => {
    const order = orders.get(decision.id)
    if (!order) return []
    const draft = orderDraft({
      order: pricedOrder(order, { account: ruleAccount(account) }),
      plan: withDraftProducts(decision.verdict.plan, order, made),
      orderId: decision.orderId,
      displayId: decision.displayId,
      accountId: batch.accountId,
      providerId: batch.providerId,
      marketplaceOrderId: decision.id,
      customerId: customerIds[decision.id],
      draft: decision.verdict.action === "review",
    })
    return [{ ...draft, inboxId: decision.id }]
  })
}

/**
 * Makes the Medusa orders of a batch. An order that stands there already is adopted, never made twice: its id follows from
 * account and reference, so that the primary key refuses a second one.
 */
export const createOrdersStep = createStep(
  "create-marketplace-orders",
  async (
    input: {
      batch: Batch
      products: { variantIds: Record<string, string>; failures: Failure[] }
      customers: { customerIds: Record<string, string>; failures: Failure[] }
    },
    { container },
  ) => {
    const { batch, products, customers } = input
    const failures: Failure[] = [...products.failures, ...customers.failures]
    const planned = plannedIn(batch, failures)
    const made: MadeOrders = { orderIds: {}, adopted: [] }
    if (!planned.length) return new StepResponse({ made, failures })
    const orders = container.resolve(Modules.ORDER)

    let existing = await findExistingOrders(orders, planned)
    // A draft whose order changed while it waited is made anew, in place.
    const stale = planned.filter(
      ({ id, verdict, before }) =>
        verdict.action === "review" && before.changed && existing.get(id)?.is_draft_order,
    )
    if (stale.length) {
      await orders.deleteOrders(stale.map(({ id }) => existing.get(id)?.id ?? ""))
      for (const { id } of stale) existing.delete(id)
    }

    const missing = planned.filter(({ id }) => !existing.has(id))
    const drafts = await makeDrafts(container, batch, missing, customers.customerIds, products.variantIds)
    const unnamed: { id: string; custom_display_id: string }[] = []
    const refused = await allOrEach(
      drafts.map((draft) => ({ id: draft.inboxId, draft })),
      async (some) => {
        const created: ExistingOrder[] = await orders.createOrders(
          some.map(({ draft: { inboxId: _inboxId, ...draft } }) => draft),
        )
        const byId = new Map(created.map((order) => [order.id, order]))
        for (const { id, draft } of some) {
          made.orderIds[id] = draft.id
          if (byId.get(draft.id)?.custom_display_id !== draft.custom_display_id) {
            unnamed.push({ id: draft.id, custom_display_id: draft.custom_display_id })
          }
        }
      },
    )
    // Refused because another worker was faster: then it is there now.
    if (refused.length) existing = await findExistingOrders(orders, planned)
    failures.push(...refused.filter(({ id }) => !existing.has(id)))

    for (const decision of planned) {
      const order = existing.get(decision.id)
      if (!order || made.orderIds[decision.id]) continue
      made.orderIds[decision.id] = order.id
      made.adopted.push(decision.id)
      if (order.custom_display_id !== decision.displayId) {
        unnamed.push({ id: order.id, custom_display_id: decision.displayId })
      }
      // Also a draft that somebody has converted with Medusa's own button: it is not paid yet.
      if ((order.is_draft_order || decision.before.drafted) && decision.verdict.action === "import")
        await withOrderLock(container, order.id, () => promoteDraft(orders, decision, order))
    }
    await nameOrders(orders, unnamed)
    return new StepResponse({ made, failures })
  },
)
