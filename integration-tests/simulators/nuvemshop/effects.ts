import type { FulfillmentStatus } from "./fulfillment/fulfillment-order"

/** Who made it happen: the application's call, the store's life, or a control. */
export type Cause = "api" | "store" | "control"

export type Effect =
  | {
      kind: "fulfillment-status"
      orderId: number
      fulfillmentOrderId: string
      from: FulfillmentStatus
      to: FulfillmentStatus
      tracking: { code: string | null; url: string | null }
      notifiedCustomer: boolean
      cause: Cause
    }
  | {
      kind: "tracking-info"
      orderId: number
      fulfillmentOrderId: string
      tracking: { code: string | null; url: string | null }
      notifiedCustomer: boolean
      cause: Cause
    }
  | {
      kind: "tracking-event"
      orderId: number
      fulfillmentOrderId: string
      change: "created" | "updated" | "deleted"
      status: string
      cause: Cause
    }
  | {
      kind: "stock"
      productId: number
      variantId: number
      sku: string | null
      locationId: string
      from: number | null
      to: number | null
      cause: Cause
    }
  | { kind: "price"; productId: number; variantId: number; sku: string | null; cause: Cause }
  | { kind: "product"; productId: number; change: "created" | "updated" | "deleted"; cause: Cause }
  | { kind: "order"; orderId: number; change: string; cause: Cause }
  | {
      kind: "webhook"
      webhookId: number
      event: string
      change: "created" | "updated" | "deleted"
      cause: Cause
    }

export type EffectRecord = Effect & { at: string; storeId: number }
export type EffectKind = Effect["kind"]

/** How often each fulfillment order was sent on its way, and with which tracking. */
export interface Dispatch {
  orderId: number
  fulfillmentOrderId: string
  times: number
  /** Tracking codes it had when it was dispatched, and those it was given later, in order. */
  trackingCodes: (string | null)[]
}

/** Everything that took effect, so that a test can prove it happened exactly once. */
export class EffectLog {
  private records: EffectRecord[] = []

  constructor(private readonly now: () => number) {}

  add(storeId: number, effect: Effect): void {
    this.records.push({ at: new Date(this.now()).toISOString(), storeId, ...effect })
  }

  list<K extends EffectKind>(kind?: K): Extract<EffectRecord, { kind: K }>[] {
    return this.records.filter(
      (record): record is Extract<EffectRecord, { kind: K }> => kind === undefined || record.kind === kind,
    )
  }

  dispatches(orderId?: number): Dispatch[] {
    const found = new Map<string, Dispatch>()
    for (const record of this.records) {
      if (record.kind !== "fulfillment-status" && record.kind !== "tracking-info") continue
      if (orderId !== undefined && record.orderId !== orderId) continue
      const { fulfillmentOrderId: id } = record
      const dispatch = found.get(id) ?? {
        orderId: record.orderId,
        fulfillmentOrderId: id,
        times: 0,
        trackingCodes: [],
      }
      const dispatched = record.kind === "fulfillment-status" && record.to === "DISPATCHED"
      if (dispatched) dispatch.times += 1
      if (dispatched || record.kind === "tracking-info") dispatch.trackingCodes.push(record.tracking.code)
      found.set(id, dispatch)
    }
    return [...found.values()]
  }

  clear(): void {
    this.records = []
  }
}
