import type { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { Migration20261122000002 } from "./migrations/Migration20261122000002"
import { Migration20261122000006 } from "./migrations/Migration20261122000006"
import { Migration20261122000007 } from "./migrations/Migration20261122000007"
import {
  accountTransitions,
  assertTransition,
  canMove,
  dispatchTransitions,
  marketplaceOrderStates,
  marketplaceOrderTransitions,
  runTransitions,
} from "./states"

/** What the triggers of the newest migration let pass, by table. */
async function triggersOf(migrations: Migration[]): Promise<Record<string, unknown>> {
  for (const migration of migrations) await migration.up()
  const statements = migrations.flatMap((migration) => migration.getQueries().map(String))
  const trigger = /TRIGGER (\w+)_transitions[\s\S]*marketplace_check_transition\('(.*)'\)/
  return Object.fromEntries(
    statements.flatMap((statement) => {
      const [, table, allowed] = trigger.exec(statement) ?? []
      return table ? [[table, JSON.parse(allowed)]] : []
    }),
  )
}

/** The migrations that make triggers of states, in their order, with their statements collected instead of carried out. */
const collected = (): Migration[] =>
  [Migration20261122000002, Migration20261122000006, Migration20261122000007].map(
    (migration) => new migration(...([{}, {}] as ConstructorParameters<typeof Migration>)),
  )

describe("the table of states", () => {
  it("is the same in the code and in the database", async () => {
    expect(await triggersOf(collected())).toEqual({
      marketplace_account: accountTransitions,
      marketplace_order: marketplaceOrderTransitions,
      marketplace_run: runTransitions,
      marketplace_dispatch: dispatchTransitions,
    })
  })

  it("lets an imported order become nothing but canceled, and a canceled one everything where it has no order", () => {
    const after = (from: (typeof marketplaceOrderStates)[number]) =>
      marketplaceOrderStates.filter((to) => to !== from && canMove(marketplaceOrderTransitions, from, to))
    expect(after("imported")).toEqual(["canceled"])
    expect(after("canceled")).toEqual(marketplaceOrderStates.filter((state) => state !== "canceled"))
  })

  it("lets everything stay as it is", () => {
    for (const state of marketplaceOrderStates) {
      expect(canMove(marketplaceOrderTransitions, state, state)).toBe(true)
    }
  })

  it("names what, from and to when it refuses", () => {
    const move = () => assertTransition("The order", marketplaceOrderTransitions, "imported", "ready")
    expect(move).toThrow('The order: "imported" cannot become "ready"')
    expect(() => assertTransition("The run", runTransitions, "queued", "running")).not.toThrow()
  })

  it("has only states that it explains", () => {
    for (const table of [
      accountTransitions,
      marketplaceOrderTransitions,
      runTransitions,
      dispatchTransitions,
    ]) {
      const names = Object.keys(table)
      for (const to of Object.values(table).flat()) expect(names).toContain(to)
    }
  })
})
