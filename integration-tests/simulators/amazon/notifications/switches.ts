/** Behaviour of Notifications v1 that differs between accounts or is not documented. */
export interface NotificationSwitches {
  /** Whether ORDER_CHANGE needs the role "Inventory and Order Tracking". @default true */
  orderChangeNeedsRole: boolean
  /** Whether a destination's queue must exist. @default true */
  destinationNeedsQueue: boolean
  /** Deleting a destination that subscriptions use: 409, or its subscriptions end as well. @default "conflict" */
  destinationInUse: "conflict" | "delete"
  /** Share of the notifications that are never sent. @default 0 */
  notificationLossShare: number
  /** Share of the notifications that are sent twice, with one NotificationId. @default 0 */
  notificationDuplicateShare: number
  /** Milliseconds between a change and its notification. @default 0 */
  notificationDelayMs: number
}

export const DEFAULT_NOTIFICATION_SWITCHES: Readonly<NotificationSwitches> = {
  orderChangeNeedsRole: true,
  destinationNeedsQueue: true,
  destinationInUse: "conflict",
  notificationLossShare: 0,
  notificationDuplicateShare: 0,
  notificationDelayMs: 0,
}
