import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { emailShipmentProblems } from "../workflows/dispatch/shipment/email-problems"
import { reasonOf } from "../workflows/import/batch"

/** Every quarter of an hour; which process tells an account is settled by the database. Tests call the function themselves. */
export default async function emailProblems(container: MedusaContainer): Promise<void> {
  if (process.env.NODE_ENV === "test") return
  try {
    await emailShipmentProblems(container)
  } catch (thrown) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`[marketplaces] E-mails on shipments could not be sent: ${reasonOf(thrown)}`)
  }
}

export const config = { name: "marketplaces-email-shipment-problems", schedule: "*/15 * * * *" }
