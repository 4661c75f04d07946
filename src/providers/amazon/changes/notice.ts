import { z } from "@medusajs/framework/zod"
import type { ChangeNotice, UnreadableNotice } from "../../../connector"
import { jsonOf } from "../http"
import { isOrderReference } from "../orders"

/** The type of notice that tells changes of orders. */
export const ORDER_CHANGE = "ORDER_CHANGE"

/** A message as the queue gave it. */
export type QueueMessage = { id: string; receipt: string; body: string }

const typeSchema = z.looseObject({ NotificationType: z.string() })
const key = z.string().trim().min(1).max(128)

/**
 * What is needed of `ORDER_CHANGE`, payload version 1.0 (`OrderChangeNotification.json`). Everything else, the status in it as
 * well, may be late or out of order: the order is read again.
 */
const orderChangeSchema = z.looseObject({
  Payload: z.looseObject({
    OrderChangeNotification: z.looseObject({
      SellerId: key,
      AmazonOrderId: key.refine(isOrderReference, "must be an order number"),
    }),
  }),
  NotificationMetadata: z.looseObject({ NotificationId: key }),
})

/**
 * One message of the queue as a notice. The reason of one that cannot be read names a type or a path and repeats nothing of
 * the message, which holds a postal code.
 */
export function noticeOf(message: QueueMessage): ChangeNotice | UnreadableNotice {
  const unreadable = (reason: string): UnreadableNotice => ({
    id: message.id,
    receipt: message.receipt,
    reason,
  })
  const json = jsonOf(message.body)
  if (json === undefined) return unreadable("it is not JSON")
  const typed = typeSchema.safeParse(json)
  if (!typed.success) return unreadable("it is no notice of Amazon: NotificationType is missing")
  const type = typed.data.NotificationType
  if (type !== ORDER_CHANGE) return unreadable(`it is not of the type ${ORDER_CHANGE}${shownType(type)}`)
  const parsed = orderChangeSchema.safeParse(json)
  if (!parsed.success) {
    return unreadable(`${parsed.error.issues[0].path.join(".")} is missing or not as documented`)
  }
  const { OrderChangeNotification: change } = parsed.data.Payload
  return {
    id: parsed.data.NotificationMetadata.NotificationId,
    externalId: change.SellerId,
    reference: change.AmazonOrderId,
    receipt: message.receipt,
  }
}

/** A type is shown when it looks like one of Amazon's. */
function shownType(type: string): string {
  return /^[A-Z_]{1,80}$/.test(type) ? `: ${type}` : ""
}
