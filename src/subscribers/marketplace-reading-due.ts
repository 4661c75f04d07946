import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ReadingEvents } from "../workflows/reading/events"
import { readMarketplaceResourceWorkflow } from "../workflows/reading/read-resource"

/** Listings or platform stock are to be read: read them, or go on. */
export default async function readingDue({
  event: { data },
  container,
}: SubscriberArgs<{ reading_id: string; token?: string }>): Promise<void> {
  await readMarketplaceResourceWorkflow(container).run({
    input: { readingId: data.reading_id, token: data.token },
  })
}

export const config: SubscriberConfig = {
  event: ReadingEvents.READING_DUE,
  context: { subscriberId: "marketplace-reading-due" },
}
