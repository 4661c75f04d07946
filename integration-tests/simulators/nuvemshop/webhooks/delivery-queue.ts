import { createHmac } from "node:crypto"
import type { Random } from "../../amazon/random"
import type { Clock } from "../clock"
import type { Switches } from "../switches"
import { retryGaps } from "./retry-gaps"

/** What is to be sent. */
export interface Notice {
  storeId: number
  event: string
  url: string
  /** The raw body, which the signature is over. */
  body: string
  secret: string
}

export interface Attempt {
  /** Id of the notice; its attempts share it. */
  noticeId: number
  at: string
  storeId: number
  event: string
  url: string
  body: string
  /** From 1. */
  attempt: number
  /** The receiver's status, or why there is none. */
  answer: number | "timeout" | "unreachable"
  outcome: "delivered" | "will-retry" | "lost"
  ms: number
}

interface Waiting {
  id: number
  notice: Notice
  attempt: number
  dueAt: number
}

/** Sends webhooks in the background; what fails is tried again on the simulator's clock. */
export class DeliveryQueue {
  private waiting: Waiting[] = []
  private running = new Set<Promise<void>>()
  private lastId = 0
  private timer: NodeJS.Timeout | undefined
  private readonly closing = new AbortController()
  readonly attempts: Attempt[] = []

  constructor(
    private readonly clock: Clock,
    private readonly switches: Switches,
    private readonly random: Random,
  ) {}

  add(notice: Notice, delayMs = 0): void {
    this.lastId += 1
    this.waiting.push({ id: this.lastId, notice, attempt: 1, dueAt: this.clock.now() + delayMs })
    // After the answer to the call that caused it.
    setImmediate(() => this.pump())
  }

  /** What waits for its time, or to be released. */
  pending(): {
    noticeId: number
    event: string
    url: string
    body: string
    attempt: number
    dueAt: string
  }[] {
    return this.waiting.map(({ id, notice, attempt, dueAt }) => ({
      noticeId: id,
      event: notice.event,
      url: notice.url,
      body: notice.body,
      attempt,
      dueAt: new Date(dueAt).toISOString(),
    }))
  }

  /** Lets held webhooks go: in another order, several times each, and without the share that gets lost. */
  release(options: { shuffle?: boolean; copies?: number; loseShare?: number } = {}): void {
    const kept = this.waiting.filter(() => !this.random.chance(options.loseShare ?? 0))
    const copies = Math.max(1, options.copies ?? 1)
    const all = Array.from({ length: copies }, () => kept).flat()
    this.waiting = options.shuffle ? this.random.shuffle(all) : all
    this.switches.holdWebhooks = false
    this.pump()
  }

  /** Forgets what waits. */
  drop(): void {
    this.waiting = []
  }

  /** Starts what is due. */
  pump(): void {
    if (this.closing.signal.aborted || this.switches.holdWebhooks) return
    const now = this.clock.now()
    while (this.running.size < this.switches.webhookConcurrency) {
      const at = this.waiting.findIndex(({ dueAt }) => dueAt <= now)
      const [next] = at < 0 ? [] : this.waiting.splice(at, 1)
      if (!next) break
      const run: Promise<void> = this.send(next).finally(() => {
        this.running.delete(run)
        this.pump()
      })
      this.running.add(run)
    }
    this.wakeLater(now)
  }

  /** Resolves when nothing is being sent and nothing is due. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    this.pump()
    while (this.running.size > 0) {
      await Promise.race(this.running)
      this.pump()
    }
  }

  close(): void {
    this.closing.abort()
    clearTimeout(this.timer)
  }

  /** Only a clock that runs by itself wakes the queue. */
  private wakeLater(now: number): void {
    clearTimeout(this.timer)
    const next = this.waiting.reduce((first, { dueAt }) => Math.min(first, dueAt), Infinity)
    if (!this.clock.runs || this.closing.signal.aborted || !Number.isFinite(next)) return
    const wait = Math.min(Math.max(next - now, 1), 60 * 60_000)
    if (this.running.size < this.switches.webhookConcurrency)
      this.timer = setTimeout(() => this.pump(), wait).unref()
  }

  private async send(waiting: Waiting): Promise<void> {
    const { notice, attempt } = waiting
    const startedAt = Date.now()
    const at = new Date(this.clock.now()).toISOString()
    const answer = await post(notice, this.switches.webhookTimeoutMs, this.closing.signal)
    const delivered = typeof answer === "number" && answer >= 200 && answer < 300
    const gap = delivered ? undefined : retryGaps(this.switches.webhookAttempts)[attempt - 1]
    this.attempts.push({
      noticeId: waiting.id,
      at,
      storeId: notice.storeId,
      event: notice.event,
      url: notice.url,
      body: notice.body,
      attempt,
      answer,
      outcome: delivered ? "delivered" : gap === undefined ? "lost" : "will-retry",
      ms: Date.now() - startedAt,
    })
    if (gap === undefined) return
    this.waiting.push({ ...waiting, attempt: attempt + 1, dueAt: this.clock.now() + gap })
  }
}

/** Lower-case hexadecimal HMAC-SHA256 of the raw body with the client secret. */
export function signatureOf(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("hex")
}

async function post(
  { url, body, secret }: Notice,
  timeoutMs: number,
  closing: AbortSignal,
): Promise<Attempt["answer"]> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([timeout, closing])
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal,
      headers: {
        "content-type": "application/json",
        "user-agent": "LinkedStore Webhook",
        "x-linkedstore-hmac-sha256": signatureOf(body, secret),
      },
      body,
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return timeout.aborted ? "timeout" : "unreachable"
  }
}
