import type { MedusaContainer } from "@medusajs/framework/types"
import { capabilitiesOf } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import { loadStoredAccount, type StoredAccount } from "../account/load-account"
import { explainReference } from "../explain/explain-reference"
import { openPayload } from "../import/payload"
import { kindOf, redacted } from "./rules/redact"
import { versions } from "./versions"

const MOST_LINES = 200

/** The inbox row, without what is sealed, leased or written by people. */
const ORDER_COLUMNS = [
  "id",
  "reference",
  "number",
  "marketplace",
  "platform_status",
  "platform_updated_at",
  "placed_at",
  "fulfilled_by",
  "currency",
  "total",
  "line_count",
  "ship_by",
  "deliver_by",
  "state",
  "rule",
  "problem_code",
  "problems",
  "order_id",
  "imported_at",
  "digest",
  "decided_digest",
  "requested_by",
  "approved_by",
  "left_out_because",
  "draft_edited_at",
  "canceled_here_at",
  "personal_data_until",
  "personal_data_purged_at",
  "run_id",
  "attempts",
  "next_attempt_at",
  "created_at",
  "updated_at",
] as const

const DISPATCH_COLUMNS = [
  "id",
  "kind",
  "subject",
  "revision",
  "state",
  "package_number",
  "fulfillment_id",
  "problem",
  "attempts",
  "next_attempt_at",
  "attempted_at",
  "attempted_revision",
  "confirmed_at",
] as const

const MAPPING_COLUMNS = [
  "id",
  "listing_key",
  "sku",
  "barcode",
  "title",
  "variant_id",
  "units_per_package",
  "matched_by",
  "state",
  "fulfilled_by",
] as const

const RUN_COLUMNS = [
  "id",
  "kind",
  "state",
  "from",
  "to",
  "counts",
  "problem",
  "started_at",
  "finished_at",
] as const

const chosen = <Row extends object, Name extends keyof Row>(row: Row, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, row[name]]))

function connectorOf({ marketplace, row }: StoredAccount) {
  const connector = marketplace.connector(row.provider_id)
  if (!connector) return { id: row.provider_id, configured: false }
  const { name, limits, personalDataDays } = connector.describe()
  return {
    id: row.provider_id,
    configured: true,
    name,
    capabilities: capabilitiesOf(connector),
    counts_from: connector.orders?.countsFrom ?? "placed",
    personal_data_days: personalDataDays ?? null,
    limits,
  }
}

async function accountOf({ marketplace, row, settings, sites }: StoredAccount) {
  const cursors = await marketplace.listSyncCursors({ account_id: row.id })
  const { shipment_problem_email: email } = settings
  return {
    id: row.id,
    external_id: row.external_id,
    order_prefix: row.order_prefix,
    state: row.state,
    problem: row.problem,
    activated_at: row.activated_at,
    settings: { ...settings, shipment_problem_email: email && kindOf(email) },
    webhooks: row.webhooks,
    notices_since: row.notices_since,
    next_sync_at: row.next_sync_at,
    last_sync_at: row.last_sync_at,
    sites: sites.map(({ external_id, country, currency, enabled }) => ({
      external_id,
      country,
      currency,
      enabled,
    })),
    cursors: cursors.map(({ resource, position }) => ({ resource, position })),
  }
}

async function orderParts(marketplace: MarketplaceModuleService, accountId: string, id: string) {
  const [row] = await marketplace.listMarketplaceOrders({ id, account_id: accountId })
  if (!row) return null
  const read = openPayload(marketplace, accountId, row)
  const keys = read?.readable ? read.order.lines.map(({ listingKey }) => listingKey) : []
  const [history, dispatches, mappings, runs] = await Promise.all([
    marketplace.listHistoryEntries(
      { subject_type: "order", subject_id: id },
      { order: { at: "ASC", id: "ASC" }, take: MOST_LINES },
    ),
    marketplace.listMarketplaceDispatches({ marketplace_order_id: id }, { take: MOST_LINES }),
    keys.length ? marketplace.listProductMappings({ account_id: accountId, listing_key: keys }) : [],
    row.run_id ? marketplace.listMarketplaceRuns({ id: row.run_id }) : [],
  ])
  return {
    order: chosen(row, ORDER_COLUMNS),
    history: history.map(({ at, actor, event, details }) => ({ at, actor, event, details })),
    dispatches: dispatches.map((one) => chosen(one, DISPATCH_COLUMNS)),
    mappings: mappings.map((one) => chosen(one, MAPPING_COLUMNS)),
    runs: runs.map((one) => chosen(one, RUN_COLUMNS)),
    payload: redacted(read),
  }
}

/**
 * Everything about one order that whoever looks into a problem asks for, as one file that may be sent on: no secret, and no buyer's
 * name, address, contact or document.
 * @throws RefusalError when there is no such account
 */
export async function supportBundle(
  container: MedusaContainer,
  { accountId, reference }: { accountId: string; reference: string },
) {
  const account = await loadStoredAccount(container, accountId)
  const explanation = await explainReference(container, { accountId, reference, language: "en" })
  const id = explanation.marketplace_order_id
  return {
    made_at: new Date().toISOString(),
    versions: versions(),
    connector: connectorOf(account),
    account: await accountOf(account),
    reference: explanation.reference,
    explanation,
    ...(id ? await orderParts(account.marketplace, accountId, id) : null),
  }
}
