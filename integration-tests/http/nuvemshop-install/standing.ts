import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { authorizationLost } from "../../../src/connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import { executeMarketplaceRunWorkflow } from "../../../src/workflows"
import { checkAccount } from "../../../src/workflows/account/check-account"
import { loadAccount } from "../../../src/workflows/account/load-account"
import { openConnection } from "../../../src/workflows/account/open-connection"
import {
  accountOf,
  bellOf,
  connectStore,
  consent,
  eventually,
  openStore,
  sell,
  statesOf,
  sync,
  type NuvemshopShop,
} from "./shop"

export function standingSuite(shop: () => NuvemshopShop): void {
  it("that the merchant uninstalls needs a person, tells it once, and fetches the gap when it is renewed", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    const before = sell(shop(), storeId)
    await eventually(async () => expect(await statesOf(shop(), id)).toEqual({ [before]: "imported" }))
    shop().simulator.uninstall(storeId)
    await eventually(async () =>
      expect(await accountOf(shop(), id)).toMatchObject({
        state: "needs_reauthorization",
        problem: { code: "authorization_lost" },
      }),
    )
    await sync(shop(), id)
    expect(await bellOf(shop(), id)).toEqual(["authorization_lost"])

    const meanwhile = sell(shop(), storeId)
    const { data } = await shop().api.get(await consent(shop(), storeId, { account_id: id }))
    expect(data.account).toMatchObject({ id, state: "connected", problem: null })
    expect(shop().simulator.webhooks(storeId)).not.toEqual([])
    await sync(shop(), id)
    expect(await statesOf(shop(), id)).toEqual({ [before]: "imported", [meanwhile]: "imported" })
  })

  it("whose token no longer works is found out by the schedule too", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    shop().simulator.revokeToken(storeId)
    await sync(shop(), id)
    await sync(shop(), id)
    expect(await accountOf(shop(), id)).toMatchObject({ state: "needs_reauthorization" })
    expect(await bellOf(shop(), id)).toEqual(["authorization_lost"])
  })

  it("that the platform suspends waits, and goes on by itself when the platform does", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    shop().simulator.suspend(storeId)
    await eventually(async () =>
      expect(await accountOf(shop(), id)).toMatchObject({
        state: "paused",
        problem: { code: "account_suspended" },
      }),
    )
    const meanwhile = sell(shop(), storeId)
    shop().simulator.resume(storeId)
    await eventually(async () =>
      expect(await accountOf(shop(), id)).toMatchObject({ state: "connected", problem: null }),
    )
    await sync(shop(), id)
    expect(await statesOf(shop(), id)).toEqual({ [meanwhile]: "imported" })
    expect(await bellOf(shop(), id)).toEqual(["account_suspended"])
  })

  it("whose webhooks come doubled, late and in any order brings each order once", async () => {
    const storeId = openStore(shop())
    const { id } = await connectStore(shop(), storeId)
    shop().simulator.holdWebhooks()
    const references = Array.from({ length: 20 }, () => sell(shop(), storeId))
    shop().simulator.switches.holdWebhooks = false
    await shop().simulator.releaseWebhooks({ shuffle: true, copies: 4 })
    const all = Object.fromEntries(references.map((reference) => [reference, "imported"]))
    await eventually(async () => expect(await statesOf(shop(), id)).toEqual(all))
    const made = `SELECT id FROM history_entry WHERE event = 'imported' AND account_id = '${id}'`
    expect(await shop().sql(made)).toHaveLength(references.length)
  })

  describe("that is connected anew while a call with its old token is under way", () => {
    afterEach(() => jest.restoreAllMocks())

    const marketplace = () => shop().container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const platform = () => {
      const found = marketplace().connector("nuvemshop")
      if (!found?.orders) throw new Error("The test's connector is gone")
      return { connector: found, orders: found.orders }
    }
    /** The merchant installs the application again, and the platform no longer knows the old token. */
    const renewed = (storeId: number, id: string) => async (): Promise<never> => {
      const { data } = await shop().api.get(await consent(shop(), storeId, { account_id: id }))
      expect(data.account).toMatchObject({ id, state: "connected", problem: null })
      throw authorizationLost("the old token")
    }
    const expectWorking = async (id: string) => {
      expect(await accountOf(shop(), id)).toMatchObject({ state: "connected", problem: null })
      expect(await bellOf(shop(), id)).toEqual([])
    }

    it("stays connected when the call was a sync's, and what it missed comes by the next one", async () => {
      const storeId = openStore(shop())
      const { id } = await connectStore(shop(), storeId)
      const missed = sell(shop(), storeId, { silent: true })
      jest.spyOn(platform().orders, "search").mockImplementationOnce(renewed(storeId, id))
      await sync(shop(), id)
      await expectWorking(id)
      const { next_sync_at } = await marketplace().retrieveMarketplaceAccount(id)
      expect(Number(next_sync_at)).toBeLessThanOrEqual(Date.now())
      await sync(shop(), id)
      expect(await statesOf(shop(), id)).toEqual({ [missed]: "imported" })
    })

    it("stays connected when the call asked whether it still works, which is asked again", async () => {
      const storeId = openStore(shop())
      const { id } = await connectStore(shop(), storeId)
      await marketplace().askForChecks([id])
      jest.spyOn(platform().connector, "verify").mockImplementationOnce(renewed(storeId, id))
      await checkAccount(shop().container, id)
      await expectWorking(id)
      await checkAccount(shop().container, id)
      await expectWorking(id)
      expect((await marketplace().retrieveMarketplaceAccount(id)).check_due_at).toBeNull()
    })

    it("stays connected when the call read an order that a webhook told of", async () => {
      const storeId = openStore(shop())
      const { id } = await connectStore(shop(), storeId)
      const read = jest.spyOn(platform().orders, "get").mockImplementationOnce(renewed(storeId, id))
      const told = sell(shop(), storeId)
      await eventually(async () => expect(read).toHaveBeenCalled())
      await eventually(async () =>
        expect((await marketplace().retrieveMarketplaceAccount(id)).check_due_at).not.toBeNull(),
      )
      await expectWorking(id)
      await sync(shop(), id)
      await eventually(async () => expect(await statesOf(shop(), id)).toEqual({ [told]: "imported" }))
    })

    it("stays connected when a person had asked for an order, which is read with the new token", async () => {
      const storeId = openStore(shop())
      const { id } = await connectStore(shop(), storeId)
      const wanted = sell(shop(), storeId, { silent: true })
      jest.spyOn(platform().orders, "get").mockImplementationOnce(renewed(storeId, id))
      const { data } = await shop().api.post(`accounts/${id}/import`, { references: [wanted] })
      const stateOf = async () => (await marketplace().retrieveMarketplaceRun(data.run_id)).resume_at
      await eventually(async () => expect(await stateOf()).not.toBeNull())
      await expectWorking(id)
      await executeMarketplaceRunWorkflow(shop().container).run({ input: { runId: data.run_id } })
      expect(await statesOf(shop(), id)).toEqual({ [wanted]: "imported" })
    })

    it("keeps its new token when the old connection has something to save", async () => {
      const storeId = openStore(shop())
      const { id } = await connectStore(shop(), storeId)
      const old = await loadAccount(shop().container, id)
      const logger = shop().container.resolve(ContainerRegistrationKeys.LOGGER)
      const connection = openConnection(old, { maxWaitMs: 1000, logger })
      await expect(renewed(storeId, id)()).rejects.toThrow()
      await connection.saveCredentials({ ...connection.credentials, auth_header: "old" })
      const { row } = await loadAccount(shop().container, id)
      expect(marketplace().openCredentials(row)).not.toMatchObject({ auth_header: "old" })
      await sync(shop(), id)
      await expectWorking(id)
    })
  })
}
