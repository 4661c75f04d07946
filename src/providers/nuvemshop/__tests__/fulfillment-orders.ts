import type { Received, Reply } from "./local-server"
import { aFulfillmentOrder, type Json } from "./a-wire-order"

type Event = { id: string; status: string; description: string; happened_at: string }
type State = Json & {
  id: string
  status: string
  tracking_info: { code?: string | null; url?: string | null }
  tracking_events: Event[]
}

const nextStates: Record<string, string[]> = {
  UNPACKED: ["PACKED"],
  PACKED: ["UNPACKED", "DISPATCHED"],
  DISPATCHED: ["READY_FOR_PICKUP", "DELIVERED"],
}

/** The fulfilment orders of one order, with the platform's state machine and tracking events. */
export class FulfillmentOrders {
  readonly told: State[]
  /** Whether a change of the tracking leaves what it does not name. */
  trackingInfo: "merge" | "replace" = "merge"
  private nextEvent = 1

  constructor(orders: Json[]) {
    this.told = orders.map((one) => structuredClone(aFulfillmentOrder(one)) as State)
  }

  answer({ method, path, body }: Received): Reply {
    const [id, , event] = path.split("/fulfillment-orders")[1].split("/").slice(1)
    const headers = { "x-main-language": "pt" }
    if (!id) return { json: this.told, headers }
    const one = this.told.find((order) => order.id === id)
    if (!one) return { status: 404, json: { message: "Not found" } }
    const given = JSON.parse(body) as Json
    if (path.includes("/tracking-events")) return this.note(one, event, given as Omit<Event, "id">)
    if (method !== "PATCH") return { status: 405 }
    const { status, tracking_info } = given as { status?: string; tracking_info?: State["tracking_info"] }
    const digital = (one.shipping as Json | undefined)?.type === "non-shippable" && status === "DELIVERED"
    if (status && !digital && !nextStates[one.status]?.includes(status)) {
      return { status: 422, json: { message: `Cannot change from ${one.status} to ${status}` } }
    }
    if (status) one.status = status
    const kept = this.trackingInfo === "merge" ? one.tracking_info : { code: null, url: null }
    if (tracking_info) one.tracking_info = { ...kept, ...tracking_info }
    return { json: one }
  }

  private note(one: State, event: string | undefined, given: Omit<Event, "id">): Reply {
    if (one.status === "UNPACKED" || one.status === "PACKED") {
      return { status: 400, json: { message: "The fulfillment order must be dispatched" } }
    }
    const known = one.tracking_events.find(({ id }) => id === event)
    if (known) Object.assign(known, given)
    else one.tracking_events.push({ ...given, id: `E${this.nextEvent++}` })
    return { status: known ? 200 : 201, json: given }
  }
}
