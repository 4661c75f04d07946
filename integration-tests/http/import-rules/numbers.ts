import { anOrder, eventually, type RuleShop } from "./shop"

/** What the stall's platform knows under the number 1001. */
const KNOWN = { number: "1001", reference: "TOY-1" }

export function numberSuite(shop: () => RuleShop): void {
  const explain = async (accountId: string, typed: string) =>
    (await shop().api.get(`explain?account_id=${accountId}&reference=${typed}`)).data

  it("finds an order in the list beside its reference, and is shown with it", async () => {
    const account = await shop().account()
    const [row] = await shop().bring(account, anOrder({ number: "4711" }), anOrder({ number: "5822" }))
    for (const typed of ["4711", "47", row.reference]) {
      const { data } = await shop().api.get(`orders?account_id=${account}&q=${typed}`)
      expect(data.orders).toMatchObject([{ id: row.id, number: "4711" }])
    }
  })

  it("is not kept where it is the reference itself", async () => {
    const account = await shop().account()
    const [row] = await shop().bring(account, anOrder({ reference: "4711", number: "4711" }))
    expect(row.number).toBeNull()
  })

  it("is explained, with one account named and with none", async () => {
    const account = await shop().account()
    const [row] = await shop().bring(account, anOrder({ number: "4711" }))
    const wanted = { marketplace_order_id: row.id, reference: row.reference, status: "imported" }
    expect(await explain(account, "4711")).toMatchObject(wanted)
    const { data } = await shop().api.get("explain?reference=4711")
    expect(data.explanations).toMatchObject([wanted])
  })

  it("means the order with that reference rather than the one with that number", async () => {
    const account = await shop().account()
    const [, named] = await shop().bring(account, anOrder({ number: "4711" }), anOrder({ reference: "4711" }))
    const answer = await explain(account, "4711")
    expect(answer).toMatchObject({ marketplace_order_id: named.id })
  })

  it("is asked for at the platform, and leads to an order that the inbox knows by its reference", async () => {
    const account = await shop().account()
    const unseen = await explain(account, KNOWN.number)
    expect(unseen).toMatchObject({
      status: "known_to_platform",
      reference: KNOWN.reference,
      marketplace_order_id: null,
    })
    const [row] = await shop().bring(account, anOrder({ reference: KNOWN.reference }))
    const seen = await explain(account, KNOWN.number)
    expect(seen).toMatchObject({
      marketplace_order_id: row.id,
      reference: KNOWN.reference,
    })
  })

  it("brings the order by hand, once, under its own reference", async () => {
    const account = await shop().account()
    const runs = async (references: string[]) => {
      const { data } = await shop().api.post(`accounts/${account}/import`, { references })
      return eventually(
        async () => (await shop().api.get(`runs/${data.run_id}`)).data.run,
        ({ state }) => state === "done" || state === "failed",
      )
    }
    expect(await runs([KNOWN.number])).toMatchObject({ state: "done" })
    expect(await runs([KNOWN.number, KNOWN.reference])).toMatchObject({ state: "done" })
    expect(await shop().marketplace.listMarketplaceOrders({ account_id: account })).toMatchObject([
      { reference: KNOWN.reference, number: KNOWN.number },
    ])
  })
}
