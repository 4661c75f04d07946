import type { Store } from "../store/store"
import type { BuyerAddress, Customer } from "../store/customer"
import type { World } from "../world"
import type { Order } from "./order"
import type { BuyerOptions } from "./place-order-options"

const DEFAULT_ADDRESS: BuyerAddress = {
  address: "Rua das Flores",
  number: "123",
  floor: "Apto 45",
  locality: "Centro",
  city: "São Paulo",
  province: "São Paulo",
  zipcode: "01001000",
  country: "BR",
}

const DEFAULT_BUYER = {
  name: "Maria Souza",
  email: "maria.souza@example.com",
  phone: "+5511987654321",
  identification: "52998224725",
}

export interface Buyer {
  contact: Order["contact"]
  address: BuyerAddress
  company: Order["billingCompany"]
}

export function buyerOf(options: BuyerOptions | null | undefined): Buyer {
  const nobody = { name: null, email: null, phone: null, identification: null }
  const contact =
    options === null
      ? nobody
      : {
          name: options?.name === undefined ? DEFAULT_BUYER.name : options.name,
          email: options?.email === undefined ? emailOf(options) : options.email,
          phone: options?.phone === undefined ? DEFAULT_BUYER.phone : options.phone,
          identification:
            options?.identification === undefined ? DEFAULT_BUYER.identification : options.identification,
        }
  const company = options?.company
  return {
    contact,
    address: { ...DEFAULT_ADDRESS, ...options?.address },
    company: company
      ? {
          businessName: company.businessName,
          tradeName: company.tradeName ?? company.businessName,
          stateRegistration: company.stateRegistration ?? "110042490114",
        }
      : null,
  }
}

/** The store's customer with the buyer's e-mail, or a new one; the newest order's details stay on the customer. */
export function customerOf(world: World, store: Store, buyer: Buyer, at: number): Customer | undefined {
  const { contact, address } = buyer
  if (contact.email === null || contact.name === null) return undefined
  const known = [...store.customers.values()].find(({ email }) => email === contact.email)
  const customer: Customer = {
    id: known?.id ?? world.ids.next("customer"),
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
    identification: contact.identification,
    note: known?.note ?? null,
    address,
    billing: { name: contact.name, phone: contact.phone, ...address },
    totalSpent: known?.totalSpent ?? 0,
    lastOrderId: known?.lastOrderId ?? null,
    createdAt: known?.createdAt ?? at,
    updatedAt: at,
  }
  store.customers.set(customer.id, customer)
  return customer
}

/** Invented names keep an address of their own, so that two buyers are two customers. */
function emailOf(options: BuyerOptions | undefined): string {
  if (typeof options?.name !== "string") return DEFAULT_BUYER.email
  const local = options.name.normalize("NFD").replaceAll(/[^A-Za-z ]/g, "")
  return `${local.trim().toLowerCase().replaceAll(/\s+/g, ".")}@example.com`
}
