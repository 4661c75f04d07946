import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/client"

const SHOWN = 8
const FIELDS = "id,first_name,last_name,company_name,email,metadata"

/** A customer of the store, as people tell them apart. */
export type Customer = { id: string; name: string; details: string }

type StoreCustomer = {
  id: string
  first_name: string | null
  last_name: string | null
  company_name: string | null
  email: string | null
  metadata?: Record<string, unknown> | null
}

/** Two customers may have one name: then e-mail and document tell who is who. */
function shown({ id, first_name, last_name, company_name, email, metadata }: StoreCustomer): Customer {
  const person = [first_name, last_name].filter(Boolean).join(" ")
  const document = typeof metadata?.document === "string" ? metadata.document : null
  const name = person || company_name || email || id
  const details = [email, document].filter((part) => part && part !== name)
  return { id, name, details: details.join(" · ") }
}

/** One of the store's customers; not asked for while there is none. */
export const useCustomer = (id: string | null) =>
  useQuery({
    queryKey: ["marketplace-customer", id],
    queryFn: async () => shown((await sdk.admin.customer.retrieve(id ?? "", { fields: FIELDS })).customer),
    enabled: id !== null,
    retry: false,
  })

/** The store's customers whose name, e-mail, phone or company holds what was typed; nobody while nothing is. */
export const useCustomers = (q: string) =>
  useQuery({
    queryKey: ["marketplace-customers", q],
    queryFn: async () =>
      (await sdk.admin.customer.list({ q, limit: SHOWN, fields: FIELDS })).customers.map(shown),
    enabled: q !== "",
    placeholderData: (previous) => (q ? previous : undefined),
  })
