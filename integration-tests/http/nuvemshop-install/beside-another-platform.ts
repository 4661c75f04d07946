import { handOutDueWork } from "../../../src/jobs/sync-due-accounts"
import { addSeller } from "../../support/amazon-seller"
import { amazonSites, connectAccount } from "../../support/connect-account"
import { accountOf, connectStore, eventually, openStore, sell, statesOf, type NuvemshopShop } from "./shop"

export function besideAnotherPlatformSuite(shop: () => NuvemshopShop): void {
  /** An account of each platform with one order that has not been read yet; both are due. */
  async function both() {
    const storeId = openStore(shop())
    const store = await connectStore(shop(), storeId)
    const sale = sell(shop(), storeId, { silent: true })
    const seller = addSeller(shop().amazon, { orders: 1 })
    const amazon = await connectAccount(shop().container, {
      ...{ store: shop().store, externalId: seller.id, credentials: seller.credentials },
      sites: amazonSites("US"),
    })
    return { storeId, store, sale, amazon, order: seller.orders[0].orderId, seller }
  }
  const due = () => handOutDueWork(shop().container)

  it.each<[string, (storeId: number) => void, object]>([
    [
      "answers nothing but errors",
      () => shop().simulator.addFault({ kind: "status", status: 500, times: "always" }),
      { state: "connected", problem: { code: "platform_unavailable" } },
    ],
    [
      "has suspended the store",
      (storeId) => shop().simulator.suspend(storeId),
      { state: "paused", problem: { code: "account_suspended" } },
    ],
    [
      "no longer takes the token",
      (storeId) => shop().simulator.revokeToken(storeId),
      { state: "needs_reauthorization", problem: { code: "authorization_lost" } },
    ],
  ])("are strangers to each other when Nuvemshop %s", async (_what, fail, stand) => {
    const { storeId, store, sale, amazon, order } = await both()
    fail(storeId)
    await due()
    await eventually(async () => expect(await statesOf(shop(), amazon.id)).toEqual({ [order]: "imported" }))
    await eventually(async () => expect(await accountOf(shop(), store.id)).toMatchObject(stand))
    expect(await statesOf(shop(), store.id)).not.toHaveProperty(sale)
    expect(await accountOf(shop(), amazon.id)).toMatchObject({ state: "connected", problem: null })
  })

  it("are strangers to each other when Amazon takes the authorization away", async () => {
    const { store, sale, amazon, seller } = await both()
    shop().amazon.revokeRefreshToken(seller.refreshToken)
    await due()
    await eventually(async () => expect(await statesOf(shop(), store.id)).toEqual({ [sale]: "imported" }))
    await eventually(async () =>
      expect(await accountOf(shop(), amazon.id)).toMatchObject({ state: "needs_reauthorization" }),
    )
    expect(await accountOf(shop(), store.id)).toMatchObject({ state: "connected", problem: null })
  })
}
