import type { OrderPage, OrderWindow } from "../../connector"
import { aConnection, failureOfPromise, settingsAt } from "./__tests__/a-connection"
import { aWireOrder } from "./__tests__/a-wire-order"
import { AnOrderList } from "./__tests__/an-order-list"
import { LocalServer } from "./__tests__/local-server"
import { NuvemshopOrders } from "./orders"
import { Transport } from "./transport"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const orders = () => new NuvemshopOrders(new Transport(settingsAt(server.url)))
const at = (seconds: number) =>
  `2026-11-01T10:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}Z`
const window = (from: number, to: number): OrderWindow => ({
  by: "updated",
  fromUtc: new Date(at(from)),
  toUtc: new Date(at(to)),
})

function aList(seconds: number[], changes: Partial<AnOrderList> = {}): AnOrderList {
  const list = Object.assign(new AnOrderList(), changes)
  list.orders = seconds.map((second, index) => ({ id: 1_000_000 + index, at: at(second) }))
  server.answer((request) => list.answer(request))
  return list
}

const referencesOf = ({ orders: read }: OrderPage) =>
  read.map((one) => (one.readable ? one.order.reference : one.reference))

/** Every order of a window, page by page, as a sync reads it. */
async function readAll(searched: OrderWindow): Promise<string[]> {
  const found: string[] = []
  let token: string | undefined
  do {
    const page = await orders().search(aConnection(), searched, token)
    found.push(...referencesOf(page))
    token = page.nextPageToken
  } while (token !== undefined)
  return found
}

describe("a window of orders", () => {
  it("is asked for by whole seconds, with the fulfilment orders", async () => {
    aList([5])
    await orders().search(aConnection(), {
      by: "updated",
      fromUtc: new Date("2026-11-01T10:00:00.500Z"),
      toUtc: new Date("2026-11-01T10:00:09.500Z"),
    })
    expect(Object.fromEntries(server.received[0].query)).toEqual({
      updated_at_min: "2026-11-01T09:59:59Z",
      updated_at_max: "2026-11-01T10:00:11Z",
      page: "1",
      per_page: "200",
      aggregates: "fulfillment_orders",
    })
  })

  it("of a person's period goes by the day they were placed", async () => {
    aList([5])
    const page = await orders().search(aConnection(), { ...window(0, 10), by: "placed" })
    expect(page.orders).toHaveLength(1)
    expect(server.received[0].query.has("created_at_min")).toBe(true)
    expect(server.received[0].query.has("updated_at_min")).toBe(false)
  })

  it.each([true, false])(
    "holds its bounds, whether the platform counts them in (%s) or not",
    async (inclusive) => {
      aList([9, 10, 15, 20, 21], { inclusive })
      await expect(readAll(window(10, 20))).resolves.toEqual(["1000003", "1000002", "1000001"])
    },
  )

  it("goes over its pages, and ends where the platform has none", async () => {
    aList([1, 2, 3, 4, 5])
    await expect(readAll(window(0, 60))).resolves.toHaveLength(5)
    aList([])
    await expect(readAll(window(0, 60))).resolves.toEqual([])
    expect(server.received).toHaveLength(1)
  })

  it.each([true, false])(
    "beyond the cap is split by time: nothing lost, nothing twice (bounds counted in: %s)",
    async (inclusive) => {
      // 500 for each: more than twenty in a window are over the cap. Many share a second.
      const seconds = Array.from({ length: 100 }, (_, index) => Math.floor(index / 7) * 4)
      const list = aList(seconds, { weight: 500, perPage: 3, inclusive })
      const found = await readAll(window(0, 60))
      expect(found).toHaveLength(list.orders.length)
      expect(new Set(found).size).toBe(list.orders.length)
    },
  )

  it("beyond the cap is split as well where the platform tells no more than the cap as its total", async () => {
    const seconds = Array.from({ length: 60 }, (_, index) => index * 5)
    const list = aList(seconds, { weight: 500, perPage: 2, capped: true })
    const found = await readAll(window(0, 400))
    expect([found.length, new Set(found).size]).toEqual([list.orders.length, list.orders.length])
  })

  it("whose last reachable page is full is split where the platform tells no total", async () => {
    const full = Array.from({ length: 200 }, (_, index) => ({ id: index + 1, updated_at: at(30) }))
    const searched = window(0, 60)
    const pieces = [[searched.fromUtc.getTime(), searched.toUtc.getTime()]]
    const lastPage = async (json: unknown[]) => {
      server.answerInTurn({ json })
      return orders().search(aConnection(), searched, JSON.stringify({ pieces, page: 50 }))
    }
    const middle = Date.parse(at(30))
    const split = [
      [pieces[0][0], middle],
      [middle, pieces[0][1]],
    ]
    expect(await lastPage(full)).toEqual({
      orders: [],
      nextPageToken: JSON.stringify({ pieces: split, page: 1 }),
    })
    expect((await lastPage(full.slice(1))).nextPageToken).toBeUndefined()
  })

  it("is read again later when its first page is not there: an empty window is answered with an empty list", async () => {
    for (const reply of [
      { status: 404, json: { code: 404, message: "Not Found" } },
      { status: 404, text: "<html>404</html>" },
    ]) {
      server.answerInTurn(reply)
      const failure = failureOfPromise(orders().search(aConnection(), window(0, 60)))
      await expect(failure).resolves.toMatchObject({
        kind: "unavailable",
        problem: { details: { reason: expect.stringContaining("404") } },
      })
    }
  })

  it("is empty where the platform says so by its last page", async () => {
    server.answerInTurn({ status: 404, json: { code: 404, message: "Last page is 0" } })
    await expect(readAll(window(0, 60))).resolves.toEqual([])
  })

  it("with too many orders in one second is refused with a sentence, not cut short", async () => {
    aList(
      Array.from({ length: 30 }, () => 7),
      { weight: 500 },
    )
    const failure = await failureOfPromise(readAll(window(0, 60)))
    expect(failure).toMatchObject({ kind: "rejected", problem: { code: "request_refused" } })
  })

  it("loses no order when one leaves it while its pages are read", async () => {
    const list = aList([1, 2, 3, 4, 5, 6])
    // Before page 2 the newest one, which stood on page 1, changes and leaves the window.
    list.before = (page) => {
      if (page === 2) list.orders[5].at = at(3000)
    }
    const found = await readAll(window(0, 60))
    expect(new Set(found)).toEqual(
      new Set(["1000000", "1000001", "1000002", "1000003", "1000004", "1000005"]),
    )
  })

  it("loses no order when its last page has gone meanwhile", async () => {
    const list = aList([1, 2, 3])
    list.before = (page) => {
      if (page === 2) list.orders[2].at = at(3000)
    }
    const found = await readAll(window(0, 60))
    expect(new Set(found)).toEqual(new Set(["1000000", "1000001", "1000002"]))
  })

  it("begins again when the stored place cannot be read", async () => {
    const failure = failureOfPromise(orders().search(aConnection(), window(0, 60), "{]"))
    await expect(failure).resolves.toMatchObject({ kind: "page_expired" })
  })

  it("keeps an order that cannot be read next to the others", async () => {
    server.answerInTurn({ json: [{ id: 5, updated_at: at(3) }, null] })
    const page = await orders().search(aConnection(), window(0, 60))
    expect(page.orders).toMatchObject([
      { readable: false, reference: "5" },
      { readable: false, updatedAt: null },
    ])
  })

  it("is not believed when it is no list", async () => {
    server.answerInTurn({ json: { orders: [] } })
    const failure = failureOfPromise(orders().search(aConnection(), window(0, 60)))
    await expect(failure).resolves.toMatchObject({ kind: "contract_broken" })
  })
})

describe("one order", () => {
  const get = async (reference: string) => {
    const read = await orders().get(aConnection(), reference)
    return read.readable ? { reference: read.order.reference, number: read.order.number } : read
  }
  beforeEach(() => {
    const list = aList([1, 2, 3, 4, 5])
    list.orders.forEach((order, index) => (order.number = [100, 1001, 1002, 10010, 11001][index]))
  })

  it("is found by its id with one call", async () => {
    await expect(get("1000001")).resolves.toEqual({ reference: "1000001", number: "1001" })
    expect(server.calls()).toEqual([{ call: "GET /orders/1000001" }])
    expect(server.received[0].query.get("aggregates")).toBe("fulfillment_orders")
  })

  it("is found by the number that people quote, and by no other that holds it", async () => {
    await expect(get("1001")).resolves.toEqual({ reference: "1000001", number: "1001" })
    await expect(get(" #100 ")).resolves.toEqual({ reference: "1000000", number: "100" })
  })

  it("is not asked for by its id when it is written as a number", async () => {
    await get("#1001")
    expect(server.received.every(({ path }) => path.endsWith("/orders"))).toBe(true)
  })

  it("that does not exist is not found", async () => {
    await expect(failureOfPromise(get("555"))).resolves.toMatchObject({
      kind: "not_found",
      problem: { details: { reference: "555" } },
    })
  })

  it("is found by an id of 64 bits, with all its digits", async () => {
    const id = "9223372036854775807"
    server.answer(() => ({ text: JSON.stringify(aWireOrder({ id: 0 })).replace('"id":0', `"id":${id}`) }))
    await expect(get(id)).resolves.toMatchObject({ reference: id })
    expect(server.calls()).toEqual([{ call: `GET /orders/${id}` }])
  })

  it.each(["", "abc", "113-1234567-7654321", "1".repeat(21)])(
    "%j is none of the platform's numbers",
    async (typed) => {
      await expect(failureOfPromise(get(typed))).resolves.toMatchObject({
        kind: "rejected",
        problem: { code: "reference_malformed" },
      })
      expect(server.received).toHaveLength(0)
    },
  )

  it("must be the one that was asked for", async () => {
    server.answerInTurn({ json: { id: 6 } })
    await expect(failureOfPromise(get("5"))).resolves.toMatchObject({ kind: "contract_broken", path: "id" })
  })
})
