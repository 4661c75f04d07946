import { readFileSync } from "node:fs"
import { Modules } from "@medusajs/framework/utils"
import type { Permission } from "../../../src/policies/marketplace"
import type { Answer } from "../../support/admin-client"
import { addSeller } from "../../support/amazon-seller"
import { signIn, signInWithRoles } from "../../support/sign-in-with-roles"
import { connect, eventually, everythingStored, orderOf, sync, type Shop } from "../admin-api/shop"
import { personWho, personWithPolicies } from "./role-of"

type Shown = Answer["data"]

const DAY_MS = 86_400_000
const lastDays = (days: number) => ({
  from: new Date(Date.now() - days * DAY_MS).toISOString(),
  to: new Date().toISOString(),
})

export function roleSuite(shop: () => Shop): void {
  it("can be given each of the permissions in Medusa's own screen, which says what it allows", async () => {
    const { data } = await shop().api.get("/admin/rbac/policies/assignable?q=marketplace")
    const offered: { key: string; description: string }[] = data.policies
    expect(Object.fromEntries(offered.map(({ key, description }) => [key, description]))).toEqual({
      "marketplace:read": expect.stringContaining("See accounts"),
      "marketplace:operate": expect.stringContaining("Import, retry, approve"),
      "marketplace:configure": expect.stringContaining("Connect, change, pause"),
    })
  })

  it("adds no operation of ours to anything else of the store", async () => {
    const rows = await shop().sql(
      `SELECT resource FROM rbac_policy WHERE operation IN ('operate', 'configure') AND deleted_at IS NULL`,
    )
    expect(rows.map(({ resource }) => resource)).toEqual(["marketplace", "marketplace"])
  })

  it.each<[Permission[]]>([[["see"]], [["see", "operate"]], [["see", "configure"]]])(
    "with %j is told so",
    async (held) => {
      const { data } = await shop().api.get("permissions", { as: await personWho(shop(), ...held) })
      expect(data.permissions).toEqual({
        see: true,
        operate: held.includes("operate"),
        configure: held.includes("configure"),
      })
    },
  )

  it("of the owner may everything", async () => {
    const { data } = await shop().api.get("permissions")
    expect(data.permissions).toEqual({ see: true, operate: true, configure: true })
  })

  it("of the owner is given by the guide's statement to whoever was there before roles were switched on", async () => {
    const email = "before@example.com"
    await signInWithRoles(shop().container, shop().api, email, [])
    const guide = readFileSync("docs/guides/permissions.md", "utf8")
    const [, statement] = /```sql\n([^`]+)```/.exec(guide) ?? []
    await shop().sql(statement.replace("you@example.com", email))
    const as = await signIn(shop().api, email)
    const { data } = await shop().api.get("permissions", { as })
    expect(data.permissions).toEqual({ see: true, operate: true, configure: true })
  })

  it("that only sees looks at accounts and orders, and changes nothing", async () => {
    const seller = addSeller(shop().simulator, { orders: 1 })
    const account = await connect(shop(), seller, { settings: { review_first: true } })
    await sync(shop(), account.id)
    const order = await orderOf(shop(), account.id, seller.orders[0].orderId)
    const as = await personWho(shop(), "see")
    for (const path of [
      "accounts",
      `accounts/${account.id}`,
      "orders",
      `orders/${order.id}`,
      "runs",
      "mappings",
    ]) {
      expect((await shop().api.get(path, { as })).status).toBe(200)
    }
    const before = await everythingStored(shop())
    const attempts: [string, object][] = [
      [`orders/${order.id}/approve`, {}],
      [`orders/${order.id}/ignore`, {}],
      [`accounts/${account.id}/import`, lastDays(5)],
      [`accounts/${account.id}/sync`, {}],
      [`accounts/${account.id}`, { name: "Mine" }],
      [`accounts/${account.id}/pause`, {}],
    ]
    for (const [path, body] of attempts) {
      const { status, data } = await shop().api.post(path, body, { as })
      expect([path, status, data.type]).toEqual([path, 403, "forbidden"])
    }
    expect((await shop().api.remove(`accounts/${account.id}`, { as })).status).toBe(403)
    expect(await everythingStored(shop())).toEqual(before)
  })

  it("that operates imports and approves, and leaves the settings as they are", async () => {
    const seller = addSeller(shop().simulator, { orders: 2 })
    const account = await connect(shop(), seller, {
      settings: { review_first: true, import_automatically: false },
    })
    const as = await personWho(shop(), "see", "operate")
    const asked = await shop().api.post(`accounts/${account.id}/import`, lastDays(5), { as })
    expect(asked.status).toBe(202)
    const run: Shown = await eventually(
      async () => (await shop().api.get(`runs/${asked.data.run_id}`, { as })).data.run,
      (one) => one.state === "done",
    )
    expect(run.counts.review).toBe(2)

    const order = await orderOf(shop(), account.id, seller.orders[0].orderId)
    expect((await shop().api.post(`orders/${order.id}/approve`, {}, { as })).status).toBeLessThan(300)
    const approved = await eventually(
      () => orderOf(shop(), account.id, seller.orders[0].orderId),
      (one: Shown) => one.state === "imported",
    )
    expect(approved.state).toBe("imported")

    const refused = await shop().api.post(
      `accounts/${account.id}`,
      { settings: { review_first: false } },
      { as },
    )
    expect(refused.status).toBe(403)
    expect((await shop().api.get(`accounts/${account.id}`)).data.account.settings.review_first).toBe(true)
  })

  it("that configures connects, changes and pauses accounts, and imports nothing", async () => {
    const seller = addSeller(shop().simulator, { orders: 1 })
    const as = await personWho(shop(), "see", "configure")
    const connected = await shop().api.post(
      "accounts",
      { provider_id: "amazon", name: "Amazon", credentials: seller.credentials },
      { as },
    )
    expect(connected.status).toBe(201)
    const { id } = connected.data.account
    const changed = await shop().api.post(`accounts/${id}`, { settings: { review_first: true } }, { as })
    expect(changed.data.account.settings.review_first).toBe(true)
    expect((await shop().api.post(`accounts/${id}/pause`, {}, { as })).status).toBe(200)
    expect((await shop().api.post(`accounts/${id}/import`, lastDays(5), { as })).status).toBe(403)
    expect((await shop().api.remove(`accounts/${id}`, { as })).status).toBe(200)
  })

  it("that may read everything in the store sees marketplaces too, and no more", async () => {
    const everything = { key: "*:read", resource: "*", operation: "read" }
    const { data } = await shop().api.post("/admin/rbac/policies", everything)
    const as = await personWithPolicies(shop(), [data.policy.id])
    expect((await shop().api.get("permissions", { as })).data.permissions).toEqual({
      see: true,
      operate: false,
      configure: false,
    })
    expect((await shop().api.get("accounts", { as })).status).toBe(200)
  })

  it("is what a secret API key does not have: Medusa gives keys no roles", async () => {
    const { token } = await shop()
      .container.resolve(Modules.API_KEY)
      .createApiKeys({ title: "Script", type: "secret", created_by: shop().admin.id })
    const headers = { authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}` }
    const as = { id: "key", headers }
    expect((await shop().api.get("accounts", { as })).status).toBe(403)
    expect((await shop().api.get("permissions", { as })).data.permissions.see).toBe(false)
  })
}
