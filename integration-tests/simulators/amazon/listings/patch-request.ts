import { isRecord, jsonBody, UNREADABLE } from "../json-body"
import { SpApiError } from "../sp-api-answer"

const OPERATORS = ["add", "replace", "merge", "delete"] as const
export type PatchOperator = (typeof OPERATORS)[number]

export interface Patch {
  op: PatchOperator
  path: string
  value: Record<string, unknown>[]
}

export interface PatchRequest {
  productType: string
  patches: Patch[]
}

/** A body that fits the model (ListingsItemPatchRequest); what does not is 400, whatever it says. */
export function patchRequest(text: string): PatchRequest {
  const { productType, patches } = jsonBody(text)
  if (typeof productType !== "string" || productType === "") throw unreadable("productType")
  if (!Array.isArray(patches) || patches.length === 0) throw unreadable("patches")
  return { productType, patches: patches.map(patchOf) }
}

function patchOf(patch: unknown, index: number): Patch {
  const { op, path, value } = isRecord(patch) ? patch : {}
  const known = OPERATORS.find((candidate) => candidate === op)
  if (!known) throw unreadable(`patches[${index}].op`)
  if (typeof path !== "string" || !/^\/attributes\/[^/]/.test(path))
    throw unreadable(`patches[${index}].path`)
  if (value === undefined && known !== "delete")
    throw new SpApiError(400, "InvalidInput", `Value is missing for patch at index of ${index}.`)
  const list: unknown = value ?? []
  if (!Array.isArray(list) || !list.every(isRecord)) throw unreadable(`patches[${index}].value`)
  return { op: known, path, value: list }
}

function unreadable(field: string): SpApiError {
  return new SpApiError(400, "InvalidInput", UNREADABLE, field)
}
