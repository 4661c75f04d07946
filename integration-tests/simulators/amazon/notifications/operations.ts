import { createDestination, deleteDestination, getDestination, getDestinations } from "./destinations-api"
import {
  createSubscription,
  deleteSubscriptionById,
  getSubscription,
  getSubscriptionById,
  getSubscriptions,
} from "./subscriptions-api"

const DESTINATIONS = "/notifications/v1/destinations"
const SUBSCRIPTIONS = "/notifications/v1/subscriptions"
const scope = "sellingpartnerapi::notifications"
const limit = { rate: 1, burst: 5 }

/** Notifications API v1: destinations belong to the application, subscriptions are made for a seller. */
export const NOTIFICATION_OPERATIONS = {
  createDestination: {
    method: "POST",
    path: DESTINATIONS,
    scope,
    limit,
    takesBody: true,
    handle: createDestination,
  },
  getDestinations: { method: "GET", path: DESTINATIONS, scope, limit, handle: getDestinations },
  getDestination: {
    method: "GET",
    path: `${DESTINATIONS}/{destinationId}`,
    scope,
    limit,
    handle: getDestination,
  },
  deleteDestination: {
    method: "DELETE",
    path: `${DESTINATIONS}/{destinationId}`,
    scope,
    limit,
    handle: deleteDestination,
  },
  createSubscription: {
    method: "POST",
    path: `${SUBSCRIPTIONS}/{notificationType}`,
    role: "any",
    limit,
    takesBody: true,
    handle: createSubscription,
  },
  getSubscription: {
    method: "GET",
    path: `${SUBSCRIPTIONS}/{notificationType}`,
    role: "any",
    limit,
    handle: getSubscription,
  },
  getSubscriptions: { method: "GET", path: SUBSCRIPTIONS, role: "any", limit, handle: getSubscriptions },
  getSubscriptionById: {
    method: "GET",
    path: `${SUBSCRIPTIONS}/{notificationType}/{subscriptionId}`,
    scope,
    limit,
    handle: getSubscriptionById,
  },
  deleteSubscriptionById: {
    method: "DELETE",
    path: `${SUBSCRIPTIONS}/{notificationType}/{subscriptionId}`,
    scope,
    limit,
    handle: deleteSubscriptionById,
  },
} as const
