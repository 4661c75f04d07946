import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { NoticeEvents } from "../workflows/notices/events"
import { followNotices } from "../workflows/notices/follow-notices"

/** The platform said that orders changed: read them again. */
export default async function noticesDue({
  event: { data },
  container,
}: SubscriberArgs<{ account_id: string }>): Promise<void> {
  await followNotices(container, data.account_id)
}

export const config: SubscriberConfig = {
  event: NoticeEvents.NOTICES_DUE,
  context: { subscriberId: "marketplace-notices-due" },
}
