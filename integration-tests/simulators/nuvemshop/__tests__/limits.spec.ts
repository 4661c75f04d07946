import { type NuvemshopSimulator, startNuvemshopSimulator } from ".."
import { call, get, type Reply, STORE_ID, TOKEN } from "./requests"

let clock = new Date("2026-11-22T12:00:00Z")
const products = [{ name: "Caneca", variants: [{ id: 1, sku: "MUG" }] }]

describe("the leaky bucket", () => {
  let simulator: NuvemshopSimulator
  const limit = ({ headers }: Reply): number[] =>
    ["limit", "remaining", "reset"].map((name) => Number(headers.get(`x-rate-limit-${name}`)))
  const calls = async (count: number): Promise<number[]> => {
    const statuses: number[] = []
    for (let i = 0; i < count; i += 1) statuses.push((await get(simulator, "/store")).status)
    return statuses
  }

  beforeEach(async () => {
    clock = new Date("2026-11-22T12:00:00Z")
    simulator = await startNuvemshopSimulator({
      now: () => clock,
      stores: [{ id: STORE_ID, accessToken: TOKEN, languages: ["pt"], products }],
    })
  })
  afterEach(() => simulator.close())

  it("tells its size, what is left, and when it is empty again", async () => {
    expect(limit(await get(simulator, "/store"))).toEqual([40, 39, 500])
    expect(limit(await get(simulator, "/orders"))).toEqual([40, 38, 1000])
  })

  it("takes forty calls at once, refuses the next, and drains two a second", async () => {
    expect(await calls(40)).toEqual(Array(40).fill(200))
    const refused = await get(simulator, "/store")
    expect([refused.status, refused.json.code, limit(refused)]).toEqual([429, 429, [40, 0, 20_000]])
    clock = new Date(clock.getTime() + 1000)
    expect(await calls(3)).toEqual([200, 200, 429])
  })

  it("counts nothing for a caller it does not know", async () => {
    const reply = await get(simulator, "/store", { token: "nope" })
    expect(reply.headers.get("x-rate-limit-limit")).toBeNull()
    expect(limit(await get(simulator, "/store"))).toEqual([40, 39, 500])
  })

  it("is ten times as large for a large plan", async () => {
    simulator.store().plan = "evolution"
    expect(limit(await get(simulator, "/store"))).toEqual([400, 399, 50])
  })

  it("weighs writes of stock in a second bucket", async () => {
    simulator.setLimits({ writes: { size: 3, perSecond: 1 } })
    const [product] = simulator.store().products.keys()
    const write = (count: number): Promise<Reply> =>
      call(simulator, "PATCH", "/products/stock-price", [
        {
          id: product,
          variants: Array.from({ length: count }, () => ({ id: 1, inventory_levels: [{ stock: 5 }] })),
        },
      ])
    expect((await write(4)).status).toBe(429)
    expect((await write(2)).status).toBe(200)
    expect((await write(2)).status).toBe(429)
    expect((await get(simulator, "/store")).status).toBe(200)
    clock = new Date(clock.getTime() + 1000)
    expect((await write(2)).status).toBe(200)
  })
})
