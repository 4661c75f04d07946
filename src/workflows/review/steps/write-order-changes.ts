import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangesByPerson, OrderChanges } from "../../../modules/marketplace/order-changes"
import { loadStoredAccount } from "../../account/load-account"
import { withOrderLock } from "../../import/order-lock"
import { openPayload } from "../../import/payload"
import { metadataWith } from "../../import/rules/persons-changes"
import type { ChangedOrder, ChangeOrder } from "./check-order-changes"

type Defaults = { salesperson_id: string | null; payment_method: string | null; installments: number | null }

/** What each changed field is now: what the person chose, else what the account or the platform says. */
function valuesOf(changes: OrderChanges, defaults: Defaults): Partial<Record<keyof Defaults, unknown>> {
  const names = ["salesperson_id", "payment_method", "installments"] as const
  return Object.fromEntries(
    names.flatMap((name) =>
      changes[name] === undefined ? [] : [[name, changes[name] ?? defaults[name]] as const],
    ),
  )
}

/** The customer that the order is to have; undefined = it keeps the one it has. */
function customerOf(
  changes: OrderChanges,
  { kept }: ChangedOrder,
  merged: ChangesByPerson,
): string | null | undefined {
  if (changes.customer_id === undefined) return undefined
  return merged.customer_id ?? (kept.customer_id ? (kept.customer_before ?? null) : undefined)
}

/** Writes changes to the Medusa order, draft or not. */
export const writeOrderChangesStep = createStep(
  "write-marketplace-order-changes",
  async (
    { input, kept }: { input: ChangeOrder; kept: ChangedOrder & { merged: ChangesByPerson } },
    { container },
  ) => {
    const orders = container.resolve(Modules.ORDER)
    const { marketplace, settings } = await loadStoredAccount(container, kept.accountId)
    const [row] = await marketplace.listMarketplaceOrders(
      { id: input.id },
      { select: ["id", "reference", "sealed_payload"] },
    )
    const read = row ? openPayload(marketplace, kept.accountId, row) : null
    const order = read?.readable ? read.order : undefined
    const values = valuesOf(input.changes, {
      salesperson_id: settings.salesperson_id,
      payment_method: order?.paymentMethod ?? null,
      installments: order?.installments ?? null,
    })
    const customerId = customerOf(input.changes, kept, kept.merged)
    await withOrderLock(container, kept.orderId, async () => {
      const [found] = await orders.listOrders({ id: kept.orderId }, { select: ["id", "metadata"] })
      if (!found) return
      await orders.updateOrders([
        {
          id: kept.orderId,
          metadata: metadataWith(found.metadata ?? {}, values),
          ...(customerId === undefined ? {} : { customer_id: customerId ?? undefined }),
        },
      ])
    })
    return new StepResponse({ order_id: kept.orderId })
  },
)
