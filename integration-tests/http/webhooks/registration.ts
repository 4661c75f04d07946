import { renewWebhooks } from "../../../src/jobs/register-webhooks"
import { connectAccount } from "../../support/connect-account"
import { accountOf, connectLoft, loftOf, type PigeonShop } from "./shop"

export function registrationSuite(shop: () => PigeonShop): void {
  const eventsOf = async (id: string): Promise<string[]> =>
    (await shop().api.get(`accounts/${id}/history`)).data.history
      .map(({ event }: { event: string }) => event)
      .filter((event: string) => event.startsWith("webhooks"))

  it("is done when an account is connected, and once", async () => {
    const account = await connectLoft(shop())
    expect(account.webhooks).toEqual({ registered_at: expect.any(String), problem: null })
    const [hook] = loftOf(shop()).hooks
    expect(hook).toMatch(/^http:\/\/.+\/hooks\/marketplaces\/pigeon$/)
    const again = await shop().api.post(`accounts/${account.id}/webhooks`)
    expect(again.data.account.webhooks).toEqual(account.webhooks)
    await renewWebhooks(shop().container)
    expect(loftOf(shop()).hooks).toEqual([hook])
    expect(await eventsOf(account.id)).toEqual(["webhooks_registered"])
  })

  it("hinders no connecting when the platform refuses it, and is tried again every night", async () => {
    shop().platform.refusesAddresses = true
    const { id, state, webhooks } = await connectLoft(shop())
    expect({ state, webhooks }).toMatchObject({
      state: "connected",
      webhooks: { registered_at: null, problem: { code: "webhooks_not_registered", severity: "warning" } },
    })
    expect(webhooks.problem.cause).toContain("not https")
    await renewWebhooks(shop().container)
    shop().platform.refusesAddresses = false
    await renewWebhooks(shop().container)
    const later = await accountOf(shop(), id)
    expect(later.webhooks).toEqual({ registered_at: expect.any(String), problem: null })
    expect(await eventsOf(id)).toEqual(["webhooks_registered", "webhooks_failed"])
  })

  it("puts right what the platform has forgotten", async () => {
    await connectLoft(shop())
    const known = loftOf(shop()).hooks
    loftOf(shop()).hooks = []
    await renewWebhooks(shop().container)
    expect(loftOf(shop()).hooks).toEqual(known)
  })

  it("ends with the account, as far as the platform lets us", async () => {
    const first = await connectLoft(shop())
    await shop().api.remove(`accounts/${first.id}`)
    expect(loftOf(shop()).hooks).toEqual([])
    const second = await connectLoft(shop())
    loftOf(shop()).access = "revoked"
    expect((await shop().api.remove(`accounts/${second.id}`)).status).toBe(200)
  })

  it("is refused for a platform that does not call", async () => {
    const { id } = await connectAccount(shop().container, { name: "No calls" })
    const { status, data } = await shop().api.post(`accounts/${id}/webhooks`)
    expect(status).toBe(400)
    expect(data.message).toContain("does not call a store")
  })
}
