import { isRecord } from "../json-body"
import type { World } from "../world"
import { type Parameters, queueOf, textOf } from "./parameters"
import type { Queue } from "./queue"
import { SqsError } from "./sqs-error"

export function deleteMessage(world: World, parameters: Parameters): unknown {
  remove(queueOf(world, parameters), textOf(parameters, "ReceiptHandle"))
  return {}
}

/** Up to ten at once; each entry succeeds or fails by itself. */
export function deleteMessageBatch(world: World, parameters: Parameters): unknown {
  const queue = queueOf(world, parameters)
  const entries = entriesOf(parameters.Entries)
  const successful: unknown[] = []
  const failed: unknown[] = []
  for (const { id, receiptHandle } of entries) {
    try {
      remove(queue, receiptHandle)
      successful.push({ Id: id })
    } catch (error) {
      if (!(error instanceof SqsError)) throw error
      failed.push({ Id: id, SenderFault: true, Code: error.entryCode, Message: error.message })
    }
  }
  return { Successful: successful, Failed: failed }
}

function remove(queue: Queue, receiptHandle: string): void {
  const result = queue.delete(receiptHandle)
  if (result === "unknown")
    throw new SqsError("ReceiptHandleIsInvalid", "The input receipt handle is invalid.")
  if (result === "stale") {
    const reason = "The receipt handle has expired."
    throw new SqsError("InvalidParameterValueException", `Value ReceiptHandle is invalid. Reason: ${reason}`)
  }
}

function entriesOf(value: unknown): { id: string; receiptHandle: string }[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  if (list.length === 0) throw new SqsError("EmptyBatchRequest", "There should be at least one entry.")
  if (list.length > 10)
    throw new SqsError("TooManyEntriesInBatchRequest", "The batch holds more than ten entries.")
  const entries = list.map((entry) => {
    const parameters = isRecord(entry) ? entry : {}
    return { id: textOf(parameters, "Id"), receiptHandle: textOf(parameters, "ReceiptHandle") }
  })
  if (entries.some(({ id }) => !/^[\w-]{1,80}$/.test(id)))
    throw new SqsError("InvalidBatchEntryId", "An Id has characters that are not allowed.")
  if (new Set(entries.map(({ id }) => id)).size < entries.length)
    throw new SqsError("BatchEntryIdsNotDistinct", "Two entries have the same Id.")
  return entries
}
