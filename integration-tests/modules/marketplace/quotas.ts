import { anAccount, together, type Bench } from "./tools"

const OPERATION = "searchOrders"
/** So slow that nothing flows in during a test. */
const slow = (burst: number) => ({ ratePerSecond: 0.001, burst })

export const quotas = ({ service, sql }: Bench) =>
  describe("the budget of calls", () => {
    const spend = (id: string, burst: number) => service.spendQuota(id, OPERATION, slow(burst))
    const waitOf = async (id: string) => (await service.spendQuota(id, OPERATION, slow(1))) / 1000

    it("of ten calls lets exactly ten of fifty through that come at once", async () => {
      const id = await anAccount(service)
      // The eleventh call makes the bucket; whoever meets another one at that is told to ask again at once.
      expect(await spend(id, 11)).toBe(0)
      const waits = await together(50, () => spend(id, 11))
      expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
      for (const wait of waits.filter(Boolean)) expect(wait).toBeGreaterThan(0)
    })

    it("tells how long to wait for the next turn", async () => {
      const id = await anAccount(service)
      await spend(id, 1)
      expect(await waitOf(id)).toBeGreaterThan(990)
      expect(await waitOf(id)).toBeLessThanOrEqual(1000)
    })

    it("fills up with time, and never above its burst", async () => {
      const id = await anAccount(service)
      for (let call = 0; call < 3; call += 1) expect(await spend(id, 3)).toBe(0)
      await sql(`UPDATE marketplace_quota SET refilled_at = refilled_at - interval '2000 seconds'`)
      expect((await together(5, () => spend(id, 3))).filter((wait) => wait === 0)).toHaveLength(2)
      await sql(`UPDATE marketplace_quota SET refilled_at = refilled_at - interval '30 days'`)
      expect((await together(5, () => spend(id, 3))).filter((wait) => wait === 0)).toHaveLength(3)
    })

    it("is one's own for each account and operation", async () => {
      const [one, two] = [await anAccount(service), await anAccount(service)]
      expect(await spend(one, 1)).toBe(0)
      expect(await spend(two, 1)).toBe(0)
      expect(await service.spendQuota(one, "getOrder", slow(1))).toBe(0)
      expect(await spend(one, 1)).toBeGreaterThan(0)
    })

    it("follows the rate that the platform tells, and keeps what had flowed in before", async () => {
      const id = await anAccount(service)
      for (let call = 0; call < 2; call += 1) expect(await spend(id, 2)).toBe(0)
      await sql(`UPDATE marketplace_quota SET refilled_at = refilled_at - interval '500 seconds'`)
      await service.observeRate(id, OPERATION, 0.01)
      const [quota] = await service.listQuotas({ account_id: id })
      expect(quota.rate_per_second).toBeCloseTo(0.01)
      expect(quota.tokens).toBeCloseTo(0.5, 1)
      expect(await waitOf(id)).toBeGreaterThan(45)
      expect(await waitOf(id)).toBeLessThan(51)
    })

    it("does not write when the platform tells the rate that is known", async () => {
      const id = await anAccount(service)
      await service.spendQuota(id, OPERATION, { ratePerSecond: 0.0056, burst: 20 })
      const [before] = await service.listQuotas({ account_id: id })
      await service.observeRate(id, OPERATION, 0.0056)
      const [after] = await service.listQuotas({ account_id: id })
      expect(after.refilled_at).toEqual(before.refilled_at)
    })

    it("is empty after the platform refused a call all the same", async () => {
      const id = await anAccount(service)
      await spend(id, 10)
      expect(await service.exhaustQuota(id, OPERATION)).toBe(1_000_000)
      expect(await spend(id, 10)).toBeGreaterThan(0)
    })
  })
