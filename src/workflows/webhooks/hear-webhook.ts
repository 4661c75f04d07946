import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { connectorFailureOf, type WebhookEvent, type WebhookHeaders } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { accountSettingsSchema } from "../../modules/marketplace/settings"
import { reasonOf } from "../import/batch"
import { NoticeEvents } from "../notices/events"
import { WebhookEvents } from "./events"
import { sortEvents, type ToKeep, type ToldAccount } from "./rules/sort-events"

export type Webhook = { providerId: string; topic?: string; raw: Buffer; headers: WebhookHeaders }

/**
 * `kept`: what it says is stored. `no_receiver`: no connector of that name takes webhooks. `not_genuine`: it does not come from
 * the platform. `unreadable`: it does, and is not what the platform's contract says.
 */
export type HeardAs = "kept" | "no_receiver" | "not_genuine" | "unreadable"

async function accountsOf(
  marketplace: MarketplaceModuleService,
  providerId: string,
  events: WebhookEvent[],
): Promise<ToldAccount[]> {
  const externalIds = [...new Set(events.flatMap(({ externalId }) => externalId ?? []))]
  if (!externalIds.length) return []
  const rows = await marketplace.listMarketplaceAccounts(
    { provider_id: providerId, external_id: externalIds },
    { select: ["id", "external_id", "state", "problem", "settings"] },
  )
  return rows.map(({ id, external_id, state, problem, settings }) => ({
    ...{ id, external_id, state, problem },
    importsAutomatically:
      marketplace.options.automaticImport && accountSettingsSchema.parse(settings).import_automatically,
  }))
}

/** The account that a request under the law is noted with: one that was removed has data left too. */
async function accountOfStore(
  marketplace: MarketplaceModuleService,
  providerId: string,
  externalId: string,
): Promise<string | null> {
  const rows = await marketplace.listMarketplaceAccounts(
    { provider_id: providerId, external_id: externalId },
    { select: ["id", "deleted_at"], order: { created_at: "DESC" }, withDeleted: true },
  )
  return (rows.find(({ deleted_at }) => !deleted_at) ?? rows[0])?.id ?? null
}

async function keep(
  container: MedusaContainer,
  providerId: string,
  told: ToKeep,
): Promise<{ name: string; data: { account_id: string } }[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const { changedOrders, changedListings, toCheck, privacy } = told
  for (const { externalId, request } of privacy) {
    const accountId = await accountOfStore(marketplace, providerId, externalId)
    await marketplace.notePrivacyRequest({ providerId, externalId, accountId, request })
  }
  const heard = changedOrders.length ? await marketplace.noteChangedOrders(changedOrders) : []
  const minimumHours = marketplace.connector(providerId)?.listings?.minimumHours ?? 0
  if (changedListings.length) {
    await marketplace.bringListingsForward(changedListings.map((id) => ({ id, minimumHours })))
  }
  if (toCheck.length) await marketplace.askForChecks(toCheck)
  return [
    ...heard.map((id) => ({ name: NoticeEvents.NOTICES_DUE, data: { account_id: id } })),
    ...toCheck.map((id) => ({ name: WebhookEvents.CHECK_DUE, data: { account_id: id } })),
  ]
}

/** Tells whoever is free; should that fail, the minute's jobs find what is stored. */
async function announce(
  container: MedusaContainer,
  events: { name: string; data: { account_id: string } }[],
): Promise<void> {
  if (!events.length) return
  try {
    await container.resolve(Modules.EVENT_BUS).emit(events)
  } catch (thrown) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`[marketplaces] What a webhook told waits for the schedule: ${reasonOf(thrown)}`)
  }
}

/**
 * Takes a webhook: verified over its raw bytes first, then stored, and worked on later by whoever is free. Twice, late and in any
 * order does no harm, since nothing is believed but that something changed. Nothing of it is logged.
 */
export async function hearWebhook(container: MedusaContainer, webhook: Webhook): Promise<HeardAs> {
  const { providerId, topic, raw, headers } = webhook
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const receiver = marketplace.connector(providerId)?.webhooks
  if (!receiver) return "no_receiver"
  if (!receiver.verify(raw, headers)) {
    logger.warn(`[marketplaces] A webhook that does not come from ${providerId} was turned away`)
    return "not_genuine"
  }
  let events: WebhookEvent[]
  try {
    events = receiver.parse(raw, topic)
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    const place = failure?.kind === "contract_broken" ? failure.path : reasonOf(thrown)
    logger.warn(`[marketplaces] A webhook of ${providerId} could not be understood: ${place}`)
    return "unreadable"
  }
  const told = sortEvents(events, await accountsOf(marketplace, providerId, events))
  for (const what of told.left)
    logger.debug(`[marketplaces] Nothing follows from a webhook of ${providerId}: ${what}`)
  await announce(container, await keep(container, providerId, told))
  return "kept"
}
