import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs"
import { type AmazonSimulator, startAmazonSimulator } from ".."
import { control } from "./requests"

let simulator: AmazonSimulator
let client: SQSClient
let now: number

const clientOf = (change: { accessKeyId?: string; region?: string; endpoint?: string } = {}) =>
  new SQSClient({
    endpoint: change.endpoint ?? simulator.queue.endpoint,
    region: change.region ?? simulator.queue.region,
    credentials: {
      accessKeyId: change.accessKeyId ?? simulator.queue.accessKeyId,
      secretAccessKey: "secret",
    },
    maxAttempts: 1,
  })
const receive = async (more: Partial<ConstructorParameters<typeof ReceiveMessageCommand>[0]> = {}) => {
  const input = { QueueUrl: simulator.queue.url, MaxNumberOfMessages: 10, ...more }
  return (await client.send(new ReceiveMessageCommand(input))).Messages ?? []
}
const bodies = (messages: Message[]) => messages.map(({ Body }) => Body)
const remove = (ReceiptHandle: string | undefined) =>
  client.send(new DeleteMessageCommand({ QueueUrl: simulator.queue.url, ReceiptHandle }))

beforeEach(async () => {
  now = Date.parse("2026-11-20T12:00:00Z")
  simulator = await startAmazonSimulator({ now: () => new Date(now) })
  client = clientOf()
})
afterEach(async () => {
  client.destroy()
  await simulator.close()
})

describe("the queue, with Amazon's own client", () => {
  it("gives a message until it is deleted", async () => {
    const QueueUrl = (await client.send(new GetQueueUrlCommand({ QueueName: "order-changes" }))).QueueUrl
    const sent = await client.send(new SendMessageCommand({ QueueUrl, MessageBody: "Größe" }))
    const [message] = await receive({ MessageSystemAttributeNames: ["All"] })
    expect([message?.Body, message?.MessageId]).toEqual(["Größe", sent.MessageId])
    expect(message?.Attributes).toEqual(
      expect.objectContaining({ ApproximateReceiveCount: "1", SentTimestamp: String(now) }),
    )
    await remove(message?.ReceiptHandle)
    now += 3_600_000
    expect(await receive()).toEqual([])
  })

  it("hides what was received for its visibility timeout, and then gives it again with another handle", async () => {
    simulator.queue.send("a")
    const [first] = await receive()
    expect(await receive()).toEqual([])
    now += 30_000
    const [again] = await receive({ MessageSystemAttributeNames: ["ApproximateReceiveCount"] })
    expect([again?.MessageId, again?.Attributes?.ApproximateReceiveCount]).toEqual([first?.MessageId, "2"])
    expect(again?.ReceiptHandle).not.toBe(first?.ReceiptHandle)
  })

  it("is worked on for longer when the worker asks for it", async () => {
    simulator.queue.send("a")
    const [message] = await receive({ VisibilityTimeout: 5 })
    const change = (VisibilityTimeout: number) =>
      client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: simulator.queue.url,
          ReceiptHandle: message?.ReceiptHandle,
          VisibilityTimeout,
        }),
      )
    await change(60)
    now += 59_000
    expect(await receive()).toEqual([])
    await change(0)
    expect(await receive()).toHaveLength(1)
    await expect(change(0)).rejects.toMatchObject({ name: "MessageNotInflight" })
  })

  it.each([
    ["ignore", undefined, 1],
    ["refuse", "InvalidParameterValue", 1],
    ["delete", undefined, 0],
  ] as const)("does with a receipt that does not count any more: %s", async (staleReceipt, refusal, left) => {
    simulator.switches.staleReceipt = staleReceipt
    simulator.queue.send("a")
    const [message] = await receive()
    now += 30_000
    const done = remove(message?.ReceiptHandle)
    if (refusal) await expect(done).rejects.toMatchObject({ name: refusal })
    else await done
    expect(simulator.queue.bodies()).toHaveLength(left)
  })

  it("deletes up to ten at once, each by itself", async () => {
    simulator.queue.send("a")
    simulator.queue.send("b")
    const [a, b] = await receive()
    const QueueUrl = simulator.queue.url
    const result = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: "0", ReceiptHandle: a?.ReceiptHandle },
          { Id: "1", ReceiptHandle: "never-given" },
          { Id: "2", ReceiptHandle: b?.ReceiptHandle },
        ],
      }),
    )
    expect(result.Successful?.map(({ Id }) => Id)).toEqual(["0", "2"])
    expect(result.Failed).toEqual([
      expect.objectContaining({ Id: "1", Code: "ReceiptHandleIsInvalid", SenderFault: true }),
    ])
    const batch = (Entries: { Id: string; ReceiptHandle: string }[]) =>
      client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
    const entry = (Id: string) => ({ Id, ReceiptHandle: "x" })
    await expect(batch([])).rejects.toMatchObject({ name: "EmptyBatchRequest" })
    await expect(batch([entry("1"), entry("1")])).rejects.toMatchObject({ name: "BatchEntryIdsNotDistinct" })
    const eleven = Array.from({ length: 11 }, (_, index) => entry(String(index)))
    await expect(batch(eleven)).rejects.toMatchObject({ name: "TooManyEntriesInBatchRequest" })
  })

  it("counts its messages, and is emptied once a minute", async () => {
    const QueueUrl = simulator.queue.url
    for (const body of ["a", "b", "c"]) simulator.queue.send(body)
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: "later", DelaySeconds: 60 }))
    await receive({ MaxNumberOfMessages: 1 })
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] })
    expect((await client.send(asked)).Attributes).toEqual(
      expect.objectContaining({
        QueueArn: simulator.queue.arn,
        ApproximateNumberOfMessages: "2",
        ApproximateNumberOfMessagesNotVisible: "1",
        ApproximateNumberOfMessagesDelayed: "1",
      }),
    )
    await client.send(new PurgeQueueCommand({ QueueUrl }))
    expect(simulator.queue.bodies()).toEqual([])
    await expect(client.send(new PurgeQueueCommand({ QueueUrl }))).rejects.toMatchObject({
      name: "PurgeQueueInProgress",
    })
  })

  it("may give messages in any order, and one of them twice", async () => {
    for (let index = 0; index < 10; index += 1) simulator.queue.send(String(index))
    Object.assign(simulator.switches, { queueOrder: "shuffled", queueDuplicateShare: 1 })
    const first = bodies(await receive())
    expect([[...first].sort(), first]).toEqual([
      expect.arrayContaining(["0", "9"]),
      expect.not.arrayContaining(["10"]),
    ])
    expect(first).not.toEqual([...first].sort())
    expect(bodies(await receive())).toHaveLength(10)
  })

  it("gives at most as many as are asked for, one without a number", async () => {
    for (const body of ["a", "b", "c"]) simulator.queue.send(body)
    expect(await receive({ MaxNumberOfMessages: undefined })).toHaveLength(1)
    expect(await receive({ MaxNumberOfMessages: 2 })).toHaveLength(2)
  })

  it("is sent to and read from another process", async () => {
    await control(simulator, "POST", "queues/order-changes/send", { body: "{}" })
    const { queues } = (await control(simulator, "GET", "queues")).json
    expect(queues).toEqual([
      expect.objectContaining({ url: simulator.queue.url, visible: 1, bodies: ["{}"] }),
    ])
    await control(simulator, "POST", "queues/order-changes/purge", {})
    expect(await receive()).toEqual([])
  })
})

describe("a long poll", () => {
  it("ends when a message comes", async () => {
    const waiting = receive({ WaitTimeSeconds: 20 })
    setTimeout(() => simulator.queue.send("late"), 100)
    expect(bodies(await waiting)).toEqual(["late"])
  })

  it("ends empty after its time", async () => {
    const started = Date.now()
    expect(await receive({ WaitTimeSeconds: 1 })).toEqual([])
    expect(Date.now() - started).toBeGreaterThanOrEqual(950)
  })

  it("takes nothing with it when the caller goes away", async () => {
    const gone = new AbortController()
    const input = { QueueUrl: simulator.queue.url, WaitTimeSeconds: 20 }
    const waiting = client.send(new ReceiveMessageCommand(input), { abortSignal: gone.signal })
    setTimeout(() => gone.abort(), 100)
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" })
    await new Promise((resolve) => setTimeout(resolve, 50))
    simulator.queue.send("a")
    expect(await receive()).toHaveLength(1)
  })
})

describe("the queue refuses", () => {
  it.each([
    ["an unknown queue", { QueueUrl: "http://127.0.0.1/123456789012/none" }, "QueueDoesNotExist"],
    [
      "a queue of another account",
      { QueueUrl: "http://127.0.0.1/000000000000/order-changes" },
      "QueueDoesNotExist",
    ],
    ["eleven messages", { MaxNumberOfMessages: 11 }, "InvalidParameterValue"],
    ["a wait of 21 seconds", { WaitTimeSeconds: 21 }, "InvalidParameterValue"],
  ])("%s", async (_, more, name) => {
    await expect(receive(more)).rejects.toMatchObject({ name })
  })

  it.each([
    ["another key", { accessKeyId: "AKIAOTHER" }, "InvalidClientTokenId"],
    ["another region", { region: "eu-west-1" }, "SignatureDoesNotMatch"],
  ])("%s", async (_, change, name) => {
    const other = clientOf(change)
    const asked = new ReceiveMessageCommand({ QueueUrl: simulator.queue.url })
    await expect(other.send(asked)).rejects.toMatchObject({ name })
    other.destroy()
  })

  it.each([
    ["no signature", {}, 403],
    ["a signature that is none", { authorization: "Bearer x" }, 400],
  ])("%s", async (_, headers: Record<string, string>, status) => {
    const target = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "AmazonSQS.ReceiveMessage",
    }
    const reply = await fetch(simulator.url, {
      method: "POST",
      headers: { ...target, ...headers },
      body: "{}",
    })
    expect(reply.status).toBe(status)
  })

  it("as every call may, on request of the test", async () => {
    simulator.queue.send("a")
    const [message] = await receive()
    simulator.addFault({ kind: "drop", when: "after", operation: "DeleteMessage" })
    await expect(remove(message?.ReceiptHandle)).rejects.toThrow()
    expect(simulator.queue.bodies()).toEqual([])
    simulator.addFault({ kind: "throttle", operation: "ReceiveMessage" })
    await expect(receive()).rejects.toMatchObject({ name: "RequestThrottled" })
    simulator.addFault({ kind: "status", status: 503, operation: "ReceiveMessage" })
    await expect(receive()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } })
    expect(simulator.callCount("ReceiveMessage")).toBe(3)
  })
})
