import { createHmac } from "node:crypto"
import { connectorFailureOf, type WebhookEvent } from "../../../connector"
import { settingsAt } from "../__tests__/a-connection"
import { Transport } from "../transport"
import { Registrations } from "./registrations"
import { NuvemshopWebhooks } from "./webhooks"

const settings = settingsAt("http://127.0.0.1:1")
const webhooks = new NuvemshopWebhooks(settings, new Registrations(new Transport(settings)))
const bytes = (body: unknown) => Buffer.from(JSON.stringify(body))
const signed = (raw: Buffer, secret = "s3cret") => createHmac("sha256", secret).update(raw).digest("hex")

describe("a webhook's signature", () => {
  const raw = Buffer.from('{ "store_id":789,  "event":"order/paid","id":1 }')
  it("is the one of the very bytes under the client secret", () => {
    expect(webhooks.verify(raw, { "x-linkedstore-hmac-sha256": signed(raw) })).toBe(true)
    const again = bytes(JSON.parse(raw.toString()))
    expect(webhooks.verify(again, { "x-linkedstore-hmac-sha256": signed(raw) })).toBe(false)
  })

  it.each<[string, string | string[] | undefined]>([
    ["missing", undefined],
    ["empty", ""],
    ["of another secret", signed(raw, "token-1")],
    ["in base64", Buffer.from(signed(raw), "hex").toString("base64")],
    ["cut short", signed(raw).slice(0, 62)],
    ["sent twice", [signed(raw), signed(raw)]],
    ["not hexadecimal", "z".repeat(64)],
  ])("is refused when it is %s", (_what, given) => {
    expect(webhooks.verify(raw, { "x-linkedstore-hmac-sha256": given })).toBe(false)
  })
})

describe("what a webhook says", () => {
  const order: WebhookEvent = { kind: "order_changed", externalId: "789", reference: "456" }
  it.each<[string, Record<string, unknown>, WebhookEvent]>([
    ["order/paid", { id: 456 }, order],
    ["order/cancelled", { id: "456" }, order],
    ["order/custom_fields_updated", { id: 456 }, order],
    ["fulfillment_order/status_updated", { order_id: 456, fulfillment_id: "01FF", status: "PACKED" }, order],
    ["fulfillment_order/tracking_event_created", { order_id: 456, id: 1 }, order],
    ["fulfillment/updated", { order_id: 456 }, order],
    ["product/updated", { id: 1 }, { kind: "listings_changed", externalId: "789" }],
    ["product_variant/custom_fields_updated", { id: 1 }, { kind: "listings_changed", externalId: "789" }],
    ["app/uninstalled", {}, { kind: "authorization_lost", externalId: "789" }],
    ["app/suspended", {}, { kind: "suspended", externalId: "789" }],
    ["app/resumed", {}, { kind: "resumed", externalId: "789" }],
    ["customer/created", { id: 1 }, { kind: "ignored", externalId: "789", what: "customer/created" }],
    ["ana@example.com", {}, { kind: "ignored", externalId: "789", what: "anaexamplecom" }],
  ])("%s", (event, rest, expected) => {
    expect(webhooks.parse(bytes({ store_id: 789, event, ...rest }))).toEqual([expected])
  })

  it("keeps every digit of a long id", () => {
    const raw = Buffer.from('{"store_id":789,"event":"order/paid","id":9223372036854775807}')
    expect(webhooks.parse(raw)).toMatchObject([{ reference: "9223372036854775807" }])
  })

  const customer = { id: 5, email: "ana@example.com", phone: "+55 11", identification: "529.982.247-25" }
  const told = { id: "5", email: "ana@example.com", phone: "+55 11", document: "52998224725" }
  const redact = { store_id: 789, customer, orders_to_redact: [213, "415"] }
  const data = {
    store_id: 789,
    customer,
    orders_requested: [213],
    checkouts_requested: [],
    data_request: { id: 456 },
  }

  it.each([undefined, "customers-redact"])("a buyer is to be forgotten (topic %s)", (topic) => {
    const [event] = webhooks.parse(bytes(redact), topic)
    expect(event).toMatchObject({
      kind: "privacy",
      externalId: "789",
      request: { kind: "customer_redact", customer: told, orders: ["213", "415"] },
    })
    expect(webhooks.parse(bytes(redact), topic)).toEqual([event])
    const other = webhooks.parse(bytes({ ...redact, orders_to_redact: [] }), topic)[0]
    expect(
      other.kind === "privacy" && event.kind === "privacy" && other.request.key === event.request.key,
    ).toBe(false)
  })

  it.each([undefined, "customers-data-request"])("a buyer asks what is held (topic %s)", (topic) => {
    expect(webhooks.parse(bytes(data), topic)).toMatchObject([
      {
        kind: "privacy",
        request: { kind: "customer_data", customer: told, orders: ["213"] },
      },
    ])
  })

  const keyOf = (body: object) => {
    const [event] = webhooks.parse(bytes(body), "customers-data-request")
    return event.kind === "privacy" ? event.request.key : undefined
  }
  it("a buyer's question that comes again is the same one", () => {
    expect(keyOf(data)).toBe(keyOf({ ...data }))
    expect(keyOf(data)).toMatch(/^data-request-789-456-[0-9a-f]{32}$/)
  })
  it.each<[string, object]>([
    ["of another store", { store_id: 790 }],
    ["of another buyer", { customer: { ...customer, id: 6 } }],
    ["about other orders", { orders_requested: [214] }],
    ["with another number", { data_request: { id: 457 } }],
  ])("a question %s is another one, whatever its number", (_what, change) => {
    expect(keyOf({ ...data, ...change })).not.toBe(keyOf(data))
  })

  it.each([undefined, "store-redact"])("the store is to be forgotten (topic %s)", (topic) => {
    expect(webhooks.parse(bytes({ store_id: 789 }), topic)).toMatchObject([
      { kind: "privacy", request: { kind: "store_redact", customer: null, orders: [] } },
    ])
  })

  it.each<[string, Buffer, string | undefined]>([
    ["no JSON", Buffer.from("<html>"), undefined],
    ["a list", bytes([]), undefined],
    ["no store", bytes({ event: "order/paid", id: 1 }), undefined],
    ["no order", bytes({ store_id: 789, event: "order/paid" }), undefined],
    ["something else without an event", bytes({ store_id: 789, id: 1 }), undefined],
    ["a buyer's request at the address for the whole store", bytes(redact), "store-redact"],
    ["the whole store at the address for buyers", bytes({ store_id: 789 }), "customers-redact"],
    ["a buyer's question at the address for forgetting", bytes(data), "customers-redact"],
    ["a buyer to be forgotten at the address for questions", bytes(redact), "customers-data-request"],
  ])("%s is none of the platform's", (_what, raw, topic) => {
    try {
      webhooks.parse(raw, topic)
      throw new Error("was expected to fail")
    } catch (thrown) {
      expect(connectorFailureOf(thrown)?.kind).toBe("contract_broken")
    }
  })
})
