import type { Random } from "./random"

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Container = Json[] | { [key: string]: Json }

interface Place {
  parent: Container
  key: string | number
}

const TEXTS = [
  "",
  " ",
  "null",
  "NaN",
  "Infinity",
  "-0.00",
  "1e3",
  "12,34",
  "1.005",
  "99999999999999999999.99",
  "2026-02-30T25:61:00Z",
  "1969-12-31T23:59:59Z",
  "SOME_VALUE_ADDED_LATER",
  "'; DROP TABLE orders; --",
  "<script>alert(1)</script>",
  "\u0000\u0007",
  "\u202Eabc",
  "日本語 Ünïcödé 🎁",
  "x".repeat(5000),
  "__proto__",
]

const NUMBERS = [0, -1, 1.5, 2147483648, Number.MAX_SAFE_INTEGER, 1e21]

/**
 * Changes a payload in some places: takes fields away, changes their type or value, repeats or empties lists, adds
 * fields. The same random source gives the same change. `value` itself is left alone.
 */
export function fuzzJson(value: unknown, random: Random, changes = 1): unknown {
  const copy: Json = JSON.parse(JSON.stringify(value))
  for (let i = 0; i < changes; i += 1) {
    const places = placesIn(copy)
    if (places.length === 0) return copy
    change(random.pick(places), random)
  }
  return copy
}

function placesIn(value: Json): Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((child, key) => [{ parent: value, key }, ...placesIn(child)])
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, child]) => [{ parent: value, key }, ...placesIn(child)])
  }
  return []
}

function change(place: Place, random: Random): void {
  const value = read(place)
  switch (random.pick(["remove", "null", "retype", "replace", "replace", "add", "list"])) {
    case "remove":
      return remove(place)
    case "null":
      return write(place, null)
    case "retype":
      return write(place, retyped(value))
    case "add":
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        value[`fieldAddedLater${random.int(1, 9)}`] = random.pick(TEXTS)
        return
      }
      return write(place, replaced(value, random))
    case "list":
      if (Array.isArray(value)) {
        const first = value[0]
        if (first === undefined || random.chance(0.3)) value.length = 0
        else value.push(structuredClone(first))
        return
      }
      return write(place, [value])
    default:
      return write(place, replaced(value, random))
  }
}

function replaced(value: Json, random: Random): Json {
  if (typeof value === "number") return random.pick(NUMBERS)
  if (typeof value === "string" && /^-?\d+\.\d+$/.test(value) && random.chance(0.4)) return `-${value}`
  if (typeof value === "object") return random.chance(0.5) ? {} : []
  return random.pick(TEXTS)
}

function retyped(value: Json): Json {
  if (typeof value === "string") {
    const number = Number(value)
    return value !== "" && Number.isFinite(number) ? number : { value }
  }
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  if (Array.isArray(value)) return Object.fromEntries(value.map((child, index) => [String(index), child]))
  return value === null ? "" : Object.values(value)
}

function read(place: Place): Json {
  const { parent, key } = place
  const value = Array.isArray(parent) ? parent[Number(key)] : parent[key]
  return value ?? null
}

function write(place: Place, value: Json): void {
  const { parent, key } = place
  if (Array.isArray(parent)) parent[Number(key)] = value
  else parent[key] = value
}

function remove(place: Place): void {
  const { parent, key } = place
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[key]
}
