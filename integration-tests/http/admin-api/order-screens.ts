import { addSeller } from "../../support/amazon-seller"
import { connect, sync, type Shop } from "./shop"

const HOUR_MS = 3_600_000
const FIELDS = "id,custom_display_id,created_at,metadata,*items"

type Listed = { id: string; custom_display_id: string; created_at: string }

/** What Medusa's own order pages show of orders that were imported after the shop had already sold something since. */
export function orderScreenSuite(shop: () => Shop): void {
  async function importTwo() {
    const seller = addSeller(shop().simulator, {
      orders: 2,
      generate: { skus: ["MUG-WHITE"] },
    })
    const account = await connect(shop(), seller)
    await sync(shop(), account.id)
    const [first, second] = seller.orders.sort((one, other) =>
      one.createdTime.localeCompare(other.createdTime),
    )
    return { first, second }
  }
  const listed = async (query: string): Promise<Listed[]> => {
    const { status, data } = await shop().api.get(`/admin/orders?${query}&fields=${FIELDS}`)
    expect(status).toBe(200)
    return data.orders
  }
  const instant = (text: string) => new Date(text).getTime()

  it("lists imported orders by the day they were placed at the platform", async () => {
    const { first, second } = await importTwo()
    const names = [second, first].map(({ orderId }) => `AMZ-${orderId}`)
    const found = await listed("order=-created_at")
    expect(found.map((order) => order.custom_display_id)).toEqual(names)
    expect(found.map((order) => instant(order.created_at))).toEqual(
      [second, first].map(({ createdTime }) => instant(createdTime)),
    )
    expect((await listed("order=created_at")).map((order) => order.custom_display_id)).toEqual(
      [...names].reverse(),
    )
  })

  it("finds them by that day, and not by the day of the import", async () => {
    const { first } = await importTwo()
    const around = (text: string) => {
      const from = new Date(instant(text) - 1_000).toISOString()
      const to = new Date(instant(text) + 1_000).toISOString()
      return `created_at[$gte]=${from}&created_at[$lte]=${to}`
    }
    const [found, ...others] = await listed(around(first.createdTime))
    expect(others).toHaveLength(0)
    expect(found.custom_display_id).toBe(`AMZ-${first.orderId}`)
    expect(await listed(`created_at[$gte]=${new Date(Date.now() - HOUR_MS).toISOString()}`)).toEqual([])
  })

  it("shows on the order's page the day, and lines with the product and its SKU", async () => {
    const { first } = await importTwo()
    const [{ id }] = await listed("order=created_at")
    const { data } = await shop().api.get(`/admin/orders/${id}?fields=%2Bupdated_at`)
    expect(instant(data.order.created_at)).toBe(instant(first.createdTime))
    expect(instant(data.order.updated_at)).toBeGreaterThan(Date.now() - HOUR_MS)
    expect(instant(data.order.metadata.marketplace.placed_at)).toBe(instant(first.createdTime))
    const [line] = data.order.items
    const [variant] = await shop().sql(
      `SELECT v.title, p.id AS product_id, p.title AS product_title, p.handle FROM product_variant v
         JOIN product p ON p.id = v.product_id WHERE v.id = '${line.variant_id}'`,
    )
    expect(line).toMatchObject({
      product_id: variant.product_id,
      product_title: variant.product_title,
      product_handle: variant.handle,
      variant_title: variant.title,
      variant_sku: "MUG-WHITE",
      subtitle: variant.title,
    })
  })
}
