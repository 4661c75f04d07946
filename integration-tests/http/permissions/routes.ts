import type * as Routes from "../../../src/api/admin/marketplaces/validation/routes"
import type { Permission } from "../../../src/policies/marketplace"
import { routesBelow } from "../../support/route-files"
import { everythingStored, type Shop } from "../admin-api/shop"
import { operationOf, personWho } from "./role-of"

const permissions: Permission[] = ["see", "operate", "configure"]
/** What tells the screens what they may show. */
const SIGNED_IN_ONLY = ["GET /admin/marketplaces/permissions"]

type Guarded = { name: string; operations: string[] }

/** Our table of routes, in the names of the route files; read after the boot, as {@link operationOf} says. */
function guardedRoutes(): Guarded[] {
  const table = "../../../src/api/admin/marketplaces/validation/routes"
  const { marketplaceRoutes } = jest.requireActual<typeof Routes>(table)
  return marketplaceRoutes.map(({ matcher, methods, policies }) => ({
    name: `${methods?.join()} ${String(matcher).replace(/:\w+/g, "x")}`,
    operations: [policies].flat().flatMap(({ operation }) => operation),
  }))
}

export function guardedRouteSuite(shop: () => Shop): void {
  const routes = routesBelow("admin/marketplaces").map((route) => ({
    ...route,
    name: `${route.method} ${route.path}`,
  }))

  let guarded: Guarded[]
  beforeAll(() => {
    guarded = guardedRoutes()
  })

  it.each(routes)("$name asks for exactly one permission", ({ name }) => {
    const asked = guarded.filter((route) => route.name === name).map(({ operations }) => operations.length)
    expect(asked).toEqual([SIGNED_IN_ONLY.includes(name) ? 0 : 1])
  })

  it("of the table is a route that exists", () => {
    expect(guarded.map(({ name }) => name).sort()).toEqual(routes.map(({ name }) => name).sort())
  })

  /** How the routes that ask for a permission answer a person who holds some. */
  async function answersTo(asked: Permission, ...held: Permission[]) {
    const as = await personWho(shop(), ...held)
    const operation = operationOf(asked)
    const asking = guarded.filter(({ operations }) => operations.includes(operation))
    const answers: Record<string, number> = {}
    for (const { name, method, path } of routes.filter((one) =>
      asking.some(({ name }) => name === one.name),
    )) {
      const body = method === "POST" ? { surprise: true } : undefined
      answers[name] = (await shop().api.send(method, path, body, { as })).status
    }
    return answers
  }

  it.each(permissions)(
    "that asks for %s refuses whoever has only the others, and nothing changes",
    async (asked) => {
      const others = permissions.filter((permission) => permission !== asked)
      const before = await everythingStored(shop())
      const answers = await answersTo(asked, ...others)
      expect(Object.keys(answers).length).toBeGreaterThan(5)
      expect(Object.entries(answers).filter(([, status]) => status !== 403)).toEqual([])
      expect(await everythingStored(shop())).toEqual(before)
    },
  )

  it.each(permissions)("that asks for %s takes whoever has it", async (asked) => {
    const answers = await answersTo(asked, asked)
    expect(Object.entries(answers).filter(([, status]) => status === 403)).toEqual([])
  })

  it("refuses a person without any role, but tells them what they may do: nothing", async () => {
    const as = await personWho(shop())
    expect((await shop().api.get("accounts", { as })).status).toBe(403)
    const { status, data } = await shop().api.get("permissions", { as })
    expect(status).toBe(200)
    expect(data).toEqual({ permissions: { see: false, operate: false, configure: false } })
    expect((await shop().api.get("permissions", { as: null })).status).toBe(401)
  })
}
