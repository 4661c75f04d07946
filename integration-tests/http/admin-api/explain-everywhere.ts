import { addSeller } from "../../support/amazon-seller"
import { connect, everythingStored, orderOf, sync, type Shop } from "./shop"

/** A number is asked for without saying whose it is. */
export function explainEverywhereSuite(shop: () => Shop): void {
  const ask = async (reference: string, query = "") => {
    const { data, status } = await shop().api.get(
      `explain?reference=${encodeURIComponent(reference)}&lang=en${query}`,
    )
    expect(status).toBe(200)
    return data
  }

  async function twoShops() {
    const seller = addSeller(shop().simulator, {
      orders: 1,
      generate: {
        skus: ["MUG-WHITE"],
        mix: { fbaShare: 0, statuses: { UNSHIPPED: 1 }, shares: { replacement: 0 } },
      },
    })
    const account = await connect(shop(), seller, { name: "First shop" })
    const other = await connect(shop(), addSeller(shop().simulator), { name: "Second shop" })
    return { account, other, reference: seller.orders[0].orderId }
  }

  it("finds the order by the platform's number, by what it is called in Medusa, and by Medusa's own number", async () => {
    const { account, reference } = await twoShops()
    await sync(shop(), account.id)
    const row = await orderOf(shop(), account.id, reference)
    const { data } = await shop().api.get(`orders/${row.id}`)
    const shown = data.order.order
    const typed = [
      reference,
      shown.custom_display_id,
      `#${shown.display_id}`,
      `${shown.display_id}`,
      row.order_id,
    ]
    for (const one of typed) {
      expect(await ask(one)).toMatchObject({
        reference: one,
        explanations: [
          {
            account_id: account.id,
            account_name: "First shop",
            reference,
            status: "imported",
            marketplace_order_id: row.id,
            order_id: row.order_id,
          },
        ],
      })
    }
  })

  it("takes the account's prefix off also when the account is named", async () => {
    const { account, reference } = await twoShops()
    const prefixed = `${account.order_prefix}-${reference}`
    const query = `&account_id=${account.id}`
    expect(await ask(prefixed, query)).toMatchObject({
      reference,
      account_id: account.id,
      status: "known_to_platform",
      marketplace_order_id: null,
    })
    await sync(shop(), account.id)
    const { id } = await orderOf(shop(), account.id, reference)
    expect(await ask(prefixed.toLowerCase(), query)).toMatchObject({
      status: "imported",
      marketplace_order_id: id,
    })
  })

  it("asks every connected account's platform for what nobody here knows, and stores nothing of it", async () => {
    const { account, other, reference } = await twoShops()
    const paused = await connect(shop(), addSeller(shop().simulator), { name: "Third shop" })
    await shop().api.post(`accounts/${paused.id}/pause`)
    const before = await everythingStored(shop())
    const { explanations } = await ask(reference)
    expect(explanations).toMatchObject([
      { account_id: account.id, status: "known_to_platform", marketplace_order_id: null },
      { account_id: other.id, status: "not_known_to_platform", problems: [{ code: "order_not_found" }] },
    ])
    const nonsense = await ask("nonsense")
    expect(
      nonsense.explanations.map(({ problems }: { problems: { code: string }[] }) => problems[0].code),
    ).toEqual(["reference_malformed", "reference_malformed"])
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("asks only the account whose prefix the number carries", async () => {
    const { other } = await twoShops()
    const { explanations } = await ask(`${other.order_prefix}-999-0000000-0000000`)
    expect(explanations).toMatchObject([
      { account_id: other.id, reference: "999-0000000-0000000", status: "not_known_to_platform" },
    ])
  })

  it("has nothing to say in a shop without accounts", async () => {
    expect(await ask("12")).toEqual({ reference: "12", explanations: [] })
  })
}
