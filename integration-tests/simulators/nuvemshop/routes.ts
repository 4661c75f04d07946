import { OPEN_OPERATIONS, type OpenRow, OPERATIONS, type OperationRow } from "./operations"
import type { ApiOperation, OpenOperation } from "./operation-names"

/** What a request asks for; parts of the path are decoded. */
export type Route =
  | { kind: "api"; operation: ApiOperation; row: OperationRow; parts: Record<string, string> }
  | { kind: "open"; operation: OpenOperation; row: OpenRow; parts: Record<string, string> }
  | { kind: "unknown"; operation: "unknownPath"; parts: Record<string, string> }

interface Pattern {
  method: string
  expression: RegExp
  route: Exclude<Route, { kind: "unknown" }>
}

const PATTERNS: readonly Pattern[] = [
  ...entries(OPEN_OPERATIONS).flatMap(([operation, row]) =>
    row.paths.map((path) => patternOf(row.method, path, { kind: "open", operation, row, parts: {} })),
  ),
  ...entries(OPERATIONS)
    .map(([operation, row]) =>
      patternOf(row.method, `/{version}/{storeId}${row.path}`, { kind: "api", operation, row, parts: {} }),
    )
    // A fixed path comes before one that an id would match.
    .sort((a, b) => placeholders(a) - placeholders(b)),
]

/** HEAD is GET without the body. */
export function routeOf(method: string, path: string): Route {
  const asked = method === "HEAD" ? "GET" : method
  for (const { method: known, expression, route } of PATTERNS) {
    const match = known === asked ? expression.exec(path) : null
    if (!match) continue
    const parts = Object.entries(match.groups ?? {}).map(([name, text]) => [name, decoded(text)])
    return { ...route, parts: Object.fromEntries(parts) as Record<string, string> }
  }
  return { kind: "unknown", operation: "unknownPath", parts: {} }
}

function patternOf(method: string, path: string, route: Pattern["route"]): Pattern {
  const parts = path.split("/").map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return name === undefined ? part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") : `(?<${name}>[^/]+)`
  })
  return { method, expression: new RegExp(`^${parts.join("/")}/?$`), route }
}

function placeholders({ expression }: Pattern): number {
  return expression.source.split("(?<").length
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][]
}
