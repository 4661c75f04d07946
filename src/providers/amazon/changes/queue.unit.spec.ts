import { createHash } from "node:crypto"
import { connectorFailureOf, type ConnectorFailure } from "../../../connector"
import { failureOfPromise } from "../__tests__/failure-of-promise"
import { LocalServer, type Received, type Reply } from "../__tests__/local-server"
import type { NotificationSettings } from "./options"
import { Queue } from "./queue"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const QUEUE_URL = "https://sqs.us-east-1.amazonaws.com/123456789012/orders"
const JSON_1_0 = { "content-type": "application/x-amz-json-1.0" }

const queue = (changes: Partial<NotificationSettings> = {}, requestTimeoutMs = 2_000) =>
  new Queue(
    {
      queueUrl: QUEUE_URL,
      queueArn: "arn:aws:sqs:us-east-1:123456789012:orders",
      region: "us-east-1",
      endpoint: server.url,
      keys: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cret" },
      destinationName: "orders",
      ...changes,
    },
    requestTimeoutMs,
  )
const wanted = new AbortController().signal

const aMessage = (MessageId: string, Body: string) => ({
  MessageId,
  ReceiptHandle: `receipt of ${MessageId}`,
  Body,
  MD5OfBody: createHash("md5").update(Body).digest("hex"),
})
const ok = (json: unknown): Reply => ({ headers: JSON_1_0, json })
const refusal = (status: number, type: string): Reply => ({
  status,
  headers: JSON_1_0,
  json: { __type: `com.amazonaws.sqs#${type}`, message: "s3cret AKIDEXAMPLE" },
})
const asked = (received: Received) => ({
  target: received.headers["x-amz-target"],
  body: JSON.parse(received.body) as unknown,
})

describe("receiving", () => {
  it("waits at the queue for ten messages at most", async () => {
    server.answerInTurn(ok({ Messages: [aMessage("m1", "one"), aMessage("m2", "two")] }))
    await expect(queue().receive(99.5, wanted)).resolves.toEqual([
      { id: "m1", receipt: "receipt of m1", body: "one" },
      { id: "m2", receipt: "receipt of m2", body: "two" },
    ])
    expect(asked(server.received[0])).toEqual({
      target: "AmazonSQS.ReceiveMessage",
      body: { QueueUrl: QUEUE_URL, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 },
    })
    expect(server.received[0].headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\//)
  })

  it("may find nothing", async () => {
    server.answerInTurn(ok({}))
    await expect(queue().receive(0, wanted)).resolves.toEqual([])
  })

  it("asks at the queue's own address where no endpoint is given", async () => {
    server.answerInTurn(ok({}))
    await queue({ endpoint: undefined, queueUrl: `${server.url}/123456789012/orders` }).receive(0, wanted)
    expect(server.received).toHaveLength(1)
  })

  it("that is stopped has received nothing", async () => {
    server.answer(() => undefined)
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    await expect(queue().receive(20, stop.signal)).resolves.toEqual([])
    await expect(queue().receive(20, stop.signal)).resolves.toEqual([])
  })

  it.each<[string, Reply, ConnectorFailure["kind"], string]>([
    ["an unknown queue", refusal(400, "QueueDoesNotExist"), "rejected", "QueueDoesNotExist"],
    ["a wrong key", refusal(403, "InvalidClientTokenId"), "rejected", "InvalidClientTokenId"],
    ["a key without permission", refusal(403, "AccessDeniedException"), "rejected", "AccessDeniedException"],
    ["too many calls", refusal(400, "RequestThrottled"), "unavailable", "RequestThrottled"],
    ["a fault", refusal(500, "InternalFailure"), "unavailable", "InternalFailure"],
  ])("with %s fails, and shows no secret", async (_name, reply, kind, name) => {
    server.answerInTurn(reply)
    const failure = await failureOfPromise(queue().receive(0, wanted))
    expect(failure).toMatchObject({ kind, problem: { details: { reason: `notification queue: ${name}` } } })
    expect(JSON.stringify(failure)).not.toMatch(/s3cret|AKID/)
  })

  it("without an answer in time, or without a queue service, is unavailable", async () => {
    server.answer(() => undefined)
    await expect(failureOfPromise(queue({}, 100).receive(0, wanted))).resolves.toMatchObject({
      kind: "unavailable",
      problem: { details: { reason: "notification queue: no answer in time" } },
    })
    const nobody = queue({ endpoint: "http://127.0.0.1:1" })
    await expect(failureOfPromise(nobody.receive(0, wanted))).resolves.toMatchObject({ kind: "unavailable" })
  })
})

describe("taking off the queue", () => {
  const receipts = Array.from({ length: 23 }, (_, place) => `r${place}`)

  it("goes in tens", async () => {
    server.answerInTurn(ok({ Successful: [], Failed: [] }))
    await queue().remove(receipts)
    const bodies = server.received.map((received) => asked(received))
    expect(bodies.map(({ target }) => target)).toEqual(Array(3).fill("AmazonSQS.DeleteMessageBatch"))
    expect(server.received.map(({ body }) => body.match(/ReceiptHandle/g)?.length)).toEqual([10, 10, 3])
    expect(bodies[2].body).toMatchObject({ Entries: [{ Id: "0", ReceiptHandle: "r20" }, {}, {}] })
  })

  it("of nothing asks nobody", async () => {
    server.answerInTurn(ok({}))
    await queue().remove([])
    expect(server.received).toHaveLength(0)
  })

  it.each<[string, boolean, string | undefined]>([
    ["passes over a receipt that is no longer valid", true, undefined],
    ["fails for a fault of the queue", false, "unavailable"],
  ])("%s", async (_name, SenderFault, kind) => {
    server.answerInTurn(ok({ Successful: [], Failed: [{ Id: "0", Code: "X", SenderFault }] }))
    const outcome = await queue()
      .remove(receipts)
      .then(() => undefined, connectorFailureOf)
    expect(outcome?.kind).toBe(kind)
    expect(server.received).toHaveLength(3)
  })

  it("goes on after a batch that failed, and tells it", async () => {
    server.answerInTurn(refusal(403, "AccessDeniedException"), ok({ Successful: [] }))
    await expect(failureOfPromise(queue().remove(receipts))).resolves.toMatchObject({ kind: "rejected" })
    expect(server.received).toHaveLength(3)
  })
})
