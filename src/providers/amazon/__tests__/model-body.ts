import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import Ajv from "ajv"
import addFormats from "ajv-formats"

const contracts = process.env.CONTRACTS_DIR ?? path.resolve(__dirname, "../../../../../shared/contracts")
const models = path.join(contracts, "amazon", "models")

/** `it`, skipped where this machine does not have Amazon's published models. */
export const itWithModels = existsSync(path.join(models, "ordersV0.json")) ? it : it.skip

/** Where a body differs from a definition of one of Amazon's models. */
export function violationsOf(file: string, definition: string, body: unknown): unknown[] {
  const model = JSON.parse(readFileSync(path.join(models, file), "utf8")) as { definitions: object }
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }))
  ajv.addSchema({ $id: "model", definitions: model.definitions })
  const validate = ajv.compile({ $ref: `model#/definitions/${definition}` })
  return validate(body) ? [] : (validate.errors ?? [])
}
