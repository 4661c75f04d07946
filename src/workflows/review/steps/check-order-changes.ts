import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import {
  changeableWhenImported,
  type ChangesByPerson,
  type OrderChanges,
} from "../../../modules/marketplace/order-changes"
import { invalidField, invalidFields, refusal, type Complaint } from "../../refusals/refusal"

export type ChangeOrder = { id: string; changes: OrderChanges; actorId: string }

/** The order that is changed, as it stands. */
export type ChangedOrder = {
  accountId: string
  reference: string
  state: string
  orderId: string
  kept: ChangesByPerson
  customerNow: string | null
}

/** The fields that a change names. */
export const fieldsNamed = (changes: OrderChanges): string[] =>
  Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [name]))

async function unknownIds(container: MedusaContainer, changes: OrderChanges): Promise<Complaint[]> {
  const { salesperson_id: user, customer_id: customer } = changes
  const [users, customers] = await Promise.all([
    user ? container.resolve(Modules.USER).listUsers({ id: user }, { select: ["id"] }) : undefined,
    customer
      ? container.resolve(Modules.CUSTOMER).listCustomers({ id: customer }, { select: ["id"] })
      : undefined,
  ])
  return [
    ...(user && !users?.length
      ? [{ field: "salesperson_id", code: "user_unknown" as const, details: { id: user } }]
      : []),
    ...(customer && !customers?.length
      ? [{ field: "customer_id", code: "customer_unknown" as const, details: { id: customer } }]
      : []),
  ]
}

/** Refuses what is not there, or what the order's state does not allow, naming each field. */
export const checkOrderChangesStep = createStep(
  "check-marketplace-order-changes",
  async ({ id, changes }: ChangeOrder, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const [row] = await marketplace.listMarketplaceOrders(
      { id },
      { select: ["id", "account_id", "reference", "state", "order_id", "changes_by_person"] },
    )
    if (!row) throw refusal("order_unknown", { id })
    const named = fieldsNamed(changes)
    if (!named.length) throw invalidField("body", "nothing_to_change", {})
    const { reference, state, order_id: orderId } = row
    if ((state !== "review" && state !== "imported") || !orderId)
      throw refusal("order_not_changeable", { reference, state })
    const late = named.filter((name) => !changeableWhenImported.some((changeable) => changeable === name))
    const complaints = await unknownIds(container, changes)
    if (state === "imported") {
      complaints.push(...late.map((field): Complaint => ({ field, code: "only_in_review", details: {} })))
    }
    if (complaints.length) throw invalidFields(complaints)
    const [order] = await container
      .resolve(Modules.ORDER)
      .listOrders({ id: orderId }, { select: ["id", "customer_id"] })
    const checked: ChangedOrder = {
      accountId: row.account_id,
      reference,
      state,
      orderId,
      kept: (row.changes_by_person as ChangesByPerson | null) ?? {},
      customerNow: order?.customer_id ?? null,
    }
    return new StepResponse(checked)
  },
)
