import { Modules } from "@medusajs/framework/utils"
import { addSeller } from "../../support/amazon-seller"
import { connect, eventually, everythingStored, orderOf, sync, type Shop } from "./shop"

export function mappingSuite(shop: () => Shop): void {
  async function blockedOrder() {
    const seller = addSeller(shop().simulator, { orders: 1, generate: { skus: ["UNKNOWN-SKU"] } })
    const account = await connect(shop(), seller)
    await sync(shop(), account.id)
    const order = await orderOf(shop(), account.id, seller.orders[0].orderId)
    expect(order.problems[0]).toMatchObject({
      code: "listing_unmapped",
      severity: "error",
      owner: "merchant",
    })
    return { account, order }
  }
  const until = (accountId: string, reference: string, state: string) =>
    eventually(
      () => orderOf(shop(), accountId, reference),
      (one) => one.state === state,
    )

  it("imports the orders that waited for a listing as soon as it is mapped", async () => {
    const { account, order } = await blockedOrder()
    const listed = await shop().api.get(`mappings?account_id=${account.id}&state=unmapped&q=unknown`)
    expect(listed.data.mappings).toMatchObject([
      { listing_key: "UNKNOWN-SKU", variant_id: null, state: "unmapped" },
    ])
    const { data, status } = await shop().api.post("mappings", {
      account_id: account.id,
      listing_key: "UNKNOWN-SKU",
      variant_id: shop().store.variantIds["MUG-WHITE"],
      units_per_package: 2,
    })
    expect(status).toBe(200)
    expect(data).toMatchObject({
      orders_due: 1,
      mapping: { state: "mapped", matched_by: "person", units_per_package: 2 },
    })
    expect((await until(account.id, order.reference, "imported")).state).toBe("imported")
  })

  it("imports without a variant what is marked as not managed here", async () => {
    const { account, order } = await blockedOrder()
    await shop().api.post("mappings", {
      account_id: account.id,
      listing_key: "UNKNOWN-SKU",
      variant_id: null,
      state: "ignored",
    })
    expect((await until(account.id, order.reference, "imported")).state).toBe("imported")
  })

  it("matches by exact SKU what got its product later", async () => {
    const { account, order } = await blockedOrder()
    const { id } = await shop()
      .container.resolve(Modules.PRODUCT)
      .createProducts({ title: "Late", options: [{ title: "Size", values: ["One"] }] })
    await shop()
      .container.resolve(Modules.PRODUCT)
      .createProductVariants({
        product_id: id,
        title: "Late",
        sku: "UNKNOWN-SKU",
        manage_inventory: false,
        options: { Size: "One" },
      })
    const { data } = await shop().api.post("mappings/match", { account_id: account.id })
    expect(data).toMatchObject({ matched: 1, unmatched: 0, orders_due: 1 })
    expect((await until(account.id, order.reference, "imported")).state).toBe("imported")
  })

  it.each([
    ["a variant that does not exist", { variant_id: "variant_none" }, "variant_id"],
    ["a mapped listing without a variant", { variant_id: null, state: "mapped" }, "variant_id"],
    ["an ignored listing with a variant", { variant_id: "variant_x", state: "ignored" }, "state"],
    ["half a unit", { variant_id: null, units_per_package: 0.5 }, "units_per_package"],
    ["no units", { variant_id: null, units_per_package: 0 }, "units_per_package"],
  ])("refuses %s and changes nothing", async (_what, over, field) => {
    const account = await connect(shop(), addSeller(shop().simulator))
    const before = await everythingStored(shop())
    const answer = await shop().api.post("mappings", { account_id: account.id, listing_key: "X", ...over })
    expect(answer.status).toBe(400)
    expect(answer.data.message).toContain(`'${field}'`)
    expect(await everythingStored(shop())).toEqual(before)
  })
}
