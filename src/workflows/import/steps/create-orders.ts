import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChannelOrder } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { ChangesByPerson } from "../../../modules/marketplace/order-changes"
import { loadAccount, ruleAccount } from "../../account/load-account"
import { allOrEach, plannedIn, type Batch, type Failure, type Planned } from "../batch"
import { deleteDrafts } from "../delete-drafts"
import { findExistingOrders, type ExistingOrder } from "../existing-orders"
import { loadVariants } from "../load-variants"
import { ordersToMake } from "../orders-to-make"
import { promoteDraft } from "../promote-draft"
import type { RuleVariant } from "../rules/context"
import { orderDraft, type OrderDraft } from "../rules/order-draft"
import { withChanges } from "../rules/persons-changes"
import { pricedOrder } from "../rules/plan-order"
import type { ImportPlan, PlannedLine } from "../rules/verdict"

/**
 * By inbox row: the Medusa order, whether it stood there before (made by an attempt that died, or another worker), and of those
 * which were canceled here since: nothing is paid, reserved or shipped for them any more.
 */
export type MadeOrders = { orderIds: Record<string, string>; adopted: string[]; canceledHere: string[] }

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
  const ids = planned.map(({ id }) => id)
  const [orders, account, made, rows] = await Promise.all([
    ordersToMake(marketplace, batch, planned),
    loadAccount(container, batch.accountId),
    loadDraftProducts(container, variantIds),
    marketplace.listMarketplaceOrders({ id: ids }, { select: ["id", "changes_by_person"], take: ids.length }),
  ])
  const changes = new Map(rows.map((row) => [row.id, row.changes_by_person as ChangesByPerson | null]))
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
      salespersonId: account.settings.salesperson_id,
      draft: decision.verdict.action === "review",
    })
    return [{ ...withChanges(draft, changes.get(decision.id) ?? {}), inboxId: decision.id }]
  })
}

/**
 * Makes the Medusa orders of a batch. An order that stands there already is adopted, never made twice: its id follows from
 * its inbox row, of which there is one for account and reference, so that the primary key refuses a second one.
 */
export const createOrdersStep = createStep(
  "create-marketplace-orders",
  async (
    input: {
      batch: Batch
      products: { variantIds: Record<string, string>; failures: Failure[] }
      customers: { customerIds: Record<string, string>; failures: Failure[] }
      /** Of orders whose pieces could not be taken. */
      failures: Failure[]
    },
    { container },
  ) => {
    const { batch, products, customers } = input
    const failures: Failure[] = [...input.failures, ...products.failures, ...customers.failures]
    const planned = plannedIn(batch, failures)
    const made: MadeOrders = { orderIds: {}, adopted: [], canceledHere: [] }
    if (!planned.length) return new StepResponse({ made, failures })
    const orders = container.resolve(Modules.ORDER)

    let existing = await findExistingOrders(orders, planned)
    // A draft whose order changed while it waited, or whose edits a person discards, is made anew, in place.
    const stale = planned.filter(
      ({ id, verdict, before }) =>
        verdict.action === "review" && before.changed && existing.get(id)?.is_draft_order,
    )
    const standing = await allOrEach(stale, (some) =>
      deleteDrafts(
        container,
        some.map(({ id }) => ({ id, orderId: existing.get(id)?.id ?? "" })),
      ),
    )
    failures.push(...standing)
    const gone = stale.filter(({ id }) => !standing.some((failure) => failure.id === id))
    for (const { id } of gone) existing.delete(id)

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
      if (order.status === "canceled") made.canceledHere.push(decision.id)
      else if ((order.is_draft_order || decision.before.drafted) && decision.verdict.action === "import")
        failures.push(
          ...(await allOrEach([decision], () =>
            promoteDraft(container, decision, order.id, async () => {
              const [sold] = await makeDrafts(container, batch, [decision], {}, {})
              return sold
            }),
          )),
        )
    }
    await nameOrders(orders, unnamed)
    return new StepResponse({ made, failures })
  },
)
