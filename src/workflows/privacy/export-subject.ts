import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { PrivacyReport } from "../../modules/marketplace/store/privacy-requests"
import { openOrders } from "../import/payload"
import { refusal } from "../refusals/refusal"
import { accountsOfStore, findSubjectOrders } from "./find-subject-orders"

const ORDER_FIELDS = [
  "id",
  "display_id",
  "custom_display_id",
  "created_at",
  "email",
  "currency_code",
  "total",
  "shipping_address.*",
  "billing_address.*",
  "items.title",
  "items.quantity",
  "customer.id",
  "customer.email",
  "customer.first_name",
  "customer.last_name",
  "customer.company_name",
  "customer.phone",
  "customer.metadata",
]

/**
 * An open question what is held of a buyer.
 * @throws RefusalError when there is none of that id.
 */
export async function questionOf(marketplace: MarketplaceModuleService, id: string) {
  const [row] = await marketplace.listPrivacyRequests({ id, kind: "customer_data", state: "open" })
  if (!row) throw refusal("privacy_request_unknown", { id })
  return { ...row, report: row.report as PrivacyReport | null }
}

/** Everything that is held of the buyer who asks: what the platform told of the orders, and what Medusa has of them. */
export async function exportSubject(container: MedusaContainer, id: string) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const question = await questionOf(marketplace, id)
  const subject = marketplace.openPrivacySubject(question)
  if (!subject || (!subject.customer && !subject.orders.length)) {
    return { request: id, requested_at: question.requested_at, marketplace_orders: [], orders: [] }
  }
  const found = await findSubjectOrders(container, await accountsOfStore(marketplace, question), subject)
  const ids = found.map((order) => order.id)
  const rows = ids.length
    ? await marketplace.listMarketplaceOrders(
        { id: ids },
        {
          select: ["id", "account_id", "reference", "number", "state", "placed_at", "order_id"],
          // Of a removed account nothing but the Medusa order may be left.
          withDeleted: true,
          take: ids.length,
        },
      )
    : []
  const accountIds = [...new Set(rows.map((row) => row.account_id))]
  const opened = new Map<string, unknown>()
  for (const accountId of accountIds) {
    const own = rows.filter((row) => row.account_id === accountId).map((row) => row.id)
    for (const [inboxId, order] of await openOrders(marketplace, accountId, own)) {
      const { buyer, shippingAddress, billingAddress, paymentMethod, packages, lines } = order
      opened.set(inboxId, {
        buyer,
        shipping_address: shippingAddress,
        billing_address: billingAddress,
        payment_method: paymentMethod,
        packages,
        lines: lines.map(({ title, quantity }) => ({ title, quantity })),
      })
    }
  }
  const orderIds = rows.flatMap(({ order_id }) => order_id ?? [])
  const { data } = orderIds.length
    ? await container
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: orderIds } })
    : { data: [] }
  return {
    request: id,
    requested_at: question.requested_at,
    marketplace_orders: rows.map((row) => ({
      reference: row.reference,
      number: row.number,
      state: row.state,
      placed_at: row.placed_at,
      ...(opened.get(row.id) as object | undefined),
    })),
    orders: data,
  }
}
