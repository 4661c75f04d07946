import { createHash } from "node:crypto"
import type { Random } from "../random"
import type { QueueOptions, QueueSwitches } from "./switches"

interface Message {
  messageId: string
  body: string
  sentAt: number
  visibleAt: number
  received: number
  /** The newest receipt handle. */
  receipt: string | undefined
}

/** A message as it is received. */
export interface ReceivedMessage {
  messageId: string
  receiptHandle: string
  body: string
  md5OfBody: string
  sentAt: number
  receiveCount: number
}

export function md5(text: string): string {
  return createHash("md5").update(text).digest("hex")
}

/** A standard queue: at least once, in no order, hidden while somebody works on a message. */
export class Queue {
  readonly name: string
  readonly region: string
  readonly accountId: string
  readonly visibilityTimeout: number
  purgedAt: number | undefined
  private messages: Message[] = []
  /** Message of each receipt handle ever given out. */
  private readonly receipts = new Map<string, string>()

  constructor(
    options: QueueOptions,
    private readonly now: () => Date,
    private readonly random: Random,
    private readonly switches: QueueSwitches,
  ) {
    this.name = options.name
    this.region = options.region ?? "us-east-1"
    this.accountId = options.accountId ?? "123456789012"
    this.visibilityTimeout = options.visibilityTimeout ?? 30
  }

  get arn(): string {
    return `arn:aws:sqs:${this.region}:${this.accountId}:${this.name}`
  }

  send(body: string, delayMs = 0): { messageId: string; md5OfBody: string } {
    const hex = this.random.bytes(16).toString("hex")
    const messageId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
    const sentAt = this.now().getTime()
    this.messages.push({
      messageId,
      body,
      sentAt,
      visibleAt: sentAt + delayMs,
      received: 0,
      receipt: undefined,
    })
    return { messageId, md5OfBody: md5(body) }
  }

  receive(maximum: number, visibilityTimeout = this.visibilityTimeout): ReceivedMessage[] {
    const at = this.now().getTime()
    const visible = this.messages.filter((message) => message.visibleAt <= at)
    const ordered = this.switches.queueOrder === "shuffled" ? this.random.shuffle(visible) : visible
    return ordered.slice(0, maximum).map((message) => {
      const receiptHandle = this.random.bytes(48).toString("base64")
      this.receipts.set(receiptHandle, message.messageId)
      message.receipt = receiptHandle
      message.received += 1
      const stays = this.random.chance(this.switches.queueDuplicateShare)
      if (!stays) message.visibleAt = at + visibilityTimeout * 1000
      const { messageId, body, sentAt, received } = message
      return { messageId, receiptHandle, body, md5OfBody: md5(body), sentAt, receiveCount: received }
    })
  }

  /** Deletes a message; "unknown" is a handle that was never given out, "stale" one that does not count any more. */
  delete(receiptHandle: string): "deleted" | "ignored" | "stale" | "unknown" {
    const messageId = this.receipts.get(receiptHandle)
    if (messageId === undefined) return "unknown"
    const message = this.messages.find((known) => known.messageId === messageId)
    if (!message) return "deleted"
    const counts = message.receipt === receiptHandle && message.visibleAt > this.now().getTime()
    if (!counts && this.switches.staleReceipt === "refuse") return "stale"
    if (!counts && this.switches.staleReceipt === "ignore") return "ignored"
    this.messages = this.messages.filter((known) => known !== message)
    return "deleted"
  }

  /** Hides a received message for longer, or shows it again with 0. */
  hide(receiptHandle: string, seconds: number): "done" | "unknown" | "not in flight" {
    const messageId = this.receipts.get(receiptHandle)
    if (messageId === undefined) return "unknown"
    const at = this.now().getTime()
    const message = this.messages.find((known) => known.messageId === messageId)
    if (!message || message.receipt !== receiptHandle || message.visibleAt <= at) return "not in flight"
    message.visibleAt = at + seconds * 1000
    return "done"
  }

  purge(): void {
    this.messages = []
    this.purgedAt = this.now().getTime()
  }

  /** Bodies of the messages that are not deleted, oldest first. */
  bodies(): string[] {
    return this.messages.map(({ body }) => body)
  }

  counts(): { visible: number; inFlight: number; delayed: number } {
    const at = this.now().getTime()
    const hidden = this.messages.filter((message) => message.visibleAt > at)
    const delayed = hidden.filter((message) => message.received === 0).length
    return { visible: this.messages.length - hidden.length, inFlight: hidden.length - delayed, delayed }
  }
}
