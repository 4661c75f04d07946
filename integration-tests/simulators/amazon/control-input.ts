import type { World } from "./world"

/** What a control is given: the parts of the path after the resource, the query and the JSON body. */
export interface ControlInput {
  id: string | undefined
  action: string | undefined
  body: unknown
  query: URLSearchParams
}

/** Answers what is sent back; undefined where there is no such control. What it throws is answered with 400. */
export type Control = (world: World, input: ControlInput) => unknown

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { ...value }
    : refuse("An object is needed.")
}

/** The seller a control is about; undefined is the first one. */
export function sellerOf({ query }: ControlInput, body: Record<string, unknown> = {}): string | undefined {
  if (typeof body.sellingPartnerId === "string") return body.sellingPartnerId
  return query.get("sellingPartnerId") ?? undefined
}

export function refuse(message: string): never {
  throw new Error(message)
}
