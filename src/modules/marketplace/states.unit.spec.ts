import { Migration20261122000002 } from "./migrations/Migration20261122000002"
import {
  accountTransitions,
  assertTransition,
  canMove,
  marketplaceOrderStates,
  marketplaceOrderTransitions,
  runTransitions,
} from "./states"

/** What the triggers of the newest migration let pass, by table. */
async function triggersOf(migration: Migration20261122000002): Promise<Record<string, unknown>> {
  await migration.up()
  const statements = migration.getQueries().map(String)
  const trigger = /TRIGGER (\w+)_transitions[\s\S]*marketplace_check_transition\('(.*)'\)/
  return Object.fromEntries(
    statements.flatMap((statement) => {
      const [, table, allowed] = trigger.exec(statement) ?? []
      return table ? [[table, JSON.parse(allowed)]] : []
    }),
  )
}

/** The migration with its statements collected instead of carried out. */
const collected = (): Migration20261122000002 =>
  new Migration20261122000002(...([{}, {}] as ConstructorParameters<typeof Migration20261122000002>))

describe("the table of states", () => {
  it("is the same in the code and in the database", async () => {
    expect(await triggersOf(collected())).toEqual({
      marketplace_account: accountTransitions,
      marketplace_order: marketplaceOrderTransitions,
      marketplace_run: runTransitions,
    })
  })

  it("lets an imported order become nothing but canceled, and a canceled one nothing at all", () => {
    const after = (from: (typeof marketplaceOrderStates)[number]) =>
      marketplaceOrderStates.filter((to) => to !== from && canMove(marketplaceOrderTransitions, from, to))
    expect(after("imported")).toEqual(["canceled"])
    expect(after("canceled")).toEqual([])
  })

  it("lets everything stay as it is", () => {
    for (const state of marketplaceOrderStates) {
      expect(canMove(marketplaceOrderTransitions, state, state)).toBe(true)
    }
  })

  it("names what, from and to when it refuses", () => {
    const move = () => assertTransition("The order", marketplaceOrderTransitions, "canceled", "ready")
    expect(move).toThrow('The order: "canceled" cannot become "ready"')
    expect(() => assertTransition("The run", runTransitions, "queued", "running")).not.toThrow()
  })

  it("has only states that it explains", () => {
    for (const table of [accountTransitions, marketplaceOrderTransitions, runTransitions]) {
      const names = Object.keys(table)
      for (const to of Object.values(table).flat()) expect(names).toContain(to)
    }
  })
})
