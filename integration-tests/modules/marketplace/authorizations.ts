import { together, type Bench } from "./tools"

const request = {
  provider_id: "amazon",
  name: "My shop",
  account_id: null,
  settings: null,
  choice: { region: "eu" },
}

export const authorizations = ({ service, sql }: Bench) =>
  describe("the consent that a person began", () => {
    const begin = () => service.beginAuthorization(request, "user_1")

    it("comes back to what it was begun for", async () => {
      const state = await begin()
      expect(state.length).toBeGreaterThanOrEqual(43)
      expect(await service.redeemAuthorization(state, "amazon", "user_1")).toEqual(request)
    })

    it("counts once, also when it comes back ten times at once", async () => {
      const state = await begin()
      const results = await together(10, () => service.redeemAuthorization(state, "amazon", "user_1"))
      expect(results.filter(Boolean)).toHaveLength(1)
      expect(await service.redeemAuthorization(state, "amazon", "user_1")).toBeUndefined()
    })

    it.each([
      ["another person", "amazon", "user_2"],
      ["another platform", "nuvemshop", "user_1"],
    ])("is nothing for %s, and is not used up by the attempt", async (_who, provider, user) => {
      const state = await begin()
      expect(await service.redeemAuthorization(state, provider, user)).toBeUndefined()
      expect(await service.redeemAuthorization(state, "amazon", "user_1")).toEqual(request)
    })

    it("is too late after a quarter of an hour", async () => {
      const state = await begin()
      const age = (minutes: string) =>
        sql(`UPDATE marketplace_authorization SET expires_at = expires_at - interval '${minutes} minutes'`)
      await age("16")
      expect(await service.redeemAuthorization(state, "amazon", "user_1")).toBeUndefined()
    })

    it("cannot be guessed, nor read out of the database", async () => {
      const states = await together(20, begin)
      expect(new Set(states).size).toBe(20)
      expect(await service.redeemAuthorization("", "amazon", "user_1")).toBeUndefined()
      const [row] = await sql<{ state_digest: string }>(
        `SELECT state_digest FROM marketplace_authorization LIMIT 1`,
      )
      expect(await service.redeemAuthorization(row.state_digest, "amazon", "user_1")).toBeUndefined()
    })

    it("is cleared away when it is a day old", async () => {
      await begin()
      await sql(`UPDATE marketplace_authorization SET expires_at = expires_at - interval '2 days'`)
      await begin()
      expect(await sql(`SELECT id FROM marketplace_authorization`)).toHaveLength(1)
    })
  })
