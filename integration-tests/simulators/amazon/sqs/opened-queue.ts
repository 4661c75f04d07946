import type { World } from "../world"
import { queueUrl } from "./sqs-api"

/** What a client of Amazon SQS needs for a queue of the simulator; any secret access key opens it. */
export interface OpenedQueue {
  /** Endpoint for the client. */
  endpoint: string
  region: string
  accessKeyId: string
  /** `QueueUrl` of the requests. */
  url: string
  /** What a notification destination is made for. */
  arn: string
  /** The bodies in the queue, received or not, oldest first. */
  bodies(): string[]
  /** Puts a message in, as anybody may who can send to the queue. */
  send(body: string): void
  purge(): void
}

export function openQueue(world: World): OpenedQueue {
  const [queue] = world.queues.list()
  if (!queue) throw new Error("The simulator needs a queue.")
  return {
    endpoint: world.url,
    region: queue.region,
    accessKeyId: world.awsAccessKeyIds[0] ?? "",
    url: queueUrl(world, queue),
    arn: queue.arn,
    bodies: () => queue.bodies(),
    send: (body) => void queue.send(body),
    purge: () => queue.purge(),
  }
}
