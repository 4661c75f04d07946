import type { Order } from "../types"
import type { World } from "../world"
import { changesOf, orderChangeMessage, type OrderChange } from "./order-change"
import type { Subscription } from "./subscriptions"

/** Tells every subscribed application what happened to an order of a seller. */
export function notifyOrderChange(
  world: World,
  sellingPartnerId: string,
  before: Order | undefined,
  after: Order,
): void {
  const wishes = world.subscriptions.subscriptionsOf({ sellingPartnerId, notificationType: "ORDER_CHANGE" })
  if (wishes.length === 0) return
  for (const change of changesOf(before, after))
    for (const wish of wishes) if (wanted(wish, change, after)) publish(world, wish, change, after)
}

function wanted({ processingDirective }: Subscription, change: OrderChange, order: Order): boolean {
  const { marketplaceIds, orderChangeTypes } = processingDirective?.eventFilter ?? {}
  const { marketplaceId = "" } = order.salesChannel
  return (
    (!marketplaceIds || marketplaceIds.includes(marketplaceId)) &&
    (!orderChangeTypes || orderChangeTypes.includes(change.type))
  )
}

function publish(world: World, subscription: Subscription, change: OrderChange, order: Order): void {
  const { switches, subscriptions, notificationRandom: random } = world
  const { destinationId, clientId, subscriptionId, sellingPartnerId } = subscription
  const destination = subscriptions
    .destinationsOf(clientId)
    .find((one) => one.destinationId === destinationId)
  const arn = destination && "sqs" in destination.resource ? destination.resource.sqs.arn : undefined
  const queue = arn === undefined ? undefined : world.queues.byArn(arn)
  const lost = random.chance(switches.notificationLossShare)
  const copies = random.chance(switches.notificationDuplicateShare) ? 2 : 1
  if (!queue || lost) return
  const message = orderChangeMessage(order, change, {
    applicationId: world.accounts.application(clientId)?.applicationId ?? clientId,
    subscriptionId,
    notificationId: subscriptions.uuid(),
    sellingPartnerId,
    at: world.now(),
  })
  for (let copy = 0; copy < copies; copy += 1)
    queue.send(JSON.stringify(message), switches.notificationDelayMs)
}
