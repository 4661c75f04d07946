import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { MarketplaceModuleService } from "../../../modules/marketplace"
import { dispatchPurpose } from "../../../modules/marketplace/sealer"

/** What the sealed body of a shipment says: one package as it is told to the platform. Tracking numbers lead to an address. */
const shipmentBodySchema = z.object({
  /** The platform's number of the order. */
  reference: z.string(),
  marketplace: z.string(),
  /** As it was decided when the package came to be owed; null = nobody has chosen one. */
  carrier: z.object({ code: z.string(), name: z.string().nullable() }).nullable(),
  /** What the carrier is chosen by. */
  source: z.object({
    named: z.string().nullable(),
    carrierName: z.string().nullable(),
    shippingOptionId: z.string().nullable(),
    providerId: z.string().nullable(),
  }),
  trackingNumber: z.string().nullable(),
  /** Only where the platform shows it to the buyer. */
  trackingUrl: z.string().nullable().default(null),
  /** ISO 8601. */
  shippedAt: z.string(),
  /** In listings. */
  lines: z.array(
    z.object({
      reference: z.string(),
      title: z.string(),
      sku: z.string().nullable(),
      quantity: z.number().int().positive(),
    }),
  ),
})
export type ShipmentBody = z.infer<typeof shipmentBodySchema>

type Sealing = Pick<MarketplaceModuleService, "sealer">

export const sealShipment = (
  { sealer }: Sealing,
  accountId: string,
  subject: string,
  body: ShipmentBody,
): string => sealer.seal(body, dispatchPurpose(accountId, subject))

/**
 * Opens the body of a dispatch; null when it has gone with the buyer's personal data.
 * @throws Error when it cannot be opened or is no shipment.
 */
export function openShipment(
  { sealer }: Sealing,
  accountId: string,
  row: { subject: string; sealed_body: string | null },
): ShipmentBody | null {
  if (row.sealed_body === null) return null
  return shipmentBodySchema.parse(sealer.open(row.sealed_body, dispatchPurpose(accountId, row.subject)))
}

/** The same for whoever goes on without it: null also when it cannot be opened. */
export function openedShipment(
  sealing: Sealing,
  accountId: string,
  row: { subject: string; sealed_body: string | null },
): ShipmentBody | null {
  try {
    return openShipment(sealing, accountId, row)
  } catch {
    return null
  }
}

/** Changes when anything changes that is told to the platform. */
export const shipmentDigest = (body: ShipmentBody): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        body.carrier,
        body.source,
        body.trackingNumber,
        body.shippedAt,
        body.lines,
        // At the end and only where there is one, so that what was told before addresses were is still the same.
        ...(body.trackingUrl === null ? [] : [body.trackingUrl]),
      ]),
    )
    .digest("hex")

const SEPARATOR = "/"

/** What the row of a package is about. */
export const shipmentSubject = (fulfillmentId: string, index: number): string =>
  `${fulfillmentId}${SEPARATOR}${index}`

/** Which package of its fulfilment a row is about. */
export const packageIndexOf = (subject: string): number => Number(subject.split(SEPARATOR).at(-1))
