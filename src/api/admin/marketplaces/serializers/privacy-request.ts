import type { InferTypeOf } from "@medusajs/framework/types"
import type PrivacyRequest from "../../../../modules/marketplace/models/privacy-request"
import type { PrivacyReport } from "../../../../modules/marketplace/store/privacy-requests"

export type PrivacyRequestRow = InferTypeOf<typeof PrivacyRequest>

/** The record of a removal, or of a question what is held. Whom it is about is in none of it. */
export function serializePrivacyRequest(row: PrivacyRequestRow) {
  return {
    id: row.id,
    provider_id: row.provider_id,
    external_id: row.external_id,
    account_id: row.account_id,
    kind: row.kind,
    state: row.state,
    report: row.report as PrivacyReport | null,
    /** The answer to a question can be downloaded until it is marked as answered. */
    exportable: row.kind === "customer_data" && row.state === "open" && row.sealed_body !== null,
    requested_at: row.requested_at,
    done_at: row.done_at,
  }
}
