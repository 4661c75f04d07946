import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { NoticeEvents } from "./events"

export type ReceivedNotices = { received: number; unreadable: number; foreign: number; accounts: string[] }

/**
 * Takes what a connector's feed has, keeps it, and only then acknowledges it: a process that dies in between gets it once more,
 * and its doubles are told by their ids. The orders are read by whichever process is free.
 * @throws ConnectorError when the feed cannot be asked.
 */
export async function receiveNotices(
  container: MedusaContainer,
  providerId: string,
  waitSeconds: number,
  signal: AbortSignal,
): Promise<ReceivedNotices> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const feed = marketplace.connector(providerId)?.changes
  if (!feed) return { received: 0, unreadable: 0, foreign: 0, accounts: [] }

  const { notices, unreadable } = await feed.receive(waitSeconds, signal)
  const sellers = [...new Set(notices.map(({ externalId }) => externalId))]
  const rows = sellers.length
    ? await marketplace.listMarketplaceAccounts(
        { provider_id: providerId, external_id: sellers },
        { select: ["id", "external_id"] },
      )
    : []
  const changes = notices.flatMap((notice) =>
    rows
      .filter(({ external_id }) => external_id === notice.externalId)
      .map(({ id }) => ({ account_id: id, notice_id: notice.id, reference: notice.reference })),
  )
  const accounts = await marketplace.noteChanges(changes)
  const receipts = [...notices, ...unreadable].map(({ receipt }) => receipt)
  if (receipts.length) await feed.acknowledge(receipts)

  const known = new Set(rows.map(({ external_id }) => external_id))
  const foreign = notices.filter(({ externalId }) => !known.has(externalId)).length
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (foreign)
    logger.warn(
      `[marketplaces] ${foreign} notices of ${providerId} are of sellers that are not connected here`,
    )
  for (const { reason } of unreadable) {
    logger.warn(`[marketplaces] A notice of ${providerId} could not be read and is left out: ${reason}`)
  }
  if (accounts.length) {
    const events = accounts.map((id) => ({ name: NoticeEvents.NOTICES_DUE, data: { account_id: id } }))
    await container.resolve(Modules.EVENT_BUS).emit(events)
  }
  return { received: notices.length, unreadable: unreadable.length, foreign, accounts }
}
