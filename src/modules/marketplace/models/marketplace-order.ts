import { model } from "@medusajs/framework/utils"
import { marketplaceOrderStates } from "../states"

/** The inbox row: what the platform said, what we decided, the Medusa order it became. */
const MarketplaceOrder = model
  .define("marketplace_order", {
    id: model.id({ prefix: "mpord" }).primaryKey(),
    account_id: model.text(),
    reference: model.text().searchable(),
    /** The number by which people know the order, where that is not its reference. */
    number: model.text().nullable(),
    /** The platform's id of the marketplace. */
    marketplace: model.text().nullable(),
    platform_status: model.text().nullable(),
    platform_updated_at: model.dateTime(),
    placed_at: model.dateTime().nullable(),
    fulfilled_by: model.enum(["merchant", "platform"]).nullable(),
    currency: model.text().nullable(),
    /** Decimal string in `currency`; null while the platform has not told it. */
    total: model.text().nullable(),
    line_count: model.number().default(0),
    ship_by: model.dateTime().nullable(),
    deliver_by: model.dateTime().nullable(),
    state: model.enum(marketplaceOrderStates).default("waiting"),
    /** The rule by which the order waits or is ignored. */
    rule: model.text().nullable(),
    /** Code of the first problem that stops the order, for filters; all of them and the remarks are in `problems`. */
    problem_code: model.text().nullable(),
    problems: model.json().nullable(),
    order_id: model.text().nullable(),
    imported_at: model.dateTime().nullable(),
    /** The translated order with the platform's answer, AES-256-GCM; emptied when personal data expires. */
    sealed_payload: model.text().nullable(),
    /**
     * Until when the platform lets us hold the buyer's personal data, here and in Medusa; null = it sets no limit. Its index
     * stands in the migration: it holds orders of removed accounts too, which an index declared here would leave out.
     */
    personal_data_until: model.dateTime().nullable(),
    /** When that data was removed; null again when the platform delivers the order once more. */
    personal_data_purged_at: model.dateTime().nullable(),
    /**
     * Whose wish it was that this data is removed: the time above is never made longer again, for a buyer for good, for a store that
     * left until it is read again.
     */
    redacted_for: model.enum(["buyer", "store"]).nullable(),
    /** Changes when the order changes in anything but its update time. */
    digest: model.text(),
    /** Digest of the version the current state was decided on. */
    decided_digest: model.text().nullable(),
    /** A person asked for this order: account rules such as the activation date do not apply. */
    requested_by: model.text().nullable(),
    approved_by: model.text().nullable(),
    /** Why a person left the order out: a code of `leaveOutReasons`, and words of their own. */
    left_out_because: model.text().nullable(),
    left_out_note: model.text().nullable(),
    /** What a person changed about the order: `{ salesperson_id?, payment_method?, installments?, customer_id? }`. */
    changes_by_person: model.json().nullable(),
    /** Ids of the customers that its removed drafts had: nothing else leads to them once the platform corrects the buyer. */
    former_customers: model.json().nullable(),
    /** When its draft was edited in Medusa; such a draft is not made anew when the order changes at the platform. */
    draft_edited_at: model.dateTime().nullable(),
    /** When its Medusa order was canceled here, without the platform having canceled it. */
    canceled_here_at: model.dateTime().nullable(),
    run_id: model.text().nullable(),
    attempts: model.number().default(0),
    /** Due when in the past; null when there is nothing to do. */
    next_attempt_at: model.dateTime().nullable(),
    lease_token: model.text().nullable(),
    lease_until: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["account_id", "reference"], unique: true, where: "deleted_at IS NULL" },
    { on: ["account_id", "next_attempt_at"], where: "next_attempt_at IS NOT NULL AND deleted_at IS NULL" },
    { on: ["account_id", "state", "placed_at"], where: "deleted_at IS NULL" },
    // The list of all accounts: its filters, and the columns it is sorted by.
    { on: ["placed_at"], where: "deleted_at IS NULL" },
    { on: ["ship_by"], where: "deleted_at IS NULL" },
    { on: ["updated_at"], where: "deleted_at IS NULL" },
    { on: ["state", "placed_at"], where: "deleted_at IS NULL" },
    { on: ["marketplace", "placed_at"], where: "deleted_at IS NULL" },
    { on: ["problem_code"], where: "problem_code IS NOT NULL AND deleted_at IS NULL" },
    { on: ["account_id", "number"], where: "number IS NOT NULL AND deleted_at IS NULL" },
    { on: ["order_id"], where: "order_id IS NOT NULL AND deleted_at IS NULL" },
    {
      name: "IDX_marketplace_order_to_ship",
      on: ["account_id", "platform_status", "ship_by"],
      where:
        "fulfilled_by = 'merchant' AND ship_by IS NOT NULL AND state NOT IN ('canceled', 'ignored') AND deleted_at IS NULL",
    },
    { on: ["run_id"], where: "run_id IS NOT NULL AND deleted_at IS NULL" },
  ])
  .checks([(columns) => `(${columns.state} <> 'imported') OR (${columns.order_id} IS NOT NULL)`])

export default MarketplaceOrder
