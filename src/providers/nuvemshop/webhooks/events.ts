import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { contractBroken, plainDocument, type PrivacyRequest, type WebhookEvent } from "../../../connector"
import { jsonOf } from "../http"
import { idSchema, parseWire, text, textOf } from "../wire"

const eventSchema = z.looseObject({
  store_id: idSchema,
  event: z.string().min(1).max(100).nullish(),
  id: idSchema.nullish(),
  order_id: idSchema.nullish(),
})
type WireEvent = z.infer<typeof eventSchema>

const references = z.array(idSchema).nullish()
const privacySchema = z.looseObject({
  store_id: idSchema,
  customer: z
    .looseObject({ id: idSchema.nullish(), email: text, phone: text, identification: text })
    .nullish(),
  orders_to_redact: references,
  orders_requested: references,
  data_request: z.looseObject({ id: idSchema }).nullish(),
})
type WirePrivacy = z.infer<typeof privacySchema>

/** The addresses that the partner portal asks for, by what stands behind our own. */
const privacyTopics: Record<string, PrivacyRequest["kind"]> = {
  "store-redact": "store_redact",
  "customers-redact": "customer_redact",
  "customers-data-request": "customer_data",
}

/** What follows from an event, by its name's beginning; the first that fits. */
const meanings: [
  begins: string,
  meaning: (event: WireEvent, externalId: string) => WebhookEvent | undefined,
][] = [
  ["order/", ({ id }, externalId) => orderChanged(externalId, id)],
  ["fulfillment_order/", ({ order_id }, externalId) => orderChanged(externalId, order_id)],
  ["fulfillment/", ({ order_id }, externalId) => orderChanged(externalId, order_id)],
  ["product/", (_event, externalId) => ({ kind: "listings_changed", externalId })],
  ["product_variant/", (_event, externalId) => ({ kind: "listings_changed", externalId })],
  ["app/uninstalled", (_event, externalId) => ({ kind: "authorization_lost", externalId })],
  ["app/suspended", (_event, externalId) => ({ kind: "suspended", externalId })],
  ["app/resumed", (_event, externalId) => ({ kind: "resumed", externalId })],
]

function orderChanged(externalId: string, reference: string | null | undefined): WebhookEvent | undefined {
  return reference ? { kind: "order_changed", externalId, reference } : undefined
}

/**
 * What a body says that is known to be the platform's. Events name what changed and bring nothing of it.
 * @throws ConnectorError `contract_broken` when it is not one of the platform's.
 */
export function eventsOf(raw: Buffer, topic?: string): WebhookEvent[] {
  const body = jsonOf(raw.toString("utf8"))
  const event = parseWire(eventSchema, body, "webhook")
  if (!event.event) return [privacyEvent(parseWire(privacySchema, body, "webhook"), topic, raw)]
  const name = event.event
  const externalId = event.store_id
  const meaning = meanings.find(([begins]) => name.startsWith(begins))?.[1]
  const found = meaning?.(event, externalId)
  if (meaning && !found) throw contractBroken("id", "webhook: the event does not say which order it is about")
  return [found ?? { kind: "ignored", externalId, what: name.replace(/[^\w/]/g, "").slice(0, 60) }]
}

/** Requests about personal data have no `event`: the address they come to tells what they are, else what they hold. */
function privacyEvent(wire: WirePrivacy, topic: string | undefined, raw: Buffer): WebhookEvent {
  const kind = topic && Object.hasOwn(privacyTopics, topic) ? privacyTopics[topic] : kindByShape(wire)
  // An address that was set for another request than its own must not remove what nobody asked to have removed.
  const odd = oddFieldOf(wire, kind)
  if (odd) throw contractBroken(odd, "webhook: the body is another request than its address says")
  const { customer } = wire
  return {
    kind: "privacy",
    externalId: wire.store_id,
    request: {
      kind,
      key: keyOf(wire, kind, raw),
      customer: customer
        ? {
            id: customer.id ?? null,
            email: textOf(customer.email),
            phone: textOf(customer.phone),
            document: plainDocument(customer.identification) || null,
          }
        : null,
      orders: wire.orders_to_redact ?? wire.orders_requested ?? [],
    },
  }
}

/** The field by which a body is another kind of request; undefined where it may be this one. */
function oddFieldOf(wire: WirePrivacy, kind: PrivacyRequest["kind"]): keyof WirePrivacy | undefined {
  const whole = kind === "store_redact"
  if (whole !== !wire.customer) return "customer"
  const others: Record<PrivacyRequest["kind"], (keyof WirePrivacy)[]> = {
    store_redact: [],
    customer_redact: ["data_request", "orders_requested"],
    customer_data: ["orders_to_redact"],
  }
  return others[kind].find((name) => wire[name] !== undefined && wire[name] !== null)
}

/** A question's number is one store's at most, and the platform's own test tool sends the same one each time: the words count too. */
function keyOf(wire: WirePrivacy, kind: PrivacyRequest["kind"], raw: Buffer): string {
  const { store_id, data_request: question } = wire
  return question ? `data-request-${store_id}-${question.id}-${digestOf(raw)}` : `${kind}-${digestOf(raw)}`
}

function kindByShape(wire: WirePrivacy): PrivacyRequest["kind"] {
  if (wire.data_request || wire.orders_requested) return "customer_data"
  if (wire.customer) return "customer_redact"
  // Nothing but the store: everything else would be a body that we do not know.
  if (Object.keys(wire).every((name) => name === "store_id" || wire[name] === undefined))
    return "store_redact"
  throw contractBroken("event", "webhook: the body names no event and is no request about personal data")
}

function digestOf(raw: Buffer): string {
  return createHash("sha256").update(raw).digest("hex").slice(0, 32)
}
