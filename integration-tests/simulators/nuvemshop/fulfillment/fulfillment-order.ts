import type { Cents } from "../money"

export const FULFILLMENT_STATUSES = [
  "UNPACKED",
  "PACKED",
  "DISPATCHED",
  "READY_FOR_PICKUP",
  "DELIVERED",
] as const
export type FulfillmentStatus = (typeof FULFILLMENT_STATUSES)[number]
export type ShippingType = "ship" | "pickup" | "non-shippable"

export interface TrackingEvent {
  id: string
  status: string
  description: string
  address: string | null
  geolocation: { longitude: number; latitude: number } | null
  happenedAt: number
  estimatedDeliveryAt: string | null
  createdAt: number
}

export interface FulfillmentOrder {
  /** ULID. */
  id: string
  number: string
  locationId: string
  lines: { id: string; lineId: string; quantity: number }[]
  recipient: { name: string; phone: string | null; identifier: string | null }
  shipping: {
    type: ShippingType
    carrier: { carrier_id: string; code: string; name: string; app_id: string | null }
    option: { name: string; code: string; reference: string | null; allow_free_shipping: boolean }
    merchantCost: Cents
    consumerCost: Cents
    minDeliveryAt: number
    maxDeliveryAt: number
  }
  destination: Destination
  status: FulfillmentStatus
  statusHistory: { status: FulfillmentStatus; at: number }[]
  tracking: { code: string | null; url: string | null }
  trackingHistory: { code: string | null; url: string | null; at: number }[]
  events: TrackingEvent[]
  fulfilledAt: number | null
  createdAt: number
  updatedAt: number
}

export interface Destination {
  zipcode: string
  street: string
  number: string
  floor: string
  locality: string
  city: string
  reference: string | null
  between_streets: string | null
  province: { name: string; code: string }
  region: string | null
  country: string
}
