import { addSeller } from "../../support/amazon-seller"
import { connect, everythingStored, orderOf, sync, type Shop } from "./shop"

export function explainSuite(shop: () => Shop): void {
  const explain = async (accountId: string, reference: string, lang = "en") =>
    (
      await shop().api.get(
        `explain?account_id=${accountId}&reference=${encodeURIComponent(reference)}&lang=${lang}`,
      )
    ).data

  async function oneOrder(mix: object, over: Record<string, unknown> = {}, skus = ["MUG-WHITE"]) {
    const seller = addSeller(shop().simulator, {
      orders: 1,
      generate: { skus, mix: { fbaShare: 0, lines: { min: 1, max: 1 }, ...mix } },
    })
    const account = await connect(shop(), seller, over)
    return { account, reference: seller.orders[0].orderId }
  }

  it.each([
    ["waiting for its payment", { statuses: { PENDING: 1 } }, {}, "waiting", "confirms its payment"],
    [
      "waiting for Amazon to ship",
      { statuses: { UNSHIPPED: 1 }, fbaShare: 1 },
      {},
      "waiting",
      "has shipped it",
    ],
    ["shipped before", { statuses: { SHIPPED: 1 } }, {}, "ignored", "shipped before this account saw it"],
    ["canceled", { statuses: { CANCELLED: 1 } }, {}, "canceled", "before it was imported"],
    [
      "in review",
      { statuses: { UNSHIPPED: 1 }, shares: { replacement: 0 } },
      { settings: { review_first: true } },
      "review",
      "waiting for review",
    ],
    [
      "imported",
      { statuses: { UNSHIPPED: 1 }, shares: { replacement: 0 } },
      {},
      "imported",
      "is imported as Medusa order order_",
    ],
  ])("tells of an order that is %s", async (_case, mix, over, status, part) => {
    const { account, reference } = await oneOrder(mix, over)
    await sync(shop(), account.id)
    const told = await explain(account.id, reference)
    expect(told).toMatchObject({ reference, account_id: account.id, status })
    expect(told.sentence).toContain(part)
    expect(told.way_out).not.toBe("")
  })

  it("tells what stops an order, in the reader's language", async () => {
    const { account, reference } = await oneOrder(
      { statuses: { UNSHIPPED: 1 }, shares: { replacement: 0 } },
      {},
      ["NO-SUCH"],
    )
    await sync(shop(), account.id)
    const told = await explain(account.id, reference, "pt-BR")
    expect(told.status).toBe("blocked")
    expect(told.problems[0]).toMatchObject({ code: "listing_unmapped", owner: "merchant" })
    expect(told.sentence).toContain("está bloqueado")
    const order = await orderOf(shop(), account.id, reference)
    await shop().api.post(`orders/${order.id}/ignore`)
    expect((await explain(account.id, reference)).sentence).toContain("one of your team")
  })

  it("calls a marketplace that is switched off by its name", async () => {
    const { account, reference } = await oneOrder({ statuses: { UNSHIPPED: 1 } })
    const sites = account.sites.map(({ external_id }: { external_id: string }) => ({
      external_id,
      enabled: false,
    }))
    await shop().api.post(`accounts/${account.id}`, { sites })
    const told = async () => (await explain(account.id, reference)).sentence
    await sync(shop(), account.id)
    expect(await told()).toContain("its marketplace Amazon.com is switched off")
  })

  it("asks Amazon for what the inbox does not know, and stores nothing of it", async () => {
    const { account, reference } = await oneOrder({ statuses: { UNSHIPPED: 1 }, shares: { replacement: 0 } })
    const before = await everythingStored(shop())
    const unread = await explain(account.id, reference)
    expect(unread).toMatchObject({ status: "known_to_platform", cursor: account.activated_at })
    expect(unread.sentence).toContain("it would be imported")
    expect((await explain(account.id, "999-0000000-0000000")).status).toBe("not_known_to_platform")
    expect(await explain(account.id, "nonsense")).toMatchObject({
      problems: [{ code: "reference_malformed" }],
    })
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("says so when Amazon cannot be asked", async () => {
    const seller = addSeller(shop().simulator, { orders: 1 })
    const account = await connect(shop(), seller)
    shop().simulator.revokeRefreshToken(seller.refreshToken)
    const told = await explain(account.id, seller.orders[0].orderId)
    expect(told).toMatchObject({ status: "not_seen", problems: [{ code: "authorization_lost" }] })
  })
}
