import type { World } from "../world"
import type { Queue } from "./queue"
import { SqsError } from "./sqs-error"

/** The JSON object of a request. */
export type Parameters = Readonly<Record<string, unknown>>

export function textOf(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (typeof value === "string" && value !== "") return value
  throw new SqsError("MissingRequiredParameterException", `The request must contain the parameter ${name}.`)
}

export function integerOf(
  parameters: Parameters,
  name: string,
  min: number,
  max: number,
): number | undefined {
  const value = parameters[name]
  if (value === undefined || value === null) return undefined
  if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return value
  const reason = `Value ${String(value)} for parameter ${name} is invalid. Reason: Must be between ${min} and ${max}.`
  throw new SqsError("InvalidParameterValueException", reason)
}

export function queueOf(world: World, parameters: Parameters): Queue {
  const queue = world.queues.byUrl(textOf(parameters, "QueueUrl"))
  if (!queue) throw new SqsError("QueueDoesNotExist", "The specified queue does not exist.")
  return queue
}
