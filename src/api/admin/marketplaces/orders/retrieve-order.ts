import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { money } from "../../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { refusal } from "../../../../workflows/refusals/refusal"
import { serializeSite } from "../serializers/account"
import { orderColumns, serializeHistory, serializeOrder } from "../serializers/order"
import { languageOf } from "../validation/language"

const MOST_LINES = 200

type MedusaOrder = {
  id: string
  display_id: number
  custom_display_id: string | null
  status: string
  is_draft_order: boolean
  customer_id: string | null
  total: unknown
  raw_total?: { value: string } | null
  metadata: {
    marketplace?: { salesperson_id?: string; payment_method?: string; installments?: number }
  } | null
}

/** The Medusa order that it became, as far as screens link to it. */
async function medusaOrder(req: MedusaRequest, orderId: string | null) {
  if (!orderId) return null
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "custom_display_id",
      "status",
      "is_draft_order",
      "customer_id",
      "total",
      "raw_total",
      "metadata",
    ],
    filters: { id: orderId },
  })
  const [order] = data as MedusaOrder[]
  if (!order) return null
  return {
    id: order.id,
    display_id: order.display_id,
    custom_display_id: order.custom_display_id,
    status: order.status,
    is_draft_order: order.is_draft_order,
    /** What it is sold as, now. */
    customer_id: order.customer_id,
    /** What it comes to in Medusa: another amount than the platform's where somebody edited it. */
    total: money.sum(order.raw_total?.value ?? String(order.total)),
    salesperson_id: order.metadata?.marketplace?.salesperson_id ?? null,
    payment_method: order.metadata?.marketplace?.payment_method ?? null,
    installments: order.metadata?.marketplace?.installments ?? null,
  }
}

/**
 * An order of the inbox with its history, its marketplace and what it became.
 * @throws RefusalError
 */
export async function retrieveOrder(req: MedusaRequest, id: string) {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const language = languageOf(req)
  const [row] = await marketplace.listMarketplaceOrders({ id }, { select: [...orderColumns] })
  if (!row) throw refusal("order_unknown", { id })
  const [history, sites, [account], order] = await Promise.all([
    marketplace.listHistoryEntries(
      { subject_type: "order", subject_id: id },
      { order: { at: "DESC", id: "DESC" }, take: MOST_LINES },
    ),
    marketplace.listMarketplaceSites({ account_id: row.account_id, external_id: row.marketplace ?? "" }),
    marketplace.listMarketplaceAccounts({ id: row.account_id }, { select: ["id", "name", "provider_id"] }),
    medusaOrder(req, row.order_id),
  ])
  const connector = account && marketplace.connector(account.provider_id)
  return {
    ...serializeOrder(row, language, account ? marketplace.openStatuses([account]) : []),
    account: account ? { id: account.id, name: account.name, provider_id: account.provider_id } : null,
    site: sites[0] ? serializeSite(sites[0]) : null,
    order,
    platform_url: connector?.describe().orderUrl?.(row.reference, row.marketplace ?? "") ?? null,
    /** The newest first. */
    history: history.map((entry) => serializeHistory(entry, language)),
  }
}
