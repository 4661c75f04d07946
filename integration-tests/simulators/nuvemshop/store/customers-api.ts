import type { Answer } from "../answer"
import { onlyFields, PAGE_PARAMETERS, pageAnswer } from "../pages"
import { isBetween } from "../query"
import type { ApiCall } from "../world"
import { customerView } from "./customer"

export const CUSTOMER_PARAMETERS = [
  ...PAGE_PARAMETERS,
  "since_id",
  "created_at_min",
  "created_at_max",
  "updated_at_min",
  "updated_at_max",
  "q",
]

export function listCustomers(call: ApiCall): Answer {
  const { store, query } = call
  const since = query.integer("since_id") ?? 0
  const created = [query.seconds("created_at_min"), query.seconds("created_at_max")] as const
  const updated = [query.seconds("updated_at_min"), query.seconds("updated_at_max")] as const
  const words = query.text("q")?.toLowerCase()
  const rows = [...store.customers.values()].filter(
    ({ id, createdAt, updatedAt, ...customer }) =>
      id > since &&
      isBetween(createdAt, ...created) &&
      isBetween(updatedAt, ...updated) &&
      (words === undefined ||
        [customer.name, customer.email, customer.identification].some((text) =>
          text?.toLowerCase().includes(words),
        )),
  )
  return pageAnswer(call, rows, (customer) => customerView(customer, store.options.currency))
}

export function getCustomer(call: ApiCall): Answer {
  const customer = call.store.customer(Number(call.parts.customerId))
  const view = customerView(customer, call.store.options.currency)
  return { status: 200, body: onlyFields(view, call.query.list("fields")) }
}
