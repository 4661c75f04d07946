import { purgePersonalData } from "../../../src/jobs/purge-personal-data"
import { carryOutPrivacyRequests } from "../../../src/workflows/privacy/carry-out-requests"
import { generateOrders } from "../../simulators/nuvemshop"
import { dumpDatabase, foundIn } from "../../support/dump-database"
import { listenToLogs } from "../../support/listen-to-logs"
import { moveClock } from "../../support/move-clock"
import { accountOf, connectStore, eventually, openStore, statesOf, sync, type NuvemshopShop } from "./shop"

const DAY_MS = 86_400_000
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS)

/** A buyer whose every word is found again in a dump. */
const aBuyer = (mark: string, identification: string) => ({
  name: `Zuleika${mark} Wintergreen${mark}`,
  email: `zuleika-${mark}@buyers.example`.toLowerCase(),
  phone: `+55 11 9${mark}77`,
  identification,
  address: { address: `Rua Secreta ${mark}`, city: "Campinas", province: "São Paulo" },
})
type Buyer = ReturnType<typeof aBuyer>
const wordsOf = ({ name, email, phone, identification, address }: Buyer): string[] => [
  ...name.split(" "),
  ...[email, phone, identification, identification.replace(/\D/g, ""), address.address],
]

export function privacySuite(shop: () => NuvemshopShop): void {
  const maria = aBuyer("81402", "529.982.247-25")
  const joana = aBuyer("93517", "111.444.777-35")

  async function sellTo(storeId: number, ...buyers: Buyer[]): Promise<number[]> {
    const { simulator } = shop()
    const placed = buyers.map((buyer) =>
      simulator.placeOrder({
        lines: [{ sku: "MUG-WHITE", quantity: 1 }],
        buyer,
        storeId,
        createdAt: new Date(Date.now() - 120_000),
      }),
    )
    await simulator.settle()
    return placed.map(({ id }) => id)
  }

  const dump = () => dumpDatabase(shop().database)

  it("removes a buyer when the platform asks, tells what is held of another, and leaves everybody else alone", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    const [first, second] = await sellTo(storeId, maria, joana)
    await eventually(async () =>
      expect(await statesOf(shop(), id)).toEqual({ [first]: "imported", [second]: "imported" }),
    )
    const customerOf = (id: number) => shop().simulator.order(id).customerId ?? undefined
    shop().simulator.customersRedact({ storeId, customerId: customerOf(first) })
    shop().simulator.dataRequest({ storeId, customerId: customerOf(second) })
    await shop().simulator.settle()
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await dump(), wordsOf(maria))).toEqual([])

    const { data } = await shop().api.get("privacy-requests")
    const byKind = Object.fromEntries(data.privacy_requests.map((one: { kind: string }) => [one.kind, one]))
    expect(byKind.customer_redact).toMatchObject({
      account_id: id,
      state: "done",
      report: { orders: 1, held: 0 },
    })
    expect(byKind.customer_data).toMatchObject({ account_id: id, state: "open", exportable: true })
    const path = `privacy-requests/${byKind.customer_data.id}`
    const held = JSON.stringify((await shop().api.get(`${path}/export`)).data)
    expect([joana.email, joana.address.address].filter((word) => !held.includes(word))).toEqual([])
    expect((await shop().api.post(`${path}/answered`)).data.privacy_request).toMatchObject({ state: "done" })
    expect((await shop().api.get(`${path}/export`)).status).toBe(404)
  })

  it("is answered each time: the platform's number of a question says nothing", async () => {
    const { simulator } = shop()
    simulator.switches.dataRequestIds = "one"
    try {
      for (const buyer of [maria, joana]) {
        const storeId = openStore(shop())
        await connectStore(shop(), storeId)
        const [first, second] = await sellTo(storeId, buyer, aBuyer("70315", "987.654.321-00"))
        for (const order of [first, second, second]) {
          simulator.dataRequest({ storeId, customerId: simulator.order(order).customerId ?? undefined })
          await simulator.settle()
        }
      }
    } finally {
      simulator.switches.dataRequestIds = "unique"
    }
    const { data } = await shop().api.get("privacy-requests?kind=customer_data&limit=100")
    expect(data.privacy_requests).toHaveLength(4)
  })

  it("forgets a store that left; one that came back meanwhile it leaves alone", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    const [reference] = await sellTo(storeId, maria)
    await eventually(async () => expect(await statesOf(shop(), id)).toEqual({ [reference]: "imported" }))
    shop().simulator.storeRedact({ storeId })
    await shop().simulator.settle()
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await dump(), [maria.email])).not.toEqual([])

    shop().simulator.uninstall(storeId)
    await eventually(async () =>
      expect(await accountOf(shop(), id)).toMatchObject({ state: "needs_reauthorization" }),
    )
    await moveClock(shop().database, 4)
    shop().simulator.storeRedact({ storeId })
    await shop().simulator.settle()
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await dump(), wordsOf(maria))).toEqual([])
    expect((await shop().api.get("privacy-requests")).data.privacy_requests[0]).toMatchObject({
      kind: "store_redact",
      state: "done",
      report: { orders: 1 },
    })
  })

  it("forgets a store each time it leaves, also twice within a day", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    const wishToBeForgotten = async () => {
      shop().simulator.storeRedact({ storeId })
      await shop().simulator.settle()
      await carryOutPrivacyRequests(shop().container)
    }
    const leave = async () => {
      shop().simulator.uninstall(storeId)
      await eventually(async () =>
        expect(await accountOf(shop(), id)).toMatchObject({ state: "needs_reauthorization" }),
      )
      await wishToBeForgotten()
    }
    const sellOne = async () => {
      const [reference] = await sellTo(storeId, maria)
      await eventually(async () => expect((await statesOf(shop(), id))[reference]).toBe("imported"))
    }
    await sellOne()
    // The wish of an earlier farewell, overtaken by the return.
    await wishToBeForgotten()
    expect(foundIn(await dump(), [maria.email])).not.toEqual([])
    await leave()
    expect(foundIn(await dump(), wordsOf(maria))).toEqual([])

    expect((await connectStore(shop(), storeId)).id).toBe(id)
    await sellOne()
    await leave()
    expect(foundIn(await dump(), wordsOf(maria))).toEqual([])
  })

  it("forgets a store that left while it was suspended: the platform never says that it left", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    const [reference] = await sellTo(storeId, maria)
    await eventually(async () => expect(await statesOf(shop(), id)).toEqual({ [reference]: "imported" }))
    shop().simulator.suspend(storeId)
    shop().simulator.storeRedact({ storeId })
    await shop().simulator.settle()
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await dump(), [maria.email])).not.toEqual([])

    await moveClock(shop().database, 1.1)
    await carryOutPrivacyRequests(shop().container)
    expect(foundIn(await dump(), wordsOf(maria))).toEqual([])
    expect(await accountOf(shop(), id)).not.toMatchObject({ state: "connected" })
  })

  it("keeps no personal word in any table or log once the clock is 31 days further", async () => {
    const storeId = openStore(shop())
    const lines = listenToLogs(shop().container)
    const { id } = await connectStore(shop(), storeId)
    await shop().api.post(`accounts/${id}`, {
      settings: { personal_data_days: 30, review_first: true, unmapped_policy: "draft" },
      activated_at: daysAgo(90).toISOString(),
    })
    await shop().api.post(`accounts/${id}/cursor`, {
      resource: "orders",
      position: daysAgo(90).toISOString(),
    })
    const { orders, expected } = generateOrders({
      seed: "privacy",
      count: 40,
      from: daysAgo(60),
      to: daysAgo(35),
      firstId: 1_790_000_001,
      firstNumber: 9_001,
    })
    shop().simulator.addOrders(orders.map((order) => ({ ...order, storeId })))
    await sync(shop(), id)
    const states = Object.entries(await statesOf(shop(), id))
    expect(states).toHaveLength(orders.length)
    const { data } = await shop().api.get(`orders?account_id=${id}&state=review&limit=100`)
    const ids = data.orders.slice(0, 10).map((order: { id: string }) => order.id)
    expect(ids).toHaveLength(10)
    await shop().api.post("orders/batch", { action: "approve", ids })
    await eventually(async () =>
      expect(Object.values(await statesOf(shop(), id)).filter((state) => state === "imported")).toHaveLength(
        10,
      ),
    )

    const words = [
      ...new Set(
        expected.flatMap(({ buyer, document }) => [buyer?.name, buyer?.email, buyer?.phone, document?.plain]),
      ),
    ].filter((word): word is string => typeof word === "string" && word.length > 5)
    expect(words.length).toBeGreaterThan(40)
    expect(foundIn(await dump(), words).length).toBeGreaterThan(10)
    await moveClock(shop().database, 31)
    expect(await purgePersonalData(shop().container)).toMatchObject({ purged: orders.length, failed: 0 })
    expect(foundIn(await dump(), words)).toEqual([])
    expect(words.filter((word) => lines.some((line) => line.includes(word)))).toEqual([])
  })
}
