import { model } from "@medusajs/framework/utils"
import { runStates } from "../states"

/** One import: by schedule, for a period, or by references; with its progress and result. */
const MarketplaceRun = model
  .define("marketplace_run", {
    id: model.id({ prefix: "mprun" }).primaryKey(),
    account_id: model.text(),
    kind: model.enum(["schedule", "period", "references"]),
    state: model.enum(runStates).default("queued"),
    requested_by: model.text().nullable(),
    from: model.dateTime().nullable(),
    to: model.dateTime().nullable(),
    references: model.json().nullable(),
    /** How far a period has been read: start of the piece in hand and its next page. */
    window_from: model.dateTime().nullable(),
    page_token: model.text().nullable(),
    read_complete: model.boolean().default(false),
    counts: model.json().nullable(),
    /** Orders that came to need a person in this run; the bell tells them at its end. */
    newly_blocked: model.number().default(0),
    newly_in_review: model.number().default(0),
    /** References that could not be read, each with its problem. */
    unread: model.json().nullable(),
    problem: model.json().nullable(),
    resume_at: model.dateTime().nullable(),
    started_at: model.dateTime().nullable(),
    finished_at: model.dateTime().nullable(),
    lease_token: model.text().nullable(),
    lease_until: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["account_id", "created_at"], where: "deleted_at IS NULL" },
    { on: ["state"], where: "state IN ('queued', 'running') AND deleted_at IS NULL" },
  ])

export default MarketplaceRun
