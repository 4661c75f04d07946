import { decimal } from "../money"
import { platformTime } from "../clock"

export interface BuyerAddress {
  address: string
  number: string
  floor: string
  locality: string
  city: string
  /** A name, not a code. */
  province: string
  zipcode: string
  country: string
  /** What helps to find the house; absent where the store does not ask for it. */
  customs?: { reference?: string | null; between_streets?: string | null } | null
}

export interface Customer {
  id: number
  name: string
  email: string
  phone: string | null
  /** CPF or CNPJ as the buyer typed it. */
  identification: string | null
  note: string | null
  address: BuyerAddress | null
  billing: { name: string; phone: string | null } & Partial<BuyerAddress>
  totalSpent: number
  lastOrderId: number | null
  createdAt: number
  updatedAt: number
}

export function customerView(customer: Customer, currency: string): Record<string, unknown> {
  const { id, name, email, identification, phone, note, address, billing, lastOrderId } = customer
  const shown = address ? customerAddress(customer, address) : null
  return {
    id,
    name,
    email,
    identification,
    phone,
    note,
    default_address: shown,
    addresses: shown ? [shown] : [],
    billing_name: billing.name,
    billing_phone: billing.phone,
    billing_address: billing.address ?? null,
    billing_number: billing.number ?? null,
    billing_floor: billing.floor ?? null,
    billing_locality: billing.locality ?? null,
    billing_zipcode: billing.zipcode ?? null,
    billing_city: billing.city ?? null,
    billing_province: billing.province ?? null,
    billing_country: billing.country ?? null,
    extra: {},
    total_spent: decimal(customer.totalSpent),
    total_spent_currency: currency,
    last_order_id: lastOrderId,
    active: true,
    first_interaction: platformTime(customer.createdAt),
    accepts_marketing: false,
    accepts_marketing_updated_at: null,
    created_at: platformTime(customer.createdAt),
    updated_at: platformTime(customer.updatedAt),
  }
}

function customerAddress(customer: Customer, address: BuyerAddress): Record<string, unknown> {
  const { id, name, phone, createdAt } = customer
  return { id: id + 900_000, name, phone, ...address, default: true, created_at: platformTime(createdAt) }
}
