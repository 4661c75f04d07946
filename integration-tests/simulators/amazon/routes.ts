import { OPEN_ROUTES, type OpenRoute, OPERATIONS, type OperationRow } from "./operations"
import type { OpenOperation, SpApiOperation } from "./options"

/** What a request asks for; parts of the path are as they came, still URL-encoded. */
export type Route =
  | { kind: "sp-api"; operation: SpApiOperation; row: OperationRow; parts: Record<string, string> }
  | { kind: "open"; operation: OpenOperation; row: OpenRoute; parts: Record<string, string> }
  | { kind: "unknown"; operation: "unknownPath" }

interface Pattern {
  method: string | undefined
  target: string | undefined
  expression: RegExp
  route: Exclude<Route, { kind: "unknown" }>
}

const PATTERNS: readonly Pattern[] = [
  ...entries(OPEN_ROUTES).map(([operation, row]) =>
    patternOf(row, { kind: "open", operation, row, parts: {} }),
  ),
  ...entries(OPERATIONS).map(([operation, row]) =>
    patternOf(row, { kind: "sp-api", operation, row, parts: {} }),
  ),
]

export function routeOf(method: string, path: string, target?: string): Route {
  for (const pattern of PATTERNS) {
    if (pattern.method !== undefined && pattern.method !== method) continue
    if (pattern.target !== undefined && pattern.target !== target) continue
    const match = pattern.expression.exec(path)
    if (match) return { ...pattern.route, parts: { ...match.groups } }
  }
  return { kind: "unknown", operation: "unknownPath" }
}

function patternOf({ method, path, target }: Partial<OpenRoute>, route: Pattern["route"]): Pattern {
  if (path === undefined) return { method, target, expression: /^/, route }
  const parts = path.split("/").map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return name === undefined ? part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") : `(?<${name}>[^/]+)`
  })
  return { method, target, expression: new RegExp(`^${parts.join("/")}$`), route }
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][]
}
