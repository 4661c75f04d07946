import { databaseAddress, installationOf } from "./installation"
import type { Sql } from "./store/sql"

/** Answers as a database of that name in that cluster does. */
const aDatabase = (name: string, cluster: string | null): Sql => {
  const answers = (statement: string): unknown[] => {
    if (statement.includes("has_function_privilege")) return [{ may: cluster !== null }]
    if (statement.includes("pg_control_system")) return [{ id: cluster }]
    return [{ name }]
  }
  return async <Row>(statement: string) => answers(statement) as Row[]
}
const at = (host: string) => ({ connectionString: `postgres://shop:secret@${host}/shop` })

describe("the address of the database", () => {
  it.each([
    ["postgres://u:p@db.example.com:6543/shop", { host: "db.example.com", port: "6543" }],
    [{ connectionString: "postgres://db.example.com/shop" }, { host: "db.example.com", port: "5432" }],
    [{ connectionString: "postgresql:///shop?host=/var/run" }, { host: "/var/run", port: "5432" }],
    [
      { host: "db", port: 5433 },
      { host: "db", port: "5433" },
    ],
    [undefined, { host: "", port: "5432" }],
  ])("%j", (connection, address) => {
    expect(databaseAddress(connection)).toEqual(address)
  })
})

describe("an installation", () => {
  const original = installationOf(aDatabase("shop", "7001"), undefined, at("db-1"))

  it("is the same after a restart, and tells nothing of the connection", async () => {
    expect(await installationOf(aDatabase("shop", "7001"), undefined, at("db-1"))).toBe(await original)
    expect(await original).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ["under another name", aDatabase("staging", "7001"), undefined, at("db-1")],
    ["in another cluster", aDatabase("shop", "7002"), undefined, at("db-1")],
    ["at another address", aDatabase("shop", "7001"), undefined, at("db-2")],
    ["that is named", aDatabase("shop", "7001"), "staging", at("db-1")],
  ])("is another one for a copy %s", async (_what, sql, named, connection) => {
    expect(await installationOf(sql, named, connection)).not.toBe(await original)
  })

  it("that is named is the same by whatever address it is reached", async () => {
    const one = await installationOf(aDatabase("shop", null), "live", at("pooler"))
    expect(await installationOf(aDatabase("shop", null), "live", at("10.0.0.7"))).toBe(one)
  })
})
