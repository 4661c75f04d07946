import type * as Sdk from "@aws-sdk/client-sqs"
import { problem, rejected, unavailable, type ConnectorError } from "../../../connector"
import { presentable } from "../http"
import type { NotificationSettings } from "./options"
import type { QueueMessage } from "./notice"

/** The most that the queue service takes and gives at once. */
const MOST_AT_ONCE = 10
const LONGEST_WAIT_SECONDS = 20

/** Errors of the AWS SDK that pass although they come with a 4xx. */
const passing = new Set([
  "RequestThrottled",
  "ThrottlingException",
  "Throttling",
  "TooManyRequestsException",
  "OverLimit",
  "KmsThrottled",
])
/** Errors of the SDK itself that nobody but the operator can take away; they come without an HTTP status. */
const ofConfiguration = new Set(["CredentialsProviderError", "TokenProviderError"])

/**
 * The operator's Amazon SQS queue. The SDK is loaded with the first call, so that a store without notices does not load it;
 * its errors become errors of the port here.
 */
export class Queue {
  private client: Promise<{ sqs: Sdk.SQSClient; sdk: typeof Sdk }> | undefined

  constructor(
    private readonly settings: NotificationSettings,
    private readonly requestTimeoutMs: number,
  ) {}

  /**
   * Waits for messages; none when there are none or when `signal` stops it.
   * @throws ConnectorError `unavailable`, `rejected`.
   */
  async receive(waitSeconds: number, signal: AbortSignal): Promise<QueueMessage[]> {
    const wait = Math.min(Math.max(Math.floor(waitSeconds), 0), LONGEST_WAIT_SECONDS)
    const timer = AbortSignal.timeout(wait * 1000 + this.requestTimeoutMs)
    try {
      const { sqs, sdk } = await this.connected()
      if (signal.aborted) return []
      const answer = await sqs.send(
        new sdk.ReceiveMessageCommand({
          QueueUrl: this.settings.queueUrl,
          MaxNumberOfMessages: MOST_AT_ONCE,
          WaitTimeSeconds: wait,
        }),
        { abortSignal: AbortSignal.any([signal, timer]) },
      )
      return (answer.Messages ?? []).flatMap(messageOf)
    } catch (thrown) {
      // What was on its way comes again: nothing was acknowledged.
      if (signal.aborted) return []
      if (timer.aborted) throw unreachable("ReceiveMessage", "no answer in time", thrown)
      throw failureOf("ReceiveMessage", thrown)
    }
  }

  /**
   * Takes messages off the queue. A receipt that is no longer valid is passed over: its message comes again.
   * @throws ConnectorError `unavailable`, `rejected`; the others are taken off all the same.
   */
  async remove(receipts: string[]): Promise<void> {
    const { sqs, sdk } = await this.connected()
    let failure: ConnectorError | undefined
    for (let from = 0; from < receipts.length; from += MOST_AT_ONCE) {
      const batch = receipts.slice(from, from + MOST_AT_ONCE)
      try {
        const answer = await sqs.send(
          new sdk.DeleteMessageBatchCommand({
            QueueUrl: this.settings.queueUrl,
            Entries: batch.map((receipt, place) => ({ Id: String(place), ReceiptHandle: receipt })),
          }),
          { abortSignal: AbortSignal.timeout(this.requestTimeoutMs) },
        )
        const failed = answer.Failed?.find((entry) => !entry.SenderFault)
        if (failed) failure ??= unreachable("DeleteMessageBatch", failed.Code ?? "failed")
      } catch (thrown) {
        failure ??= failureOf("DeleteMessageBatch", thrown)
      }
    }
    if (failure) throw failure
  }

  private connected() {
    this.client ??= this.connect().catch((thrown: unknown) => {
      this.client = undefined
      throw failureOf("client", thrown)
    })
    return this.client
  }

  private async connect() {
    const sdk = await import("@aws-sdk/client-sqs")
    const { queueUrl, region, endpoint, keys } = this.settings
    const sqs = new sdk.SQSClient({
      region,
      // Told outright: the SDK would compare it with the address of the queue, and complain of emulators.
      endpoint: endpoint ?? new URL(queueUrl).origin,
      useQueueUrlAsEndpoint: false,
      ...(keys === undefined ? {} : { credentials: keys }),
      // Whoever listens asks again anyway; waiting in here would only hide how the queue is.
      maxAttempts: 1,
    })
    return { sqs, sdk }
  }
}

function messageOf({ MessageId, ReceiptHandle, Body }: Sdk.Message): QueueMessage[] {
  return ReceiptHandle === undefined
    ? []
    : [{ id: MessageId ?? ReceiptHandle, receipt: ReceiptHandle, body: Body ?? "" }]
}

/**
 * An error of the AWS SDK as one of the port. Only its name is told: messages hold parts of the signed request and the names
 * of users.
 */
function failureOf(operation: string, thrown: unknown): ConnectorError {
  const name = nameOf(thrown)
  const status = statusOf(thrown)
  const refused = status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429
  if ((refused && !passing.has(name)) || ofConfiguration.has(name)) {
    const reason = `notification queue: ${presentable(name)}`
    return rejected(`${operation}: ${reason}`, problem("request_refused", { reason }))
  }
  return unreachable(operation, name, thrown)
}

function unreachable(operation: string, name: string, cause?: unknown): ConnectorError {
  const reason = `notification queue: ${presentable(name)}`
  return unavailable(`${operation}: ${reason}`, { reason }, cause)
}

function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return "unknown error"
  // Failures of the network are plain errors with a code.
  return thrown.name === "Error" && "code" in thrown ? String(thrown.code) : thrown.name
}

function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== "object" || thrown === null || !("$metadata" in thrown)) return undefined
  const metadata = thrown.$metadata
  return typeof metadata === "object" && metadata !== null && "httpStatusCode" in metadata
    ? Number(metadata.httpStatusCode)
    : undefined
}
