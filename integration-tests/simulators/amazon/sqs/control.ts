import { type Control, recordOf, refuse } from "../control-input"
import { queueUrl } from "./sqs-api"

/** `/__simulator/queues...`: see the list in control-api.ts. */
export const QUEUE_CONTROLS: Readonly<Record<string, Control>> = {
  "GET queues": (world) => ({
    queues: world.queues.list().map((queue) => ({
      name: queue.name,
      url: queueUrl(world, queue),
      arn: queue.arn,
      ...queue.counts(),
      bodies: queue.bodies(),
    })),
  }),
  "POST queues": (world, { id, action, body }) => {
    const queue = world.queues.byName(id ?? "") ?? refuse(`There is no queue "${id ?? ""}".`)
    if (action === "purge") {
      queue.purge()
      return {}
    }
    const message = recordOf(body).body
    if (action !== "send") return undefined
    if (typeof message !== "string") return refuse("body is needed.")
    return queue.send(message)
  },
}
