import { z } from "@medusajs/framework/zod"
import { problemCodes, type ProblemCode } from "../../../../connector"
import {
  leaveOutReasons,
  LONGEST_NOTE,
  orderActions,
  type LeftOut,
} from "../../../../modules/marketplace/order-actions"
import { orderChangesSchema } from "../../../../modules/marketplace/order-changes"
import { marketplaceOrderStates } from "../../../../modules/marketplace/states"
import { saying } from "../../../../workflows/refusals/check-fields"
import { forward, idSchema, instantSchema, languageFields, pageFields, severalOf } from "../validation/fields"

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]
/** Columns a list can be sorted by; a minus before turns it round. */
const sortable = ["placed_at", "ship_by", "updated_at"] as const
const orders = sortable.flatMap((column) => [column, `-${column}` as const])

export const listOrdersSchema = z
  .strictObject({
    ...languageFields,
    ...pageFields,
    account_id: severalOf(idSchema).optional(),
    /** Ids of Medusa orders. */
    order_id: severalOf(idSchema).optional(),
    run_id: idSchema.optional(),
    state: severalOf(z.enum(marketplaceOrderStates)).optional(),
    problem_code: severalOf(z.enum(codes)).optional(),
    marketplace: severalOf(idSchema).optional(),
    /** Inclusive. */
    placed_from: instantSchema.optional(),
    /** Exclusive. */
    placed_to: instantSchema.optional(),
    /** Open at the platform, yours to send, and past its ship-by date. */
    late_to_ship: z.literal("true").optional(),
    /** Part of the order's reference at the platform, or of the number that people know it by. */
    q: z.string().trim().min(1).max(100).optional(),
    order: z.enum(orders).default("-placed_at"),
  })
  .refine(...forward("placed_from", "placed_to"))

const MOST_ORDERS = 100

/** Why an order is left out; orders in review are not without a reason. */
const reasonFields = {
  reason: z.enum(leaveOutReasons).optional(),
  note: z.string().trim().max(LONGEST_NOTE).optional(),
}

const saysWhatOtherIs = ({ reason, note }: { reason?: string; note?: string }): boolean =>
  reason !== "other" || Boolean(note)
const noteWanted = { path: ["note"], error: saying("note_wanted") }

export const ignoreOrderSchema = z.strictObject(reasonFields).refine(saysWhatOtherIs, noteWanted)

export const batchOrdersSchema = z
  .strictObject({
    action: z.enum(orderActions),
    ids: z.array(idSchema).min(1).max(MOST_ORDERS),
    /** With `ignore` only. */
    ...reasonFields,
  })
  .refine(saysWhatOtherIs, noteWanted)

export const reviewOrderSchema = orderChangesSchema

/** The reason of a request, as it is kept. */
export const leftOutOf = ({ reason, note }: z.infer<typeof ignoreOrderSchema>): LeftOut | undefined =>
  reason && { reason, note: note || null }

export type ListOrdersQuery = z.infer<typeof listOrdersSchema>
export type IgnoreOrderBody = z.infer<typeof ignoreOrderSchema>
export type ReviewOrderBody = z.infer<typeof reviewOrderSchema>
export type BatchOrdersBody = z.infer<typeof batchOrdersSchema>
