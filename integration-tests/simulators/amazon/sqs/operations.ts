import type { OpenCall, World } from "../world"
import { answerSqs } from "./sqs-api"
import type { Answer } from "../sp-api-answer"

/** One operation of Amazon SQS, told by its header whatever the path. */
function action(name: Parameters<typeof answerSqs>[1]) {
  return {
    method: "POST",
    target: `AmazonSQS.${name}`,
    answer: (world: World, call: OpenCall): Promise<Answer> => answerSqs(world, name, call),
  }
}

/** Amazon SQS in its JSON protocol. */
export const SQS_ROUTES = {
  ReceiveMessage: action("ReceiveMessage"),
  DeleteMessage: action("DeleteMessage"),
  DeleteMessageBatch: action("DeleteMessageBatch"),
  SendMessage: action("SendMessage"),
  ChangeMessageVisibility: action("ChangeMessageVisibility"),
  GetQueueAttributes: action("GetQueueAttributes"),
  GetQueueUrl: action("GetQueueUrl"),
  PurgeQueue: action("PurgeQueue"),
} as const
