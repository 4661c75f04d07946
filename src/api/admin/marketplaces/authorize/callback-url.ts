import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CallbackFailure } from "./callback-failures"

/** Address of this server as the admin's browser reaches it. */
export function originOf(req: MedusaRequest): string {
  const { admin } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const configured = admin?.backendUrl && URL.canParse(admin.backendUrl) ? admin.backendUrl : undefined
  return (configured ?? `${req.protocol}://${req.get("host") ?? "localhost"}`).replace(/\/$/, "")
}

/**
 * Where a consent page sends the browser back to. The same when a consent is begun and when it is completed, since the
 * browser comes back to this very address; platforms compare the two.
 */
export const callbackUrl = (req: MedusaRequest, providerId: string): string =>
  `${originOf(req)}/admin/marketplaces/authorize/${encodeURIComponent(providerId)}/callback`

/** How a consent went: connected, to be confirmed, or why it failed at which platform. */
type ConsentTold = { connected: string } | { confirm: string } | { failed: CallbackFailure; provider: string }

/** The admin's page of marketplaces, told how a consent went. */
export function marketplacesPage(req: MedusaRequest, told: ConsentTold): string {
  const { admin } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return `${(admin?.path ?? "/app").replace(/\/$/, "")}/marketplaces?${new URLSearchParams(told).toString()}`
}
