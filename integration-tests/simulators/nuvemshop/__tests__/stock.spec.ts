import { type NuvemshopSimulator, startNuvemshopSimulator } from ".."
import { call, get, type Json, type Reply, STORE_ID, TOKEN } from "./requests"

describe("products and stock", () => {
  let simulator: NuvemshopSimulator
  let product: number

  beforeEach(async () => {
    simulator = await startNuvemshopSimulator({
      now: () => new Date("2026-11-22T12:00:00Z"),
      limits: { requests: { size: 10_000, perSecond: 1000 } },
      stores: [
        {
          id: STORE_ID,
          accessToken: TOKEN,
          locations: [
            { id: "CENTRAL", name: "Central" },
            { id: "LOJA", name: "Loja" },
          ],
          products: [
            {
              name: "Camiseta",
              attributes: ["Tamanho"],
              tags: "verao",
              variants: [
                {
                  id: 1,
                  sku: "TEE-P",
                  barcode: "789",
                  price: "50.00",
                  stock: { CENTRAL: 5, LOJA: 3 },
                  values: ["P"],
                },
                { id: 2, sku: "TEE-M", price: "50.00", stock: null, values: ["M"] },
              ],
            },
            { name: "Caneca", published: false, variants: [{ id: 3, sku: "MUG", price: null, stock: 0 }] },
          ],
        },
      ],
    })
    product = simulator.product("TEE-P").id
  })
  afterEach(() => simulator.close())

  const bulk = (variants: unknown[], id = product): Promise<Reply> =>
    call(simulator, "PATCH", "/products/stock-price", [{ id, variants }])
  const change = (body: unknown): Promise<Reply> =>
    call(simulator, "POST", `/products/${product}/variants/stock`, body)

  it("are shown in every language, with the levels of each location", async () => {
    const { json } = await get(simulator, `/products/${product}`)
    expect(json.name).toEqual({ pt: "Camiseta", es: "Camiseta", en: "Camiseta" })
    expect(json.variants).toMatchObject([
      {
        price: "50.00",
        stock: 8,
        stock_management: true,
        inventory_levels: [
          { location_id: "CENTRAL", stock: 5 },
          { location_id: "LOJA", stock: 3 },
        ],
      },
      { stock: null, stock_management: false },
    ])
    expect((await get(simulator, "/products/sku/MUG")).json.variants).toMatchObject([
      { price: null, stock: 0 },
    ])
  })

  it.each([
    ["q=camis", 1],
    ["q=MUG", 1],
    ["q=verao", 1],
    ["published=false", 1],
    ["min_stock=1", 1],
    ["max_stock=0", 1],
    ["handle=caneca", 1],
    ["updated_at_min=2026-11-23", 0],
    ["fields=id", 2],
  ])("are found by %s", async (query, count) => {
    expect((await get(simulator, `/products?${query}`)).rows).toHaveLength(count)
  })

  it("are created, changed and deleted", async () => {
    const created = await call(simulator, "POST", "/products", {
      name: { pt: "Vela", es: "Vela" },
      variants: [{ sku: "VELA", price: "24.90", stock: 7, barcode: "111" }],
    })
    expect([created.status, created.json.variants]).toMatchObject([201, [{ sku: "VELA", stock: 7 }]])
    const path = `/products/${String(created.json.id)}`
    const changed = await call(simulator, "PUT", path, { name: "Vela grande" })
    expect(changed.json.name).toMatchObject({ pt: "Vela grande", en: "Vela grande" })
    expect((await call(simulator, "PUT", path, { published: true, visibility: "hidden" })).status).toBe(422)
    expect((await call(simulator, "POST", "/products", {})).json).toEqual({ name: ["can't be blank"] })
    expect(await call(simulator, "DELETE", path)).toMatchObject({ status: 200, json: {} })
    expect((await get(simulator, path)).status).toBe(404)
  })

  it("write stock by location, each variant with its own success, and write down what took effect", async () => {
    const reply = await bulk([
      { id: 1, price: 55, inventory_levels: [{ location_id: "LOJA", stock: 9 }] },
      { id: 2, inventory_levels: [{ stock: 4 }] },
    ])
    expect([reply.status, reply.rows]).toEqual([
      200,
      [
        {
          id: product,
          variants: [
            { id: 1, success: true },
            { id: 2, success: true },
          ],
        },
      ],
    ])
    expect([simulator.stock("TEE-P"), simulator.stock("TEE-P", { locationId: "LOJA" })]).toEqual([14, 9])
    expect(simulator.stock("TEE-M", { locationId: "CENTRAL" })).toBe(4)
    const written = simulator
      .effects("stock")
      .map(({ sku, locationId, from, to, cause }) => [sku, locationId, from, to, cause])
    expect(written).toEqual([
      ["TEE-P", "LOJA", 3, 9, "api"],
      ["TEE-M", "CENTRAL", null, 4, "api"],
    ])
    expect(simulator.effects("price")).toMatchObject([{ sku: "TEE-P" }])
  })

  it("know unlimited stock as null and as an empty text", async () => {
    await bulk([{ id: 1, inventory_levels: [{ location_id: "CENTRAL", stock: "" }] }])
    expect(simulator.stock("TEE-P")).toBeNull()
    await bulk([{ id: 1, inventory_levels: [{ location_id: "CENTRAL", stock: 2 }] }])
    expect(simulator.stock("TEE-P")).toBe(5)
  })

  it.each([
    [{ id: 1, inventory_levels: [{ stock: -1 }] }, "The stock must be at least 0."],
    [{ id: 1, inventory_levels: [{ stock: "x" }] }, "The stock must be a number."],
    [{ id: 1, inventory_levels: [{ location_id: "LOJA" }] }, "The stock is required."],
    [{ id: 1, inventory_levels: [{ location_id: "NOPE", stock: 1 }] }, "The location does not exist"],
    [{ id: 1, price: "x" }, "The price must be a number."],
  ])("refuse %j and then write nothing at all", async (variant, description) => {
    const reply = await bulk([{ id: 1, inventory_levels: [{ stock: 77 }] }, variant])
    expect([reply.status, reply.json.description]).toEqual([422, description])
    expect(simulator.stock("TEE-P")).toBe(8)
  })

  it("take fifty variants in one call and no more", async () => {
    const row = { id: 1, inventory_levels: [{ stock: 1 }] }
    expect((await bulk(Array(50).fill(row))).status).toBe(200)
    const reply = await bulk(Array(51).fill(row))
    expect([reply.status, reply.json.description]).toEqual([422, "Too many variants sent for update"])
  })

  it("know no unknown product or variant", async () => {
    expect((await bulk([], 999)).status).toBe(404)
    expect((await bulk([{ id: 999, inventory_levels: [{ stock: 1 }] }])).status).toBe(404)
  })

  it("may fail for one variant, or seem to be taken", async () => {
    simulator.addFault({ kind: "variant-fails", variantIds: [2] })
    const rows = [
      { id: 1, inventory_levels: [{ stock: 1 }] },
      { id: 2, inventory_levels: [{ stock: 1 }] },
    ]
    expect((await bulk(rows)).rows[0]?.variants).toEqual([
      { id: 1, success: true },
      { id: 2, success: false },
    ])
    expect(simulator.stock("TEE-M")).toBeNull()
    simulator.addFault({ kind: "stock-not-taken" })
    expect((await bulk([{ id: 1, inventory_levels: [{ stock: 70 }] }])).rows[0]?.variants).toEqual([
      { id: 1, success: true },
    ])
    expect(simulator.stock("TEE-P")).toBe(4)
  })

  it.each([
    [{ action: "replace", value: 20, id: 1 }, 200, 23],
    [{ action: "variation", value: -2, id: 1 }, 200, 6],
    [{ action: "variation", value: -9, id: 1 }, 200, 3],
    [{ action: "variation", value: 2, id: 1, location_id: "LOJA" }, 200, 10],
    [{ action: "replace", value: null, id: 1 }, 200, null],
    [{ action: "add", value: 1, id: 1 }, 422, 8],
    [{ action: "replace", value: "x", id: 1 }, 422, 8],
    [{ action: "replace", value: -1, id: 1 }, 422, 8],
    [{ action: "replace", value: 1, id: 1, location_id: "NOPE" }, 422, 8],
  ])("change one variant with %j", async (body, status, stock) => {
    expect((await change(body)).status).toBe(status)
    expect(simulator.stock("TEE-P")).toBe(stock)
  })

  it("replace, patch, add and delete variants", async () => {
    const path = `/products/${product}/variants`
    const twice = await call(simulator, "PATCH", path, [{ id: 1 }, { id: 1 }])
    expect([twice.status, twice.json.description]).toEqual([422, "duplicate_variant_ids"])
    await call(simulator, "PATCH", path, [{ id: 1, price: "60.00" }])
    const replaced = await call(simulator, "PUT", path, [
      { values: ["P"], price: "61.00" },
      { values: ["G"], price: "62.00", sku: "TEE-G" },
    ])
    expect(replaced.rows.map(({ sku, price }) => [sku, price])).toEqual([
      ["TEE-P", "61.00"],
      ["TEE-G", "62.00"],
    ])
    expect((await get(simulator, `${path}/2`)).status).toBe(404)
    const added = await call(simulator, "POST", path, { values: ["GG"], sku: "TEE-GG" })
    expect(added.status).toBe(201)
    expect((await call(simulator, "PUT", `${path}/1`, { barcode: "790" })).json.barcode).toBe("790")
    expect((await call(simulator, "DELETE", `${path}/${String(added.json.id)}`)).status).toBe(200)
  })

  it("go down when an order is placed and come back when it is cancelled", async () => {
    const { id } = simulator.placeOrder({ lines: [{ sku: "TEE-P", quantity: 6 }], payment: "pending" })
    expect([simulator.stock("TEE-P", { locationId: "CENTRAL" }), simulator.stock("TEE-P")]).toEqual([0, 2])
    simulator.cancelOrder(id)
    expect(simulator.stock("TEE-P", { locationId: "CENTRAL" })).toBe(5)
    simulator.switches.stockLeaves = "paid"
    const later = simulator.placeOrder({ lines: [{ sku: "TEE-P" }], payment: "pending" })
    expect(simulator.stock("TEE-P")).toBe(8)
    simulator.payOrder(later.id)
    expect(simulator.stock("TEE-P")).toBe(7)
  })

  it("say on a line what no location had", async () => {
    const { id } = simulator.placeOrder({ lines: [{ sku: "TEE-P", quantity: 10 }] })
    const [line] = (await get(simulator, `/orders/${id}`)).json.products as Json[]
    expect(line?.issues).toEqual({ unclaimed_stock: 2 })
    expect(simulator.stock("TEE-P")).toBe(0)
  })
})
