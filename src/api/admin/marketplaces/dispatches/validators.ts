import { z } from "@medusajs/framework/zod"
import { problemCodes, type ProblemCode } from "../../../../connector"
import { dispatchActions } from "../../../../modules/marketplace/dispatch-actions"
import { dispatchKinds } from "../../../../modules/marketplace/models/marketplace-dispatch"
import { dispatchStates } from "../../../../modules/marketplace/states"
import { saying } from "../../../../workflows/refusals/check-fields"
import { idSchema, languageFields, pageFields, severalOf } from "../validation/fields"

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]
/** Columns a list can be sorted by; a minus before turns it round. */
const sortable = ["updated_at", "created_at"] as const
const orders = sortable.flatMap((column) => [column, `-${column}` as const])

export const listDispatchesSchema = z.strictObject({
  ...languageFields,
  ...pageFields,
  account_id: severalOf(idSchema).optional(),
  kind: severalOf(z.enum(dispatchKinds)).optional(),
  state: severalOf(z.enum(dispatchStates)).optional(),
  problem_code: severalOf(z.enum(codes)).optional(),
  /** Ids of Medusa orders. */
  order_id: severalOf(idSchema).optional(),
  /** Ids of the inbox. */
  marketplace_order_id: severalOf(idSchema).optional(),
  fulfillment_id: severalOf(idSchema).optional(),
  /** Rejected by the platform, or hindered by something that a person has to settle. */
  needs_person: z.literal("true").optional(),
  /** Part of the order's number at the platform, or of the listing's key. */
  q: z.string().trim().min(1).max(100).optional(),
  order: z.enum(orders).default("-updated_at"),
})

const MOST_DISPATCHES = 100

export const batchDispatchesSchema = z.strictObject({
  action: z.enum(dispatchActions),
  ids: z.array(idSchema).min(1).max(MOST_DISPATCHES),
})

/** A shipment's tracking number and carrier, as a person types them. */
export const trackingSchema = z
  .strictObject({
    tracking_number: z.string().trim().min(1).max(100),
    /** For this shipment only; null = what the account has chosen. */
    carrier: z.string().trim().min(1).max(100).nullable().optional(),
    /** Of a carrier that the platform does not list. */
    carrier_name: z.string().trim().min(1).max(100).nullable().optional(),
  })
  .refine(({ carrier, carrier_name }) => carrier || !carrier_name, {
    path: ["carrier_name"],
    error: saying("carrier_name_alone"),
  })

export type TrackingBody = z.infer<typeof trackingSchema>
export type ListDispatchesQuery = z.infer<typeof listDispatchesSchema>
export type BatchDispatchesBody = z.infer<typeof batchDispatchesSchema>
