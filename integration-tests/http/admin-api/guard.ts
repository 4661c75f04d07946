import { routesBelow } from "../../support/route-files"
import type { Shop } from "./shop"

export function guardSuite(shop: () => Shop): void {
  const routes = routesBelow("admin/marketplaces")

  it("knows all of its routes", () => {
    expect(routes.length).toBeGreaterThanOrEqual(26)
  })

  it.each(routes)("$method $path wants an admin who is signed in", async ({ method, path }) => {
    const answer = await shop().api.send(method, path, method === "GET" ? undefined : {}, { as: null })
    expect(answer.status).toBe(401)
  })

  it.each(routes.filter(({ path }) => !path.endsWith("/callback")))(
    "$method $path names a field it does not know",
    async ({ method, path }) => {
      const answer =
        method === "POST"
          ? await shop().api.post(path, { surprise: "s3cr3t-value" })
          : await shop().api.send(method, `${path}?surprise=s3cr3t-value`, undefined)
      expect(answer.status).toBe(400)
      expect(answer.data.message).toContain("'surprise'")
      expect(answer.data.message).not.toContain("s3cr3t-value")
    },
  )

  it("lets everybody who is signed in do everything while Medusa's roles are switched off", async () => {
    const { status, data } = await shop().api.get("permissions", { as: shop().otherAdmin })
    expect(status).toBe(200)
    expect(data).toEqual({ permissions: { see: true, operate: true, configure: true } })
  })
}
