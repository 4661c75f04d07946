import { problem, type WebhookEvent } from "../../../connector"
import { sortEvents, type ToldAccount } from "./sort-events"

const account = (changes: Partial<ToldAccount> = {}): ToldAccount => ({
  id: "mpacc_1",
  external_id: "store-1",
  state: "connected",
  problem: null,
  importsAutomatically: true,
  ...changes,
})
const changed: WebhookEvent = { kind: "order_changed", externalId: "store-1", reference: "7" }
const relisted: WebhookEvent = { kind: "listings_changed", externalId: "store-1" }
const lost: WebhookEvent = { kind: "authorization_lost", externalId: "store-1" }
const resumed: WebhookEvent = { kind: "resumed", externalId: "store-1" }
const offByPlatform = { state: "paused" as const, problem: problem("account_suspended") }

describe("what follows from a webhook", () => {
  it.each<[string, Partial<ToldAccount>, WebhookEvent[], [orders: number, listings: number, checks: number]]>(
    [
      ["for an account that works: everything", {}, [changed, relisted, lost], [1, 1, 1]],
      [
        "for an account that a person switched off: nothing",
        { state: "paused" },
        [changed, relisted, resumed],
        [0, 0, 0],
      ],
      [
        "for one that imports by hand: a check only",
        { importsAutomatically: false },
        [changed, relisted, lost],
        [0, 0, 1],
      ],
      [
        "for one that the platform suspended: a check only",
        offByPlatform,
        [changed, relisted, resumed],
        [0, 0, 1],
      ],
      [
        "for one that must be renewed: what is to be read afterwards",
        { state: "needs_reauthorization" },
        [changed, relisted, lost],
        [1, 1, 0],
      ],
      ["for another store: nothing", { external_id: "store-2" }, [changed, relisted, lost], [0, 0, 0]],
    ],
  )("%s", (_what, changes, events, [orders, listings, checks]) => {
    const { changedOrders, changedListings, toCheck } = sortEvents(events, [account(changes)])
    expect([changedOrders.length, changedListings.length, toCheck.length]).toEqual([orders, listings, checks])
  })

  it("is the same for each account of the store", () => {
    const { changedOrders } = sortEvents([changed], [account(), account({ id: "mpacc_2" })])
    expect(changedOrders.map(({ account_id }) => account_id)).toEqual(["mpacc_1", "mpacc_2"])
  })

  it("that asks for something under the law is kept, whoever it is about", () => {
    const request = { kind: "store_redact", key: "1", customer: null, orders: [] } as const
    const asked: WebhookEvent = { kind: "privacy", externalId: "nobody", request: { ...request, orders: [] } }
    expect(sortEvents([asked], [account({ state: "paused" })]).privacy).toHaveLength(1)
  })

  it("that says nothing of use is noted for the log", () => {
    expect(sortEvents([{ kind: "ignored", externalId: null, what: "coo" }], []).left).toEqual(["coo"])
  })
})
