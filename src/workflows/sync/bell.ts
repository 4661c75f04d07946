import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { reasonOf } from "../import/batch"

export type BellLine = {
  accountId: string
  title: string
  description: string
  /** The problem's code, where there is one. */
  code?: string
  /** Said once, however often it is tried. */
  once?: string
}

/**
 * Puts a line into the admin's bell. The bell is a courtesy: when it fails, the import that rings it goes on, and the log says
 * what was not told.
 */
export async function ringBell(container: MedusaContainer, line: BellLine): Promise<void> {
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      ...(line.once ? { idempotency_key: line.once } : {}),
      data: {
        title: line.title,
        description: line.description,
        account_id: line.accountId,
        ...(line.code ? { code: line.code } : {}),
      },
    })
  } catch (thrown) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `[marketplaces] The bell could not be rung (${reasonOf(thrown)}). It would have told: ${line.title}`,
      )
  }
}
