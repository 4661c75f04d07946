import type { MedusaContainer } from "@medusajs/framework/types"
import { carryOutPrivacyRequests } from "../workflows/privacy/carry-out-requests"

/** Every five minutes. Tests call {@link carryOutPrivacyRequests} themselves. */
export default async function privacyRequestsJob(container: MedusaContainer): Promise<void> {
  if (process.env.NODE_ENV === "test") return
  await carryOutPrivacyRequests(container)
}

export const config = { name: "marketplaces-privacy-requests", schedule: "*/5 * * * *" }
