import { DEMO_CREDENTIALS } from "../../support/connect-account"
import { foundIn } from "../../support/dump-database"
import { wordsOf } from "../../support/buyers-order"
import { anOrder, bring, BUYER, REFERENCE, type ReviewShop } from "./shop"

/** The file that may be sent to whoever looks into a problem. */
export function bundleSuite(shop: () => ReviewShop): void {
  it("tells everything about an order but who bought it and what is secret", async () => {
    const waiting = await bring(
      shop(),
      anOrder({ raw: { id: 17, buyer: BUYER, note: BUYER.lastName, line: { sku: "MUG-WHITE" } } }),
    )
    await shop().api.post(`orders/${waiting.id}/review`, { payment_method: `from ${BUYER.firstName}` })
    await shop().api.post(`orders/${waiting.id}/ignore`, { reason: "other", note: BUYER.email })
    const { status, data, headers } = await shop().api.get(`orders/${waiting.id}/support-bundle`)
    expect(status).toBe(200)
    expect(headers["content-disposition"]).toBe(`attachment; filename="support-${REFERENCE}.json"`)
    expect(data).toMatchObject({
      versions: { node: process.version, plugin: expect.any(String), medusa: expect.any(String) },
      connector: { configured: true, capabilities: expect.any(Array), limits: expect.any(Object) },
      account: { state: "connected", settings: { review_first: true } },
      explanation: { status: "ignored" },
      order: { reference: REFERENCE, state: "ignored", left_out_because: "other" },
      mappings: [{ listing_key: expect.any(String) }, { listing_key: expect.any(String) }],
      payload: {
        order: { total: "36.60", buyer: { email: expect.stringMatching(/^<e-mail/) }, raw: { id: 17 } },
      },
    })
    expect(data.history.length).toBeGreaterThan(2)
    const text = JSON.stringify(data).toLowerCase()
    expect(foundIn(`# bundle\n${text}`, [...wordsOf(BUYER), "ada maria"])).toEqual([])
    expect(text).not.toMatch(/sealed_|lease_|page_token/)
    expect(text).not.toContain(DEMO_CREDENTIALS.refresh_token.toLowerCase())
  })

  it("is there for an order number that nobody has read yet", async () => {
    const query = `account_id=${shop().accountId}&reference=999-0000000-0000000`
    const { status, data } = await shop().api.get(`explain/support-bundle?${query}`)
    expect(status).toBe(200)
    expect(data).toMatchObject({
      reference: "999-0000000-0000000",
      explanation: { marketplace_order_id: null },
    })
    expect(data).not.toHaveProperty("order")
    const unknown = await shop().api.get("orders/mpord_none/support-bundle")
    expect(unknown.status).toBe(404)
  })
}
