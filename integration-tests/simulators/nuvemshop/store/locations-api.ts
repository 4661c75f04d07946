import { type Answer, refusal } from "../answer"
import { isRecord, listBody, objectBody } from "../json-body"
import { announce } from "../webhooks/announce"
import type { ApiCall } from "../world"
import { type Location, locationAddress, locationView } from "./location"

/** Locations by plan; plans that are not named have as many as they want. */
const MOST_LOCATIONS: Readonly<Record<string, number>> = { free: 1 }

export function listLocations({ store }: ApiCall): Answer {
  return { status: 200, body: store.sortedLocations().map(locationView) }
}

export function getLocation(call: ApiCall): Answer {
  return { status: 200, body: locationView(locationOf(call)) }
}

export function createLocation(call: ApiCall): Answer {
  const { store, world } = call
  const body = objectBody(call.body)
  const name = nameOf(body.name)
  if (!name) throw refusal(422, "The location has no name", { name: ["can't be blank"] })
  if (!isRecord(body.address))
    throw refusal(422, "The location has no address", { address: ["can't be blank"] })
  if (store.locations.size >= (MOST_LOCATIONS[store.plan] ?? Infinity))
    throw refusal(403, "The plan allows no more locations")
  const location = store.addLocation({ name: Object.values(name)[0] ?? "" })
  location.name = name
  location.address = locationAddress(body.address)
  announce(world, store, "location/created", { id: location.id })
  return { status: 201, body: locationView(location) }
}

export function updateLocation(call: ApiCall): Answer {
  const location = locationOf(call)
  const body = objectBody(call.body)
  location.name = nameOf(body.name) ?? location.name
  if (isRecord(body.address)) location.address = { ...location.address, ...body.address }
  return changed(call, location)
}

export function deleteLocation(call: ApiCall): Answer {
  const { store, world } = call
  const location = locationOf(call)
  const holds = [...store.products.values()].some(({ variants }) =>
    variants.some(({ levels }) => (levels.get(location.id) ?? 0) !== 0),
  )
  if (location.isDefault || holds) throw refusal(422, "The location is the default one or has stock")
  store.locations.delete(location.id)
  announce(world, store, "location/deleted", { id: location.id })
  return { status: 204, text: "" }
}

export function setLocationPriorities(call: ApiCall): Answer {
  const { store } = call
  for (const row of listBody(call.body)) {
    const { id, priority } = objectBody(row)
    const location = typeof id === "string" ? store.locations.get(id) : undefined
    if (!location || typeof priority !== "number") throw refusal(422, "Unknown location or priority")
    location.priority = priority
  }
  return listLocations(call)
}

export function chooseDefaultLocation(call: ApiCall): Answer {
  const location = locationOf(call)
  for (const other of call.store.locations.values()) other.isDefault = other.id === location.id
  return changed(call, location)
}

/** Its own page shape, and one row to a page unless more are asked for. */
export function listLocationLevels(call: ApiCall): Answer {
  const { store, query } = call
  const location = locationOf(call)
  const variantId = query.integer("variant_id")
  const page = query.integer("page", 1) ?? 1
  const perPage = Math.min(query.integer("per_page", 1) ?? 1, 200)
  const rows = [...store.products.values()]
    .flatMap(({ variants }) => variants)
    .filter(({ id, levels }) => levels.has(location.id) && (variantId === undefined || id === variantId))
    .map(({ id, levels }) => ({
      id: `${location.id}-${id}`,
      variant_id: id,
      location_id: location.id,
      stock: levels.get(location.id) ?? null,
    }))
  const results = rows.slice((page - 1) * perPage, page * perPage)
  return { status: 200, body: { total: rows.length, page, per_page: perPage, results } }
}

function locationOf({ store, parts }: ApiCall): Location {
  return store.location(parts.locationId ?? "")
}

function changed({ world, store }: ApiCall, location: Location): Answer {
  location.updatedAt = world.clock.now()
  announce(world, store, "location/updated", { id: location.id })
  return { status: 200, body: locationView(location) }
}

function nameOf(value: unknown): Record<string, string> | undefined {
  if (typeof value === "string" && value !== "") return { pt_BR: value, es_AR: value, en_US: value }
  if (!isRecord(value)) return undefined
  const names = Object.entries(value).flatMap(([language, name]): [string, string][] =>
    typeof name === "string" ? [[language, name]] : [],
  )
  return names.length > 0 ? Object.fromEntries(names) : undefined
}
