import { addSeller } from "../../support/amazon-seller"
import { routesBelow } from "../../support/route-files"
import { connect, everythingStored, type Shop } from "./shop"

/** Neither is a text that PostgreSQL takes. */
const unstorable = ["a\u0000b", "\ud800"]

/** Text fields of each list, in the query. */
const queries: [string, string[]][] = [
  ["accounts/:id/carriers", ["q"]],
  ["accounts/:id/stock", ["q"]],
  ["orders", ["q", "account_id", "order_id", "run_id", "marketplace"]],
  ["runs", ["account_id"]],
  ["dispatches", ["q", "account_id", "order_id", "marketplace_order_id", "fulfillment_id"]],
  ["explain", ["reference", "account_id"]],
  ["explain/support-bundle", ["reference", "account_id"]],
  ["privacy-requests", ["account_id"]],
  ["movements", ["q", "account_id", "product_id", "variant_id", "location_id", "marketplace"]],
  ["movements/export", ["q", "account_id", "product_id", "variant_id", "location_id", "marketplace"]],
  ["movements/balances", ["account_id", "product_id", "variant_id", "location_id"]],
  ["mappings", ["q", "account_id", "variant_id", "listing_key"]],
  ["mappings/none/suggestions", ["q"]],
]

/** Bodies that are right but for the text at the named place. */
const bodies: [string, string, (text: string) => object][] = [
  ["accounts", "name", (name) => ({ provider_id: "amazon", name, credentials: {} })],
  ["accounts", "provider_id", (provider_id) => ({ provider_id, name: "A", credentials: {} })],
  ["accounts", "credentials.refresh_token", (refresh_token) => credentials({ refresh_token })],
  ["accounts", "credentials", (name) => credentials({ [name]: "x" })],
  ["accounts", "sites.0.external_id", (external_id) => ({ ...credentials({}), sites: [{ external_id }] })],
  ["accounts/verify", "provider_id", (provider_id) => ({ provider_id, credentials: {} })],
  ["accounts/authorize", "name", (name) => ({ provider_id: "amazon", name })],
  ["accounts/authorize", "choice.region", (region) => ({ ...consent, choice: { region } })],
  ["accounts/:id", "name", (name) => ({ name })],
  ["accounts/:id", "settings.team", (team) => ({ settings: { team } })],
  ["accounts/:id", "settings.sales_channel_id", (id) => ({ settings: { sales_channel_id: id } })],
  ["accounts/:id/import", "references.1", (text) => ({ references: ["1", text] })],
  ["accounts/:id/preview", "page_token", (page_token) => ({ ...period, page_token })],
  ["accounts/:id/transfers", "reference", (reference) => ({ ...transfer, reference })],
  ["accounts/:id/transfers", "lines.0.listing_key", (key) => ({ ...transfer, lines: lines(key) })],
  ["authorize/held/none/confirm", "name", (name) => ({ name })],
  ["orders/batch", "ids.0", (id) => ({ action: "ignore", ids: [id] })],
  ["orders/batch", "note", (note) => ({ action: "ignore", ids: ["x"], reason: "other", note })],
  ["orders/none/ignore", "note", (note) => ({ reason: "other", note })],
  ["orders/none/review", "payment_method", (payment_method) => ({ payment_method })],
  ["dispatches/batch", "ids.0", (id) => ({ action: "retry", ids: [id] })],
  ["dispatches/none/tracking", "tracking_number", (tracking_number) => ({ tracking_number })],
  ["dispatches/none/tracking", "carrier", (carrier) => ({ tracking_number: "1", carrier })],
  ["mappings", "listing_key", (listing_key) => ({ account_id: "x", listing_key, variant_id: null })],
  ["mappings", "packaging", (packaging) => ({ ...mapping, packaging })],
  ["mappings/match", "account_id", (account_id) => ({ account_id })],
  ["mappings/accept", "ids.0", (id) => ({ ids: [id] })],
]
const period = { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" }
const consent = { provider_id: "amazon", name: "A" }
const mapping = { account_id: "x", listing_key: "A", variant_id: null }
const lines = (listing_key: string) => [{ listing_key, quantity: 1 }]
const transfer = { reference: "T", from_location_id: "x", lines: lines("A") }
const credentials = (given: object) => ({ provider_id: "amazon", name: "A", credentials: given })

/** Texts that no database takes are refused by the name of their field, before anything looks at them. */
export function unstorableSuite(shop: () => Shop): void {
  let id: string
  beforeEach(async () => {
    ;({ id } = await connect(shop(), addSeller(shop().simulator)))
  })
  const at = (path: string): string => path.replace(":id", id)

  async function expectRefused(asked: [string, string, Promise<{ status: number; data: unknown }>][]) {
    const wrong: unknown[] = []
    for (const [what, field, asking] of asked) {
      const { status, data } = await asking
      const said = JSON.stringify(data)
      if (status !== 400 || !said.includes(`'${field}'`)) wrong.push([what, field, status, said])
    }
    expect(wrong).toEqual([])
  }

  it("in the query", async () => {
    const before = await everythingStored(shop())
    for (const [path, names] of queries) {
      const asked = names.map((name): [string, string, ReturnType<Shop["api"]["get"]>] => {
        // The other half cannot be written in an address.
        const query = `${name}=a%00b${path.startsWith("explain/") && name !== "reference" ? "&reference=1" : ""}`
        return [path, name, shop().api.get(`${at(path)}?${query}`)]
      })
      await expectRefused(asked)
    }
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("in the body", async () => {
    const before = await everythingStored(shop())
    for (const [path, field, body] of bodies) {
      for (const text of unstorable) {
        await expectRefused([[path, field, shop().api.post(at(path), body(text))]])
      }
    }
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("in the path, whatever the route", async () => {
    const before = await everythingStored(shop())
    const named = routesBelow("admin/marketplaces").filter(({ path }) => path.includes("/x"))
    expect(named.length).toBeGreaterThan(30)
    for (const { method, path } of named) {
      const field = path.includes("/authorize/x/") ? "provider" : "id"
      const url = path.replace("/x", "/a%00b")
      await expectRefused([
        [`${method} ${path}`, field, shop().api.send(method, url, method === "POST" ? {} : undefined)],
      ])
    }
    expect(await everythingStored(shop())).toEqual(before)
  })
}
