import type { ChangeFeed, ChangeNotice, Connection, UnreadableNotice } from "../../../connector"
import { noticeOf } from "./notice"
import type { Queue } from "./queue"
import type { Subscriptions } from "./subscriptions"

/**
 * Near real time: Amazon puts a notice `ORDER_CHANGE` on the operator's queue for each change of an order (platform page "Set up
 * notifications (Amazon SQS)"). One queue serves all sellers and regions.
 */
export class AmazonChanges implements ChangeFeed {
  constructor(
    private readonly queue: Queue,
    private readonly subscriptions: Subscriptions,
  ) {}

  async receive(
    waitSeconds: number,
    signal: AbortSignal,
  ): Promise<{ notices: ChangeNotice[]; unreadable: UnreadableNotice[] }> {
    const notices: ChangeNotice[] = []
    const unreadable: UnreadableNotice[] = []
    for (const message of await this.queue.receive(waitSeconds, signal)) {
      const notice = noticeOf(message)
      if ("reason" in notice) unreadable.push(notice)
      else notices.push(notice)
    }
    return { notices, unreadable }
  }

  async acknowledge(receipts: string[]): Promise<void> {
    await this.queue.remove(receipts)
  }

  async subscribe(connection: Connection): Promise<void> {
    await this.subscriptions.begin(connection)
  }

  async unsubscribe(connection: Connection): Promise<void> {
    await this.subscriptions.end(connection)
  }
}
