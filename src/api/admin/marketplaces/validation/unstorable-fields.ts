import { isStorable } from "../../../../connector"

/**
 * The fields, by their paths, with a text that the database does not take: it holds NUL or half a surrogate pair. Found without
 * recursion, since a request may be nested as deep as it is long.
 */
export function unstorableFields(given: unknown): string[] {
  const found = new Set<string>()
  const open: [path: string, value: unknown][] = [["", given]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, value] = next
    if (typeof value === "string" && !isStorable(value)) found.add(path || "body")
    if (typeof value !== "object" || value === null) continue
    const inside = Object.entries(value)
    // A name like that cannot be told: what holds it can.
    if (inside.some(([name]) => !isStorable(name))) found.add(path || "body")
    const named = inside.filter(([name]) => isStorable(name))
    for (const [name, one] of named.reverse()) open.push([path ? `${path}.${name}` : name, one])
  }
  return [...found]
}
