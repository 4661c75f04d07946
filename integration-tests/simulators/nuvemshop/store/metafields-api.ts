import { type Answer, notFound, refusal } from "../answer"
import { platformTime } from "../clock"
import { objectBody } from "../json-body"
import { PAGE_PARAMETERS, pageAnswer } from "../pages"
import type { ApiCall } from "../world"
import type { Metafield } from "./store"

export const METAFIELD_PARAMETERS = [...PAGE_PARAMETERS, "owner_id", "namespace", "key"]

/** Where the electronic invoice of an order is handed back. */
export function listOrderMetafields(call: ApiCall): Answer {
  const { store, query } = call
  const owner = query.integer("owner_id")
  const namespace = query.text("namespace")
  const key = query.text("key")
  const rows = [...store.metafields.values()].filter(
    (field) =>
      field.owner_resource === "Order" &&
      (owner === undefined || field.owner_id === owner) &&
      (namespace === undefined || field.namespace === namespace) &&
      (key === undefined || field.key === key),
  )
  return pageAnswer(call, rows, (field) => ({ ...field }))
}

export function createMetafield(call: ApiCall): Answer {
  const { store, world } = call
  const body = objectBody(call.body)
  const text = (name: string): string => {
    const value = body[name]
    if (typeof value !== "string" || value === "")
      throw refusal(422, "Invalid metafield", { [name]: ["can't be blank"] })
    return value
  }
  const owner = Number(body.owner_id)
  if (text("owner_resource") === "Order" && !store.orders.has(owner)) throw notFound("Order")
  const now = platformTime(world.clock.now())
  const field: Metafield = {
    id: world.ids.next("metafield"),
    namespace: text("namespace"),
    key: text("key"),
    value: text("value"),
    description: typeof body.description === "string" ? body.description : null,
    owner_id: owner,
    owner_resource: text("owner_resource"),
    created_at: now,
    updated_at: now,
  }
  store.metafields.set(field.id, field)
  return { status: 201, body: field }
}

export function updateMetafield(call: ApiCall): Answer {
  const { store, world, parts } = call
  const field = store.metafields.get(Number(parts.metafieldId))
  if (!field) throw notFound("Metafield")
  const { value } = objectBody(call.body)
  if (typeof value !== "string") throw refusal(422, "Invalid metafield", { value: ["can't be blank"] })
  field.value = value
  field.updated_at = platformTime(world.clock.now())
  return { status: 200, body: field }
}
