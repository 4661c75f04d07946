import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Where a consent page sends the browser back to. The same when a consent is begun and when it is completed, since the
 * browser comes back to this very address; platforms compare the two.
 */
export function callbackUrl(req: MedusaRequest, providerId: string): string {
  const { admin } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const configured = admin?.backendUrl && URL.canParse(admin.backendUrl) ? admin.backendUrl : undefined
  const base = configured ?? `${req.protocol}://${req.get("host") ?? "localhost"}`
  return `${base.replace(/\/$/, "")}/admin/marketplaces/authorize/${encodeURIComponent(providerId)}/callback`
}

/** The admin's page of marketplaces. */
export function marketplacesPage(req: MedusaRequest): string {
  const { admin } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return `${(admin?.path ?? "/app").replace(/\/$/, "")}/marketplaces`
}
