import { aConnection } from "../__tests__/a-connection"
import { anError } from "../__tests__/an-api"
import { failureOfPromise } from "../__tests__/failure-of-promise"
import { LocalServer, type Received, type Reply } from "../__tests__/local-server"
import { AmazonConnector } from "../connector"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const ARN = "arn:aws:sqs:us-east-1:123456789012:orders"
const TOKEN = "/auth/o2/token"
const DESTINATIONS = "/notifications/v1/destinations"
const SUBSCRIPTIONS = "/notifications/v1/subscriptions/ORDER_CHANGE"

const changes = () => {
  const { changes: feed } = new AmazonConnector(
    {},
    {
      clientId: "client-1",
      clientSecret: "s3cret",
      applicationId: "amzn1.sp.solution.1",
      endpoint: server.url,
      tokenEndpoint: server.url + TOKEN,
      notifications: { queueUrl: `${server.url}/1/orders`, queueArn: ARN, region: "us-east-1" },
    },
  )
  if (!feed) throw new Error("The connector has a queue")
  return feed
}

const ours = { destinationId: "d-ours", name: "medusa", resource: { sqs: { arn: ARN } } }
const other = { destinationId: "d-other", name: "x", resource: { sqs: { arn: `${ARN}-2` } } }
const elsewhere = { destinationId: "d-bus", name: "y", resource: { eventBridge: { region: "r" } } }
const subscription = (destinationId: string) => ({
  subscriptionId: "s 1",
  payloadVersion: "1.0",
  destinationId,
})
const none: Reply = { status: 404, json: anError("NotFound", "x") }
const conflict: Reply = { status: 409, json: anError("Conflict", "It exists already.") }
const of = (payload: unknown): Reply => ({ json: { payload } })

/** Answers each operation in turn (the last reply is repeated); gives what was asked, with whose token. */
function serve(replies: Record<string, Reply[]>): { asked: string[]; calls: Received[] } {
  const asked: string[] = []
  const calls: Received[] = []
  server.answer((request) => {
    if (request.path === TOKEN) {
      const { scope, grant_type } = Object.fromEntries(new URLSearchParams(request.body))
      return { json: { access_token: `${grant_type} ${scope ?? ""}`.trim(), expires_in: 3600 } }
    }
    const operation = `${request.method} ${request.path}`
    const turn = asked.filter((earlier) => earlier === operation).length
    asked.push(operation)
    calls.push(request)
    const answers = replies[operation] ?? [{ status: 500 }]
    return answers[Math.min(turn, answers.length - 1)]
  })
  return { asked, calls }
}
const tokensOf = (calls: Received[]) => calls.map(({ headers }) => headers["x-amz-access-token"])

const APPLICATION = "client_credentials sellingpartnerapi::notifications"
const SELLER = "refresh_token"

describe("subscribing", () => {
  it("makes destination and subscription, each in the right name", async () => {
    const { asked, calls } = serve({
      [`GET ${DESTINATIONS}`]: [of([other, elsewhere])],
      [`POST ${DESTINATIONS}`]: [of(ours)],
      [`GET ${SUBSCRIPTIONS}`]: [none],
      [`POST ${SUBSCRIPTIONS}`]: [of(subscription("d-ours"))],
    })
    const connection = aConnection()
    await changes().subscribe(connection)
    expect(asked).toEqual([
      `GET ${DESTINATIONS}`,
      `POST ${DESTINATIONS}`,
      `GET ${SUBSCRIPTIONS}`,
      `POST ${SUBSCRIPTIONS}`,
    ])
    expect(tokensOf(calls)).toEqual([APPLICATION, APPLICATION, SELLER, SELLER])
    expect(JSON.parse(calls[1].body)).toEqual({
      name: "medusa-plugin-marketplaces",
      resourceSpecification: { sqs: { arn: ARN } },
    })
    expect(JSON.parse(calls[3].body)).toEqual({
      payloadVersion: "1.0",
      destinationId: "d-ours",
      processingDirective: { eventFilter: { eventFilterType: "ORDER_CHANGE" } },
    })
    expect(connection.recorded.spent).toEqual([
      "getDestinations",
      "createDestination",
      "getSubscription",
      "createSubscription",
    ])
  })

  it("twice does no harm", async () => {
    const { asked } = serve({
      [`GET ${DESTINATIONS}`]: [of([other, ours])],
      [`GET ${SUBSCRIPTIONS}`]: [of(subscription("d-ours"))],
    })
    await changes().subscribe(aConnection())
    expect(asked).toEqual([`GET ${DESTINATIONS}`, `GET ${SUBSCRIPTIONS}`])
  })

  it("takes what another process made meanwhile", async () => {
    serve({
      [`GET ${DESTINATIONS}`]: [of([]), of([ours])],
      [`POST ${DESTINATIONS}`]: [conflict],
      [`GET ${SUBSCRIPTIONS}`]: [none, of(subscription("d-ours"))],
      [`POST ${SUBSCRIPTIONS}`]: [conflict],
    })
    await expect(changes().subscribe(aConnection())).resolves.toBeUndefined()
  })

  it("replaces a subscription that leads to another queue", async () => {
    const { asked, calls } = serve({
      [`GET ${DESTINATIONS}`]: [of([ours])],
      [`GET ${SUBSCRIPTIONS}`]: [of(subscription("d-other"))],
      [`DELETE ${SUBSCRIPTIONS}/s%201`]: [{ json: {} }],
      [`POST ${SUBSCRIPTIONS}`]: [of(subscription("d-ours"))],
    })
    await changes().subscribe(aConnection())
    expect(asked.slice(2)).toEqual([`DELETE ${SUBSCRIPTIONS}/s%201`, `POST ${SUBSCRIPTIONS}`])
    expect(tokensOf(calls)).toEqual([APPLICATION, SELLER, APPLICATION, SELLER])
  })

  it.each<[string, Record<string, Reply[]>, string]>([
    [
      "a queue that Amazon may not write to",
      {
        [`GET ${DESTINATIONS}`]: [of([])],
        [`POST ${DESTINATIONS}`]: [{ status: 400, json: anError("InvalidInput", "No permission.") }],
      },
      "rejected",
    ],
    [
      "a conflict that nobody explains",
      { [`GET ${DESTINATIONS}`]: [of([other])], [`POST ${DESTINATIONS}`]: [conflict] },
      "rejected",
    ],
    [
      "a missing role",
      { [`GET ${DESTINATIONS}`]: [{ status: 403, json: anError("Unauthorized", "x") }] },
      "rejected",
    ],
    [
      "a fault",
      { [`GET ${DESTINATIONS}`]: [of([ours])], [`GET ${SUBSCRIPTIONS}`]: [{ status: 503 }] },
      "unavailable",
    ],
    ["an answer without the id", { [`GET ${DESTINATIONS}`]: [of([{ name: "x" }])] }, "contract_broken"],
  ])("fails for %s", async (_name, replies, kind) => {
    serve(replies)
    await expect(failureOfPromise(changes().subscribe(aConnection()))).resolves.toMatchObject({ kind })
  })
})

it("names the option that is the way out where another queue has our name", async () => {
  const taken = { ...other, name: "medusa-plugin-marketplaces" }
  serve({ [`GET ${DESTINATIONS}`]: [of([taken])], [`POST ${DESTINATIONS}`]: [conflict] })
  const failure = await failureOfPromise(changes().subscribe(aConnection()))
  expect(failure).toMatchObject({ kind: "rejected", problem: { code: "request_refused" } })
  expect(failure.problem.details.reason).toContain("notifications.destinationName")
  expect(failure.problem.details.reason).toContain('"medusa-plugin-marketplaces"')
})

describe("unsubscribing", () => {
  it.each<[string, Reply, string[]]>([
    ["removes our subscription", of(subscription("d-ours")), [`DELETE ${SUBSCRIPTIONS}/s%201`]],
    ["leaves that of another installation alone", of(subscription("d-other")), []],
  ])("%s", async (_name, known, expected) => {
    const { asked } = serve({
      [`GET ${DESTINATIONS}`]: [of([ours])],
      [`GET ${SUBSCRIPTIONS}`]: [known],
      [`DELETE ${SUBSCRIPTIONS}/s%201`]: [{ status: 204 }],
    })
    await changes().unsubscribe(aConnection())
    expect(asked.filter((operation) => operation.startsWith("DELETE"))).toEqual(expected)
  })

  it("where there is none, or none any more, is done", async () => {
    serve({ [`GET ${SUBSCRIPTIONS}`]: [none] })
    await expect(changes().unsubscribe(aConnection())).resolves.toBeUndefined()
    serve({
      [`GET ${DESTINATIONS}`]: [of([ours])],
      [`GET ${SUBSCRIPTIONS}`]: [of(subscription("d-ours"))],
      [`DELETE ${SUBSCRIPTIONS}/s%201`]: [none],
    })
    await expect(changes().unsubscribe(aConnection())).resolves.toBeUndefined()
  })
})
