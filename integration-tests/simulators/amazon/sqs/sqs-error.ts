import type { Answer } from "../sp-api-answer"

/** Status, and the code of the older query protocol, which clients ask for beside the name. */
const ERRORS = {
  QueueDoesNotExist: [400, "com.amazonaws.sqs", "AWS.SimpleQueueService.NonExistentQueue"],
  ReceiptHandleIsInvalid: [404, "com.amazonaws.sqs", "ReceiptHandleIsInvalid"],
  MessageNotInflight: [400, "com.amazonaws.sqs", "AWS.SimpleQueueService.MessageNotInflight"],
  EmptyBatchRequest: [400, "com.amazonaws.sqs", "AWS.SimpleQueueService.EmptyBatchRequest"],
  TooManyEntriesInBatchRequest: [
    400,
    "com.amazonaws.sqs",
    "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
  ],
  BatchEntryIdsNotDistinct: [400, "com.amazonaws.sqs", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"],
  InvalidBatchEntryId: [400, "com.amazonaws.sqs", "AWS.SimpleQueueService.InvalidBatchEntryId"],
  PurgeQueueInProgress: [403, "com.amazonaws.sqs", "AWS.SimpleQueueService.PurgeQueueInProgress"],
  RequestThrottled: [403, "com.amazonaws.sqs", "RequestThrottled"],
  InvalidParameterValueException: [400, "com.amazon.coral.service", "InvalidParameterValue"],
  MissingRequiredParameterException: [400, "com.amazon.coral.service", "MissingParameter"],
  SerializationException: [400, "com.amazon.coral.service", "MalformedInput"],
  MissingAuthenticationTokenException: [403, "com.amazon.coral.service", "MissingAuthenticationToken"],
  IncompleteSignatureException: [400, "com.amazon.coral.service", "IncompleteSignature"],
  InvalidSignatureException: [403, "com.amazon.coral.service", "SignatureDoesNotMatch"],
  UnrecognizedClientException: [403, "com.amazon.coral.service", "InvalidClientTokenId"],
} as const

export const SQS_CONTENT_TYPE = "application/x-amz-json-1.0"

/** An error as SQS answers it in its JSON protocol. */
export class SqsError extends Error {
  constructor(
    readonly code: keyof typeof ERRORS,
    message: string,
  ) {
    super(message)
  }

  answer(): Answer {
    const [status, namespace, queryCode] = ERRORS[this.code]
    return {
      status,
      contentType: SQS_CONTENT_TYPE,
      headers: { "x-amzn-query-error": `${queryCode};Sender` },
      body: { __type: `${namespace}#${this.code}`, message: this.message },
    }
  }

  /** The code that a batch names for one of its entries. */
  get entryCode(): string {
    return ERRORS[this.code][2]
  }
}
