import { model } from "@medusajs/framework/utils"
import { dispatchStates } from "../states"

/** What is written to a platform; each has a switch of the account of the same meaning (`writers.ts`). */
export const dispatchKinds = ["shipment", "stock"] as const
export type DispatchKind = (typeof dispatchKinds)[number]

/** The outbox row: one write owed to the platform. */
const MarketplaceDispatch = model
  .define("marketplace_dispatch", {
    id: model.id({ prefix: "mpdis" }).primaryKey(),
    account_id: model.text(),
    kind: model.enum([...dispatchKinds]),
    /** What it is about, once in an account: `<fulfillment id>/<package of it>` of a shipment, the listing key of a stock level. */
    subject: model.text(),
    /** Counts what was owed: 1 at first, one more whenever that changes. */
    revision: model.number().default(1),
    state: model.enum(dispatchStates).default("owed"),
    /** Of a shipment. */
    marketplace_order_id: model.text().nullable(),
    order_id: model.text().nullable(),
    fulfillment_id: model.text().nullable(),
    package_number: model.number().nullable(),
    /** What is sent, AES-256-GCM: lines, carrier, tracking. Null where it is computed when it is sent (stock). */
    sealed_body: model.text().nullable(),
    /** Digest of what `sealed_body` says: owing the same again changes nothing. */
    digest: model.text().nullable(),
    /** Of a stock level: what was sent last, and what the platform showed before. */
    quantity: model.number().nullable(),
    previous_quantity: model.number().nullable(),
    /** The same place by place, where the account tells stock by location: `[{ locationId, quantity, previous }]` as sent last. */
    levels: model.json().nullable(),
    problem_code: model.text().nullable(),
    problem: model.json().nullable(),
    /** Why it was withdrawn: `person`, or the reason of its history (`store/dispatches/withdrawn.ts`); null = by itself. */
    withdrawn_because: model.text().nullable(),
    attempts: model.number().default(0),
    /** Due when in the past; null = nothing to do by itself. */
    next_attempt_at: model.dateTime().nullable(),
    /** When it was last handed to the platform, and in which revision. */
    attempted_at: model.dateTime().nullable(),
    attempted_revision: model.number().nullable(),
    confirmed_at: model.dateTime().nullable(),
    /** When its rejection was told by e-mail; null again when it is tried anew. */
    told_at: model.dateTime().nullable(),
    lease_token: model.text().nullable(),
    lease_until: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["account_id", "kind", "subject"], unique: true, where: "deleted_at IS NULL" },
    {
      name: "IDX_marketplace_dispatch_package",
      on: ["marketplace_order_id", "package_number"],
      unique: true,
      where: "marketplace_order_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_dispatch_due",
      on: ["account_id", "kind", "next_attempt_at"],
      where: "next_attempt_at IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["account_id", "state", "updated_at"], where: "deleted_at IS NULL" },
    { on: ["order_id"], where: "order_id IS NOT NULL AND deleted_at IS NULL" },
    { on: ["fulfillment_id"], where: "fulfillment_id IS NOT NULL AND deleted_at IS NULL" },
  ])
  // One check: two unnamed ones would get the same name.
  .checks([
    (columns) =>
      `(${columns.state} <> 'rejected' OR ${columns.problem_code} IS NOT NULL) AND (${columns.kind} <> 'shipment' OR (${columns.marketplace_order_id} IS NOT NULL AND ${columns.package_number} > 0))`,
  ])

export default MarketplaceDispatch
