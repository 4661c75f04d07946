import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import Ajv, { type ValidateFunction } from "ajv"
import addFormats from "ajv-formats"

type Parameter = {
  name: string
  in: "query" | "path" | "body"
  required?: boolean
  type: string
  format?: string
  collectionFormat?: string
  maxItems?: number
  items?: { enum?: string[] }
  enum?: string[]
  schema?: { $ref: string }
}
type SandboxPair = {
  request: { parameters: Record<string, { value?: unknown }> }
  response: Record<string, unknown>
}
type Answer = {
  schema?: { $ref: string }
  examples?: Record<string, Record<string, unknown>>
  "x-amzn-api-sandbox"?: { static?: SandboxPair[] }
}
type Operation = { operationId: string; parameters?: Parameter[]; responses: Record<string, Answer> }
type Model = { paths: Record<string, Record<string, Operation>>; definitions: Record<string, unknown> }

/** A request that was sent, with the body it carried if any, and the answer that was given to it. */
export type Exchange = { method: string; url: string; sent?: unknown; status: number; body: unknown }

/** Where Amazon's published models are; undefined where this machine does not have them. */
export function modelsFolder(): string | undefined {
  const shared = path.join(__dirname, "..", "..", "..", "..", "shared", "contracts")
  return [process.env.CONTRACTS_DIR ?? shared]
    .map((folder) => path.join(folder, "amazon", "models"))
    .find((folder) => existsSync(path.join(folder, "orders_2026-01-01.json")))
}

const isDateTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text)

/** One of Amazon's models, with checks of requests and answers against it. */
export class ContractModel {
  private readonly model: Model
  private readonly ajv = addFormats(new Ajv({ strict: false, allErrors: true }))
  private readonly validators = new Map<string, ValidateFunction>()

  constructor(folder: string, file: string) {
    this.model = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Model
    this.ajv.addSchema({ $id: "model", definitions: this.model.definitions })
  }

  /** The operation of a request, with what stands in its path. */
  operationOf({ method, url }: Pick<Exchange, "method" | "url">): Operation | undefined {
    const { pathname } = new URL(url, "http://localhost")
    for (const [template, verbs] of Object.entries(this.model.paths)) {
      const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`)
      if (pattern.test(pathname)) return verbs[method.toLowerCase()]
    }
    return undefined
  }

  /** What a request has that the model does not allow. */
  requestViolations(exchange: Pick<Exchange, "method" | "url" | "sent">): string[] {
    const operation = this.operationOf(exchange)
    if (!operation) return [`${exchange.method} ${exchange.url} is no operation of the model`]
    const given = new URL(exchange.url, "http://localhost").searchParams
    const known = new Map(
      (operation.parameters ?? []).filter((one) => one.in === "query").map((one) => [one.name, one]),
    )
    const found: string[] = []
    for (const name of new Set(given.keys())) {
      const parameter = known.get(name)
      const values = given.getAll(name)
      if (!parameter) found.push(`${name} is unknown`)
      else if (values.length > 1) found.push(`${name} is repeated instead of separated by commas`)
      else found.push(...valueViolations(parameter, values[0]))
    }
    for (const { name, required } of known.values()) {
      if (required && !given.has(name)) found.push(`${name} is missing`)
    }
    const body = operation.parameters?.find((one) => one.in === "body")?.schema
    if (body) found.push(...this.schemaViolations(body.$ref, exchange.sent))
    else if (exchange.sent !== undefined) found.push("a body was sent")
    return found
  }

  /** Where an answer differs from the schema of its status. */
  answerViolations(exchange: Exchange): string[] {
    const operation = this.operationOf(exchange)
    const answer = operation?.responses[String(exchange.status)]
    if (!answer) return [`The model has no answer ${exchange.status} for ${exchange.url}`]
    if (answer.schema) return this.schemaViolations(answer.schema.$ref, exchange.body)
    return exchange.body === undefined ? [] : [`${exchange.status} has a body`]
  }

  private schemaViolations(schema: string, value: unknown): string[] {
    const reference = `model${schema}`
    const validate = this.validators.get(reference) ?? this.ajv.compile({ $ref: reference })
    this.validators.set(reference, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }

  /** Amazon's own samples of successful answers: the sandbox's, and the model's examples. */
  samples(operationId: string): Record<string, unknown>[] {
    const answer = this.operationNamed(operationId)?.responses["200"]
    const sandbox = answer?.["x-amzn-api-sandbox"]?.static ?? []
    return [...sandbox.map(({ response }) => response), ...Object.values(answer?.examples ?? {})]
  }

  /** Parameters of the requests that Amazon's sandbox answers with a status. */
  sandboxRequests(operationId: string, status: number): Record<string, unknown>[] {
    const answer = this.operationNamed(operationId)?.responses[String(status)]
    return (answer?.["x-amzn-api-sandbox"]?.static ?? []).map(({ request }) =>
      Object.fromEntries(Object.entries(request.parameters).map(([name, { value }]) => [name, value])),
    )
  }

  private operationNamed(operationId: string): Operation | undefined {
    return Object.values(this.model.paths)
      .flatMap((verbs) => Object.values(verbs))
      .find((candidate) => candidate.operationId === operationId)
  }
}

function valueViolations(parameter: Parameter, value: string): string[] {
  const { name, type, format, items } = parameter
  if (type === "array") {
    const entries = value.split(",")
    const strange = entries.filter((entry) => entry === "" || (items?.enum && !items.enum.includes(entry)))
    const tooMany = parameter.maxItems !== undefined && entries.length > parameter.maxItems
    return [
      ...strange.map((entry) => `${name} holds "${entry}"`),
      ...(tooMany ? [`${name} holds too many`] : []),
    ]
  }
  if (type === "integer" && !/^\d+$/.test(value)) return [`${name} is not a whole number: ${value}`]
  if (format === "date-time" && !isDateTime(value)) return [`${name} is not a date-time: ${value}`]
  if (parameter.enum && !parameter.enum.includes(value)) return [`${name} is none of its values: ${value}`]
  return []
}
