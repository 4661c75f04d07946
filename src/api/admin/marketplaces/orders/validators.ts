import { z } from "@medusajs/framework/zod"
import { problemCodes, type ProblemCode } from "../../../../connector"
import { orderActions } from "../../../../modules/marketplace/order-actions"
import { marketplaceOrderStates } from "../../../../modules/marketplace/states"
import { idSchema, instantSchema, languageFields, pageFields, severalOf } from "../validation/fields"

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]
/** Columns a list can be sorted by; a minus before turns it round. */
const sortable = ["placed_at", "ship_by", "updated_at"] as const
const orders = sortable.flatMap((column) => [column, `-${column}` as const])

export const listOrdersSchema = z.strictObject({
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
  /** Part of the order's number at the platform. */
  q: z.string().trim().min(1).max(100).optional(),
  order: z.enum(orders).default("-placed_at"),
})

const MOST_ORDERS = 100

export const batchOrdersSchema = z.strictObject({
  action: z.enum(orderActions),
  ids: z.array(idSchema).min(1).max(MOST_ORDERS),
})

export type ListOrdersQuery = z.infer<typeof listOrdersSchema>
export type BatchOrdersBody = z.infer<typeof batchOrdersSchema>
