import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { handOutDueWork } from "../../../src/jobs/sync-due-accounts"
import { resealSecrets } from "../../../src/jobs/reseal-secrets"
import type { Answer } from "../../support/admin-client"
import { addSeller } from "../../support/amazon-seller"
import { connect, eventually, marketplaceOf, sync, type Shop } from "./shop"

type Shown = Answer["data"]

export function workSuite(shop: () => Shop): void {
  const account = async (id: string): Promise<Shown> => (await shop().api.get(`accounts/${id}`)).data.account
  const synced = (id: string) =>
    eventually(
      () => account(id),
      (one) => one.last_sync_at !== null,
    )

  it("hands out each due account once, however often it looks", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 1 }))
    await Promise.all([handOutDueWork(shop().container), handOutDueWork(shop().container)])
    const done = await synced(id)
    expect(new Date(done.next_sync_at).getTime()).toBeGreaterThan(Date.now())
    expect(done.orders).toEqual({ imported: 1 })
    await handOutDueWork(shop().container)
    expect((await shop().api.get(`runs?account_id=${id}`)).data).toMatchObject({
      count: 1,
      runs: [{ kind: "schedule", state: "done" }],
    })
  })

  it("takes up a person's import whose process died", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 1 }), {
      settings: { import_automatically: false },
    })
    const { id: runId } = await marketplaceOf(shop()).createMarketplaceRuns({
      account_id: id,
      kind: "period",
      state: "running",
      requested_by: shop().admin.id,
      from: new Date(Date.now() - 5 * 86_400_000),
      to: new Date(),
    })
    await handOutDueWork(shop().container)
    const run: Shown = await eventually(
      async () => (await shop().api.get(`runs/${runId}`)).data.run,
      (one) => one.state === "done",
    )
    expect(run).toMatchObject({ state: "done", counts: { imported: 1 } })
  })

  it("syncs on request, and does not make the request wait for it", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator, { orders: 1 }))
    shop().simulator.addFault({ kind: "latency", ms: 3_000, operation: "searchOrders" })
    const began = Date.now()
    expect((await shop().api.post(`accounts/${id}/sync`)).status).toBe(202)
    expect(Date.now() - began).toBeLessThan(2_000)
    expect((await synced(id)).orders).toEqual({ imported: 1 })
  })

  it("seals secrets again only when the key has changed", async () => {
    await connect(shop(), addSeller(shop().simulator))
    expect(await resealSecrets(shop().container)).toEqual({ resealed: 0, unopened: 0 })
  })

  it("links orders and listings with what they are in Medusa, both ways", async () => {
    const seller = addSeller(shop().simulator, { orders: 1, generate: { skus: ["MUG-WHITE"] } })
    const { id } = await connect(shop(), seller)
    await sync(shop(), id)
    const query = shop().container.resolve(ContainerRegistrationKeys.QUERY)
    const graph = async (entity: string, fields: string[]): Promise<Shown[]> =>
      (await query.graph({ entity, fields })).data
    const [order] = await graph("order", ["id", "marketplace_order.reference"])
    expect(order.marketplace_order).toMatchObject({ reference: seller.orders[0].orderId })
    const [inbox] = await graph("marketplace_order", ["reference", "order.custom_display_id"])
    expect(inbox.order.custom_display_id).toBe(`AMZ-${seller.orders[0].orderId}`)
    const [mapping] = await graph("product_mapping", ["listing_key", "product_variant.sku"])
    expect(mapping.product_variant.sku).toBe("MUG-WHITE")
  })
}
