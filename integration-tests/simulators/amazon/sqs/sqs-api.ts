import { setTimeout as sleep } from "node:timers/promises"
import { isRecord } from "../json-body"
import type { Answer } from "../sp-api-answer"
import type { OpenCall, World } from "../world"
import { deleteMessage, deleteMessageBatch } from "./delete-messages"
import { integerOf, type Parameters, queueOf, textOf } from "./parameters"
import type { Queue, ReceivedMessage } from "./queue"
import { checkSignature } from "./signature"
import { SQS_CONTENT_TYPE, SqsError } from "./sqs-error"

/** How often a long poll looks; the simulator's clock may be moved while it waits. */
const LOOK_MS = 20
const PURGE_PAUSE_MS = 60_000

type Action = (world: World, parameters: Parameters, call: OpenCall) => unknown

/** Operations of Amazon SQS in its JSON protocol, by the last part of X-Amz-Target. */
const ACTIONS = {
  ReceiveMessage: receiveMessage,
  DeleteMessage: deleteMessage,
  DeleteMessageBatch: deleteMessageBatch,
  SendMessage: sendMessage,
  ChangeMessageVisibility: changeMessageVisibility,
  GetQueueAttributes: getQueueAttributes,
  GetQueueUrl: getQueueUrl,
  PurgeQueue: purgeQueue,
} as const satisfies Record<string, Action>

/** Answers one operation of SQS. */
export async function answerSqs(world: World, action: keyof typeof ACTIONS, call: OpenCall): Promise<Answer> {
  try {
    const regions = world.queues.list().map((queue) => queue.region)
    checkSignature(call.headers, world.awsAccessKeyIds, regions)
    if (call.faults.some(({ kind }) => kind === "throttle"))
      throw new SqsError("RequestThrottled", "Request is throttled.")
    const body: unknown = await ACTIONS[action](world, parametersOf(call), call)
    return { status: 200, contentType: SQS_CONTENT_TYPE, body }
  } catch (error) {
    if (error instanceof SqsError) return error.answer()
    throw error
  }
}

function parametersOf({ body, headers }: OpenCall): Parameters {
  if (headers["content-type"] !== SQS_CONTENT_TYPE)
    throw new SqsError("SerializationException", `The content type must be ${SQS_CONTENT_TYPE}.`)
  try {
    const parsed: unknown = JSON.parse(body)
    if (isRecord(parsed)) return parsed
  } catch {
    // Answered below as any other body that is no object.
  }
  throw new SqsError("SerializationException", "The request body is no JSON object.")
}

async function receiveMessage(world: World, parameters: Parameters, call: OpenCall): Promise<unknown> {
  const queue = queueOf(world, parameters)
  const maximum = integerOf(parameters, "MaxNumberOfMessages", 1, 10) ?? 1
  const wait = integerOf(parameters, "WaitTimeSeconds", 0, 20) ?? 0
  const visibility = integerOf(parameters, "VisibilityTimeout", 0, 43_200)
  const until = Date.now() + wait * 1000
  for (;;) {
    // A caller that is gone must not take messages with it.
    const messages = call.signal.aborted ? [] : queue.receive(maximum, visibility)
    if (messages.length > 0) return { Messages: messages.map((message) => shown(message, parameters)) }
    if (call.signal.aborted || Date.now() >= until) return {}
    await sleep(LOOK_MS, undefined, { ref: false })
  }
}

function shown(message: ReceivedMessage, parameters: Parameters): unknown {
  const lists = [parameters.AttributeNames, parameters.MessageSystemAttributeNames]
  const asked = lists.flatMap((list: unknown) => (Array.isArray(list) ? list.map(String) : []))
  const all: Record<string, string> = {
    SenderId: "437568002678",
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
  }
  const attributes = Object.entries(all).filter(([name]) => asked.includes("All") || asked.includes(name))
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: message.md5OfBody,
    Body: message.body,
    ...(attributes.length > 0 ? { Attributes: Object.fromEntries(attributes) } : {}),
  }
}

function sendMessage(world: World, parameters: Parameters): unknown {
  const queue = queueOf(world, parameters)
  const delay = integerOf(parameters, "DelaySeconds", 0, 900) ?? 0
  const { messageId, md5OfBody } = queue.send(textOf(parameters, "MessageBody"), delay * 1000)
  return { MessageId: messageId, MD5OfMessageBody: md5OfBody }
}

function changeMessageVisibility(world: World, parameters: Parameters): unknown {
  const queue = queueOf(world, parameters)
  const seconds = integerOf(parameters, "VisibilityTimeout", 0, 43_200)
  if (seconds === undefined)
    throw new SqsError("MissingRequiredParameterException", "VisibilityTimeout is needed.")
  const result = queue.hide(textOf(parameters, "ReceiptHandle"), seconds)
  if (result === "unknown") throw new SqsError("ReceiptHandleIsInvalid", "The receipt handle is not valid.")
  if (result === "not in flight") throw new SqsError("MessageNotInflight", "The message is not in flight.")
  return {}
}

function getQueueAttributes(world: World, parameters: Parameters): unknown {
  const queue = queueOf(world, parameters)
  const names = Array.isArray(parameters.AttributeNames) ? parameters.AttributeNames.map(String) : []
  const attributes = Object.entries(attributesOf(queue))
  const asked = attributes.filter(([name]) => names.includes("All") || names.includes(name))
  const unknown = names.filter((name) => name !== "All" && !attributes.some(([known]) => known === name))
  if (unknown.length > 0)
    throw new SqsError("InvalidParameterValueException", `Unknown Attribute ${unknown[0]}.`)
  return asked.length > 0 ? { Attributes: Object.fromEntries(asked) } : {}
}

function attributesOf(queue: Queue): Record<string, string> {
  const { visible, inFlight, delayed } = queue.counts()
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(queue.visibilityTimeout),
    MessageRetentionPeriod: "345600",
    ReceiveMessageWaitTimeSeconds: "0",
    DelaySeconds: "0",
  }
}

function getQueueUrl(world: World, parameters: Parameters): unknown {
  const queue = world.queues.byName(textOf(parameters, "QueueName"))
  if (!queue) throw new SqsError("QueueDoesNotExist", "The specified queue does not exist.")
  return { QueueUrl: queueUrl(world, queue) }
}

export function queueUrl(world: World, queue: Queue): string {
  return `${world.url}/${queue.accountId}/${queue.name}`
}

function purgeQueue(world: World, parameters: Parameters): unknown {
  const queue = queueOf(world, parameters)
  const { purgedAt } = queue
  if (purgedAt !== undefined && world.now().getTime() - purgedAt < PURGE_PAUSE_MS)
    throw new SqsError("PurgeQueueInProgress", "Only one PurgeQueue operation is allowed every 60 seconds.")
  queue.purge()
  return {}
}
