import { aConnection, failureOfPromise, settingsAt } from "../__tests__/a-connection"
import { LocalServer, type Received, type Reply } from "../__tests__/local-server"
import { Transport } from "../transport"
import { Registrations, subscribedEvents } from "./registrations"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const URL_NOW = "https://shop.example/hooks/marketplaces/nuvemshop"
const URL_BEFORE = "https://old.example/hooks/marketplaces/nuvemshop"
type Row = { id: number; event: string; url: string }

/** The platform's registrations, with what is refused. */
function aStore(rows: Row[], refused: (row: Row) => Reply | undefined = () => undefined) {
  let next = 100
  server.answer(({ method, path, body }: Received): Reply => {
    const id = Number(/\/webhooks\/(\d+)$/.exec(path)?.[1])
    if (method === "GET") return { json: rows }
    if (method === "DELETE") {
      const at = rows.findIndex((row) => row.id === id)
      if (at < 0) return { status: 404, json: {} }
      rows.splice(at, 1)
      return { json: {} }
    }
    const given = JSON.parse(body) as Omit<Row, "id">
    const row = { ...given, id: id || next++ }
    const refusal = refused(row)
    if (refusal) return refusal
    const known = rows.find((one) => one.id === id)
    if (known) Object.assign(known, given)
    else rows.push(row)
    return { status: 201, json: row }
  })
  return rows
}
const registrations = () => new Registrations(new Transport(settingsAt(server.url)))
const register = (url = URL_NOW) => registrations().register(aConnection(), url)
const writes = () => server.calls().filter(({ call }) => !call.startsWith("GET"))

describe("registering webhooks", () => {
  it("asks for every event once, and for nothing when it is done again", async () => {
    const rows = aStore([{ id: 1, event: "order/paid", url: "https://other.example/notify" }])
    await register()
    expect(rows.filter(({ url }) => url === URL_NOW).map(({ event }) => event)).toEqual([...subscribedEvents])
    expect(rows[0].url).toBe("https://other.example/notify")
    const before = writes().length
    await register()
    expect(writes()).toHaveLength(before)
  })

  it("moves what led to the store's earlier address, and leaves one of each", async () => {
    const rows = aStore([
      ...subscribedEvents.map((event, index) => ({ id: index + 1, event, url: URL_BEFORE })),
      { id: 50, event: "order/paid", url: "https://older.example/hooks/marketplaces/nuvemshop" },
      { id: 51, event: "order/created", url: URL_NOW },
    ])
    await register()
    expect(rows.map(({ event }) => event).sort()).toEqual([...subscribedEvents].sort())
    expect(new Set(rows.map(({ url }) => url))).toEqual(new Set([URL_NOW]))
    expect(writes().some(({ call }) => call.startsWith("POST"))).toBe(false)
  })

  it("tells the platform's words when it does not take the address, without asking for all of them", async () => {
    aStore([], () => ({ status: 422, json: { url: ["must be https"] } }))
    const failure = await failureOfPromise(register("http://localhost:9000/hooks/marketplaces/nuvemshop"))
    expect(failure).toMatchObject({ kind: "rejected", problem: { code: "webhooks_not_registered" } })
    expect(failure.problem.details.reason).toContain("url must be https")
    expect(writes()).toHaveLength(3)
  })

  it("goes on when one event is refused, and names it", async () => {
    const rows = aStore([], ({ event }) =>
      event.startsWith("fulfillment") ? { status: 422, json: { event: ["is invalid"] } } : undefined,
    )
    const failure = await failureOfPromise(register())
    expect(failure.problem.details.reason).toMatch(/^fulfillment_order\/status_updated: .*event is invalid/)
    expect(rows).toHaveLength(subscribedEvents.length - 1)
  })

  it.each<[string, (page: number) => Reply]>([
    ["an empty list is answered with 404", () => ({ status: 404, json: { message: "Last page is 0" } })],
    [
      "the list ended meanwhile before the page that was announced",
      (page) =>
        page === 1
          ? {
              json: [{ id: 1, event: "order/paid", url: URL_NOW }],
              headers: { link: `<https://elsewhere.example/webhooks?page=2>; rel="next"` },
            }
          : { status: 404, json: { message: "Not Found" } },
    ],
  ])("registers what is missing where %s", async (_what, list) => {
    server.answer(({ method, query }) =>
      method === "GET" ? list(Number(query.get("page"))) : { status: 201, json: {} },
    )
    await register()
    const known = server.received.some(({ query }) => query.get("page") === "2") ? 1 : 0
    expect(writes()).toHaveLength(subscribedEvents.length - known)
  })

  it("registers nothing where the list itself is not there, and is tried again", async () => {
    server.answerInTurn({ status: 404, json: { message: "Not Found" } })
    await expect(failureOfPromise(register())).resolves.toMatchObject({ kind: "unavailable" })
    expect(writes()).toHaveLength(0)
  })

  it("fails as every call when the authorisation is gone", async () => {
    server.answerInTurn({ status: 401, json: {} })
    await expect(failureOfPromise(register())).resolves.toMatchObject({ kind: "authorization_lost" })
  })
})

it("unregistering takes away what leads to the address and nothing else", async () => {
  const rows = aStore([
    { id: 1, event: "order/paid", url: URL_NOW },
    { id: 2, event: "order/paid", url: URL_BEFORE },
    { id: 3, event: "app/resumed", url: URL_NOW },
  ])
  await registrations().unregister(aConnection(), URL_NOW)
  expect(rows).toEqual([{ id: 2, event: "order/paid", url: URL_BEFORE }])
})
