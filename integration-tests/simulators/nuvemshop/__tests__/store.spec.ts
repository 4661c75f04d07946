import { type NuvemshopSimulator, startNuvemshopSimulator } from ".."
import { call, get, STORE_ID, TOKEN } from "./requests"

const ADDRESS = { street: "Rua A", number: "1", city: "Campinas", zipcode: "13010000", country: "BR" }

describe("a store, its locations and what else it holds", () => {
  let simulator: NuvemshopSimulator

  beforeEach(async () => {
    simulator = await startNuvemshopSimulator({
      now: () => new Date("2026-11-22T12:00:00Z"),
      apps: [
        {
          appId: "1",
          clientSecret: "s",
          scopes: ["write_products", "write_orders", "read_customers", "write_locations"],
        },
      ],
      stores: [
        {
          id: STORE_ID,
          accessToken: TOKEN,
          businessId: "11.222.333/0001-81",
          products: [{ name: "Caneca", variants: [{ id: 3, sku: "MUG", stock: 4 }] }],
        },
      ],
    })
  })
  afterEach(() => simulator.close())

  it("introduces itself", async () => {
    expect((await get(simulator, "/store")).json).toMatchObject({
      id: STORE_ID,
      name: { pt: "Loja Simulada" },
      business_id: "11.222.333/0001-81",
      main_currency: "BRL",
      main_language: "pt",
      country: "BR",
      features: ["inventory-levels", "fulfillment-orders"],
      plan_name: "basic",
    })
    expect((await get(simulator, "/store?fields=id,country")).json).toEqual({ id: STORE_ID, country: "BR" })
  })

  it("has a default location first, and adds others behind it", async () => {
    const created = await call(simulator, "POST", "/locations", { name: "Loja", address: ADDRESS })
    expect(created.status).toBe(201)
    const { rows } = await get(simulator, "/locations")
    expect(rows.map(({ is_default, priority }) => [is_default, priority])).toEqual([
      [true, 0],
      [false, 1],
    ])
    expect(rows[1]).toMatchObject({
      id: expect.stringMatching(/^[0-9A-Z]{26}$/),
      name: { pt_BR: "Loja" },
      address: { city: "Campinas", province: { code: "SP", name: "São Paulo" } },
    })
  })

  it("changes the default and the order of its locations", async () => {
    const { json } = await call(simulator, "POST", "/locations", { name: "Loja", address: ADDRESS })
    const first = simulator.store().defaultLocation().id
    const priorities = [
      { id: json.id, priority: 0 },
      { id: first, priority: 1 },
    ]
    const sorted = await call(simulator, "PATCH", "/locations/priorities", priorities)
    expect(sorted.rows.map(({ id }) => id)).toEqual([json.id, first])
    await call(simulator, "PATCH", `/locations/${String(json.id)}/chosen-as-default`)
    expect(simulator.store().defaultLocation().id).toBe(json.id)
  })

  it.each([
    [{ address: ADDRESS }, 422],
    [{ name: "Loja" }, 422],
  ])("refuses the location %j", async (body, status) => {
    expect((await call(simulator, "POST", "/locations", body)).status).toBe(status)
  })

  it("keeps a location that is the default one or has stock, and counts them by plan", async () => {
    const first = simulator.store().defaultLocation().id
    const other = simulator.addLocation({ name: "Loja" })
    expect((await call(simulator, "DELETE", `/locations/${first}`)).status).toBe(422)
    simulator.setStock("MUG", 2, { locationId: other.id })
    expect((await call(simulator, "DELETE", `/locations/${other.id}`)).status).toBe(422)
    simulator.setStock("MUG", 0, { locationId: other.id })
    expect((await call(simulator, "DELETE", `/locations/${other.id}`)).status).toBe(204)
    simulator.store().plan = "free"
    const third = await call(simulator, "POST", "/locations", { name: "X", address: ADDRESS })
    expect(third.status).toBe(403)
  })

  it("lists the levels of a location, one to a page unless more are asked for", async () => {
    const { id } = simulator.store().defaultLocation()
    simulator.addProduct({ name: "Vela", variants: [{ id: 4, sku: "VELA", stock: 9 }] })
    const path = `/locations/${id}/inventory-levels`
    expect((await get(simulator, path)).json).toMatchObject({ total: 2, page: 1, per_page: 1 })
    expect((await get(simulator, `${path}?per_page=50`)).json.results).toMatchObject([
      { variant_id: 3, stock: 4, location_id: id },
      { variant_id: 4, stock: 9 },
    ])
    expect((await get(simulator, `${path}?variant_id=4`)).json).toMatchObject({ total: 1 })
  })

  it("knows its customers by name, e-mail and document", async () => {
    const buyer = { name: "João Araújo", email: "joao@example.com", identification: "529.982.247-25" }
    simulator.placeOrder({ lines: [{ sku: "MUG" }], buyer })
    simulator.placeOrder({ lines: [{ sku: "MUG" }], buyer })
    const { rows } = await get(simulator, "/customers?q=529.982")
    expect(rows).toMatchObject([
      { name: "João Araújo", identification: "529.982.247-25", total_spent: "20.00" },
    ])
    expect((await get(simulator, `/customers/${String(rows[0]?.id)}`)).json).toEqual(rows[0])
  })

  it("takes an invoice back as a metafield of the order", async () => {
    const { id } = simulator.placeOrder({ lines: [{ sku: "MUG" }] })
    const field = { namespace: "nfe", key: "list", owner_resource: "Order", owner_id: id, value: "[]" }
    const created = await call(simulator, "POST", "/metafields", field)
    expect([created.status, created.json]).toMatchObject([201, field])
    const path = `/metafields/${String(created.json.id)}`
    expect((await call(simulator, "PUT", path, { value: "[1]" })).status).toBe(200)
    const found = await get(simulator, `/metafields/orders?owner_id=${id}&namespace=nfe&key=list`)
    expect(found.rows).toMatchObject([{ value: "[1]" }])
    expect((await call(simulator, "POST", "/metafields", { ...field, owner_id: 1 })).status).toBe(404)
    expect((await call(simulator, "POST", "/metafields", { ...field, key: "" })).status).toBe(422)
  })
})
