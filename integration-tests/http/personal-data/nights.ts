import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import purgePersonalDataJob, { purgePersonalData } from "../../../src/jobs/purge-personal-data"
import syncDueAccountsJob from "../../../src/jobs/sync-due-accounts"
import type { PrivacyShop } from "./shop"

export function nightSuite(shop: () => PrivacyShop): void {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const logger = () => shop().container.resolve(ContainerRegistrationKeys.LOGGER)
  const names = async (statement: string) =>
    (await shop().sql<{ name: string }>(statement)).map(({ name }) => name)
  const noticed = () => names("SELECT notice_id AS name FROM marketplace_change_notice ORDER BY notice_id")
  const consents = () => names("SELECT name FROM marketplace_authorization ORDER BY name")

  const threeNotices = async () => {
    const account_id = await shop().account()
    await shop().marketplace.noteChanges(
      ["followed long ago", "followed yesterday", "not followed"].map((notice_id) => ({
        ...{ account_id, notice_id },
        reference: notice_id,
      })),
    )
    const followed = (id: string, days: number) =>
      shop().sql(
        `UPDATE marketplace_change_notice SET read_at = now() - interval '${days} days' WHERE notice_id = '${id}'`,
      )
    await followed("followed long ago", 31)
    await followed("followed yesterday", 1)
    await shop().sql(`UPDATE marketplace_change_notice SET created_at = now() - interval '40 days'`)
  }

  it("notices that were followed, once no double of theirs can come any more", async () => {
    await threeNotices()
    await purgePersonalData(shop().container)
    expect(await noticed()).toEqual(["followed yesterday", "not followed"])
  })

  it("consents that began at a platform and were not confirmed in time; those begun here a day later", async () => {
    const { marketplace } = shop()
    const held = (name: string) =>
      marketplace.holdAuthorization({ providerId: "amazon", name, query: { code: "secret" } }, "user_admin")
    const begun = (name: string) =>
      marketplace.beginAuthorization(
        { provider_id: "amazon", name, account_id: null, choice: {}, settings: null },
        "user_admin",
      )
    const expired = (name: string, hours: number) =>
      shop().sql(
        `UPDATE marketplace_authorization SET expires_at = now() - interval '${hours} hours' WHERE name = '${name}'`,
      )
    for (const name of ["held", "held, too late"]) await held(name)
    for (const name of ["begun", "begun, too late", "begun, long ago"]) await begun(name)
    await expired("held, too late", 1)
    await expired("begun, too late", 1)
    await expired("begun, long ago", 25)
    await purgePersonalData(shop().container)
    expect(await consents()).toEqual(["begun", "begun, too late", "held"])
  })

  it("and goes on where one of it fails, which is logged by its kind", async () => {
    await threeNotices()
    await shop().bring(await shop().account({ externalId: "AOTHER", orderPrefix: "AMZ2" }), { number: 1 })
    await shop().expire()
    jest.spyOn(shop().marketplace, "forgetAuthorizations").mockRejectedValue(new RangeError("a secret"))
    const logged = jest.spyOn(logger(), "error").mockImplementation(() => undefined)
    expect(await purgePersonalData(shop().container)).toEqual({ purged: 1, failed: 0 })
    expect(await noticed()).toEqual(["followed yesterday", "not followed"])
    expect(logged.mock.calls.flat()).toEqual([
      expect.stringMatching(/^\[marketplaces\] .*consents.*: RangeError nights\.ts:\d+$/),
    ])
  })

  it.each([
    ["the purge", purgePersonalDataJob, "takeExpiredOrders" as const],
    ["the handing out of due work", syncDueAccountsJob, "takeDueRuns" as const],
  ])("a failure of %s is logged without its message", async (_what, job, method) => {
    jest.replaceProperty(process.env, "NODE_ENV", "production")
    jest.spyOn(shop().marketplace, method).mockRejectedValue(new RangeError("a secret"))
    const logged = jest.spyOn(logger(), "error").mockImplementation(() => undefined)
    await job(shop().container)
    expect(logged.mock.calls.flat()).toEqual([
      expect.stringMatching(/^\[marketplaces\] .*: RangeError nights\.ts:\d+$/),
    ])
  })
}
