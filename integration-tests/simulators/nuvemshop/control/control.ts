import { isRecord } from "../json-body"
import type { World } from "../world"

/** What a control is given: the parts of the path after the resource, the query and the JSON body. */
export interface ControlInput {
  id: string | undefined
  action: string | undefined
  body: unknown
  query: URLSearchParams
}

/** Answers what is sent back; undefined where there is no such control. What it throws is answered with 400. */
export type Control = (world: World, input: ControlInput) => unknown

export function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : refuse("An object is needed.")
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** A number of the query or the body; undefined where none is given. */
export function numberOf(value: unknown): number | undefined {
  if (value === null || value === undefined || value === "") return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : refuse(`"${String(value)}" is no number.`)
}

/** The store a control is about; undefined is the first one. */
export function storeIdOf({ query }: ControlInput, body: Record<string, unknown> = {}): number | undefined {
  return numberOf(body.storeId ?? query.get("storeId"))
}

export function refuse(message: string): never {
  throw new Error(message)
}
