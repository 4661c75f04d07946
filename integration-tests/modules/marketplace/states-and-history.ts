import {
  accountStates,
  accountTransitions,
  canMove,
  dispatchStates,
  dispatchTransitions,
  marketplaceOrderStates,
  marketplaceOrderTransitions,
  runStates,
  runTransitions,
} from "../../../src/modules/marketplace/states"
import { anAccount, aReference, type Bench } from "./tools"

export const statesAndHistory = ({ service, sql }: Bench) =>
  describe("what may never happen in the database", () => {
    /** Tries every pair of states by SQL; gives the pairs that were let through. */
    async function passed<State extends string>(
      table: string,
      states: readonly State[],
      rowIn: (state: State) => Promise<string>,
      /** What has to change with the state. */
      together = "",
    ): Promise<string[]> {
      const through: string[] = []
      for (const from of states) {
        for (const to of states) {
          const id = await rowIn(from)
          try {
            await sql(`UPDATE ${table} SET state = ?${together} WHERE id = ?`, [to, id])
            through.push(`${from} > ${to}`)
          } catch (thrown) {
            expect(String(thrown)).toContain(`"${from}" cannot become "${to}"`)
          }
        }
      }
      return through
    }
    const allowed = <State extends string>(
      states: readonly State[],
      transitions: Readonly<Record<State, readonly State[]>>,
    ) =>
      states.flatMap((from) =>
        states.filter((to) => canMove(transitions, from, to)).map((to) => `${from} > ${to}`),
      )

    it("is an account that goes a way which its states do not list", async () => {
      const rowIn = async (state: (typeof accountStates)[number]) => {
        const id = await anAccount(service)
        if (state !== "connected") await service.updateMarketplaceAccounts({ id, state })
        return id
      }
      expect(await passed("marketplace_account", accountStates, rowIn)).toEqual(
        allowed(accountStates, accountTransitions),
      )
    })

    it("is an order that goes a way which its states do not list", async () => {
      const account_id = await anAccount(service)
      let number = 0
      const rowIn = async (state: (typeof marketplaceOrderStates)[number]) => {
        number += 1
        const order = await service.createMarketplaceOrders({
          account_id,
          reference: aReference(number),
          platform_updated_at: new Date(),
          digest: "d",
          // Canceled with an order is canceled for good, as a test of the inbox holds.
          order_id: state === "canceled" ? null : "order_1",
          state,
        })
        return order.id
      }
      expect(
        await passed("marketplace_order", marketplaceOrderStates, rowIn, ", order_id = 'order_1'"),
      ).toEqual(allowed(marketplaceOrderStates, marketplaceOrderTransitions))
    })

    it("is a run that goes a way which its states do not list", async () => {
      const account_id = await anAccount(service)
      const rowIn = async (state: (typeof runStates)[number]) =>
        (await service.createMarketplaceRuns({ account_id, kind: "period", state })).id
      expect(await passed("marketplace_run", runStates, rowIn)).toEqual(allowed(runStates, runTransitions))
    })

    it("is a dispatch that goes a way which its states do not list", async () => {
      const account_id = await anAccount(service)
      let number = 0
      const rowIn = async (state: (typeof dispatchStates)[number]) => {
        number += 1
        const subject = `SKU-${number}`
        const owed = { account_id, kind: "stock" as const, subject, state, problem_code: "stock_rejected" }
        return (await service.createMarketplaceDispatches(owed)).id
      }
      expect(await passed("marketplace_dispatch", dispatchStates, rowIn)).toEqual(
        allowed(dispatchStates, dispatchTransitions),
      )
    })

    it("is a state that does not exist", async () => {
      const id = await anAccount(service)
      await expect(sql(`UPDATE marketplace_account SET state = 'sold' WHERE id = ?`, [id])).rejects.toThrow()
    })

    it("is a line of history that is changed or taken away", async () => {
      const accountId = await anAccount(service)
      const line = {
        accountId,
        subjectType: "account" as const,
        subjectId: accountId,
        actor: "person" as const,
      }
      await service.appendHistory([
        { ...line, actorId: "user_1", event: "paused", details: { count: 1 } },
        { ...line, event: "resumed" },
      ])
      await expect(sql(`UPDATE history_entry SET event = 'other'`)).rejects.toThrow(/append-only: UPDATE/)
      await expect(sql(`DELETE FROM history_entry`)).rejects.toThrow(/append-only: DELETE/)
      const [{ id }] = await service.listHistoryEntries({ account_id: accountId })
      await expect(service.deleteHistoryEntries(id)).rejects.toThrow(/append-only/)
      await expect(service.softDeleteHistoryEntries(id)).rejects.toThrow(/append-only/)
      await expect(service.updateHistoryEntries({ id, event: "other" })).rejects.toThrow(/append-only/)
      const lines = await service.listHistoryEntries({ account_id: accountId }, { order: { at: "ASC" } })
      expect(lines.map(({ event, actor_id, details }) => ({ event, actor_id, details }))).toEqual([
        { event: "paused", actor_id: "user_1", details: { count: 1 } },
        { event: "resumed", actor_id: null, details: {} },
      ])
    })
  })
