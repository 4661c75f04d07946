import { model } from "@medusajs/framework/utils"
import { accountStates } from "../states"

/** One connection of the store to one seller, store or company on a platform. */
const MarketplaceAccount = model
  .define("marketplace_account", {
    id: model.id({ prefix: "mpacc" }).primaryKey(),
    provider_id: model.text(),
    name: model.text().searchable(),
    state: model.enum(accountStates).default("connected"),
    /** Who we are at the platform: seller id, store id. */
    external_id: model.text(),
    /** Tells apart two accounts of one seller that serve different sets of marketplaces; usually empty. */
    marketplace_set: model.text().default(""),
    /** Begins the `custom_display_id` of every order imported from here; kept when the account is connected again. */
    order_prefix: model.text(),
    /** Orders placed before are ignored unless a person asks for them. */
    activated_at: model.dateTime(),
    /** AES-256-GCM; never returned by a route. */
    sealed_credentials: model.text(),
    settings: model.json(),
    /** `{ shipments?, stock? }`: who switched writing on, when, and in which installation (see `writers.ts`). */
    writers: model.json().default({}),
    /** Set while the stock brake holds: `{ zeroed, raised, listings, at }`. */
    stock_brake: model.json().nullable(),
    /** Until when the last release of the brake lets everything through. */
    stock_released_until: model.dateTime().nullable(),
    /** The connector sends notices of changed orders for this account since then. */
    notices_since: model.dateTime().nullable(),
    /** The installation in which a person switched that on; null in rows from before it was kept. */
    notices_in: model.text().nullable(),
    /** `{ store_name, language, company_document }`: what the platform tells of the store, as it was verified last. */
    profile: model.json().nullable(),
    /** `{ url, at, problem }`: where the platform calls us about this account, since when, and why it does not. */
    webhooks: model.json().nullable(),
    /** The platform's location where goods are counted when none is named, as it was last told. */
    default_location: model.text().nullable(),
    /** When the platform is asked by itself whether the account still works: a webhook says it may not, or it is suspended. */
    check_due_at: model.dateTime().nullable(),
    /** Why the account as a whole does not work, if so. */
    problem: model.json().nullable(),
    next_sync_at: model.dateTime().nullable(),
    last_sync_at: model.dateTime().nullable(),
    lease_token: model.text().nullable(),
    lease_until: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["provider_id", "external_id", "marketplace_set"], unique: true, where: "deleted_at IS NULL" },
    { on: ["order_prefix"], unique: true, where: "deleted_at IS NULL" },
    { on: ["next_sync_at"], where: "deleted_at IS NULL AND next_sync_at IS NOT NULL" },
    { on: ["check_due_at"], where: "deleted_at IS NULL AND check_due_at IS NOT NULL" },
  ])

export default MarketplaceAccount
