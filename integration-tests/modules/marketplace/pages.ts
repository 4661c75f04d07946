import { problem, type Problem } from "../../../src/connector"
import { anAccount, aReference, aStagedOrder, onlyOrder, readPage, together, type Bench } from "./tools"

export const pages = ({ service }: Bench) =>
  describe("a page that is stored", () => {
    it("is never stopped by another worker that stores the same orders in another sequence", async () => {
      const account = await anAccount(service)
      const orders = Array.from({ length: 300 }, (_, index) =>
        aStagedOrder(service, account, { reference: aReference(index) }),
      )
      await service.stagePage(account, orders)
      const turned = orders.toReversed()
      await together(30, (index) => service.stagePage(account, index % 2 ? orders : turned))
      expect(await service.listMarketplaceOrders({ account_id: account }, { take: 500 })).toHaveLength(300)
    })

    it("keeps with a run what could not be read, from page to page", async () => {
      const account = await anAccount(service)
      const run = await service.createMarketplaceRuns({
        account_id: account,
        kind: "references",
        requested_by: "user_1",
        lease_token: "mine",
      })
      const store = (unread?: { reference: string; problem: Problem }[]) =>
        service.storeRunPage({
          accountId: account,
          run: { id: run.id, token: "mine" },
          requestedBy: "user_1",
          orders: [],
          progress: { windowFrom: null, pageToken: "20", readComplete: false },
          unread,
        })
      const unread = [{ reference: "none", problem: problem("order_not_found") }]
      await store(unread)
      await store()
      expect(await service.retrieveMarketplaceRun(run.id)).toMatchObject({
        page_token: "20",
        unread: { references: unread },
      })
    })

    it.each([
      ["blocked", null],
      ["canceled", null],
      ["ready", "user_1"],
    ] as const)("of an order that is %s and has changed, an approval is %p", async (state, approved_by) => {
      const account = await anAccount(service)
      const [{ id }] = await readPage(service, account, [aStagedOrder(service, account)])
      await service.updateMarketplaceOrders({ id, state, approved_by: "user_1" })
      await readPage(service, account, [aStagedOrder(service, account, { sealed_payload: "again" })])
      expect(await onlyOrder(service, account)).toMatchObject({ approved_by: "user_1" })
      await readPage(service, account, [aStagedOrder(service, account, { digest: "digest-2" })])
      expect(await onlyOrder(service, account)).toMatchObject({ state, approved_by })
    })
  })
