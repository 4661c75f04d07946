import type { Random } from "../random"
import { Queue } from "./queue"
import type { QueueOptions, QueueSwitches } from "./switches"

/** The queues of an AWS account, by name and ARN. */
export class Queues {
  private readonly queues = new Map<string, Queue>()

  constructor(
    private readonly now: () => Date,
    private readonly random: Random,
    private readonly switches: QueueSwitches,
  ) {}

  add(options: QueueOptions): Queue {
    const queue = new Queue(options, this.now, this.random.fork(options.name), this.switches)
    this.queues.set(queue.name, queue)
    return queue
  }

  list(): Queue[] {
    return [...this.queues.values()]
  }

  byName(name: string): Queue | undefined {
    return this.queues.get(name)
  }

  byArn(arn: string): Queue | undefined {
    return this.list().find((queue) => queue.arn === arn)
  }

  /** By the last two parts of its url: account and name. */
  byUrl(url: string): Queue | undefined {
    const [accountId, name = ""] = url.split("/").slice(-2)
    const queue = this.queues.get(name)
    return queue?.accountId === accountId ? queue : undefined
  }
}
