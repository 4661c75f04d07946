import { announceTo } from "../webhooks/announce"
import type { DeliveryQueue } from "../webhooks/delivery-queue"
import {
  askCustomersDataRequest,
  askCustomersRedact,
  askStoreRedact,
  type PrivacyOptions,
} from "../webhooks/privacy"
import type { World } from "../world"

/** The part of a simulator that is about webhooks and time. */
export function webhookMethods(world: World) {
  const { deliveries } = world
  return {
    webhooks: (storeId?: number) => world.webhooks.list(storeId),
    sendWebhook: (event: string, payload: Record<string, unknown> = {}, storeId?: number) =>
      announceTo(world, world.store(storeId), world.app().appId, event, payload),
    holdWebhooks: () => {
      world.switches.holdWebhooks = true
    },
    releaseWebhooks: async (options?: Parameters<DeliveryQueue["release"]>[0]) => {
      deliveries.release(options)
      await deliveries.settle()
    },
    settle: () => deliveries.settle(),
    deliveries: (event?: string) =>
      deliveries.attempts.filter((attempt) => event === undefined || attempt.event === event),
    pendingWebhooks: () => deliveries.pending(),
    storeRedact: (options?: PrivacyOptions) => askStoreRedact(world, options),
    customersRedact: (options?: PrivacyOptions) => askCustomersRedact(world, options),
    dataRequest: (options?: PrivacyOptions) => askCustomersDataRequest(world, options),
    now: () => new Date(world.clock.now()),
    advance: async (ms: number) => {
      world.clock.advance(ms)
      await deliveries.settle()
    },
  }
}
