/** Behaviour of the queue that a standard queue may have at any time. */
export interface QueueSwitches {
  /** Share of received messages that stay visible, so that they are received once more. @default 0 */
  queueDuplicateShare: number
  /** Order in which messages are received. @default "sent" */
  queueOrder: "sent" | "shuffled"
  /**
   * Deleting by a receipt handle that is not the newest one, or whose visibility timeout is over: answered well
   * though the message stays, refused, or done. @default "ignore"
   */
  staleReceipt: "ignore" | "refuse" | "delete"
}

export const DEFAULT_QUEUE_SWITCHES: Readonly<QueueSwitches> = {
  queueDuplicateShare: 0,
  queueOrder: "sent",
  staleReceipt: "ignore",
}

export interface QueueOptions {
  name: string
  /** @default "us-east-1" */
  region?: string
  /** Twelve digits of the AWS account. @default "123456789012" */
  accountId?: string
  /** Seconds a received message is hidden. @default 30 */
  visibilityTimeout?: number
}

export const DEMO_QUEUE: Readonly<QueueOptions> = { name: "order-changes" }

/** Key id that the queues of the simulator are opened with. The secret is not checked. */
export const DEMO_ACCESS_KEY_ID = "AKIASIMULATOR0000000"
