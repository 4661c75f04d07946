import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { connectorFailureOf, type ConnectorFailure, type ReadOrder } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { ClaimedNotice } from "../../modules/marketplace/store/notices"
import { loadAccount, type LoadedAccount } from "../account/load-account"
import { JOB_WAIT_MS, openConnection } from "../account/open-connection"
import { stagedOrder } from "../import/payload"
import { recordTrouble, troubleOf, type Trouble } from "../sync/account-trouble"
import { importOrdersDue } from "../sync/import-orders-due"
import { personalDataDaysOf } from "../privacy/rules/personal-data-days"
import { oneTurnAtATime } from "./one-turn"

/** Notices taken together; several of one order are one reading. */
const AT_ONCE = 20
/** After so many tries the schedule, which sees every order anyway, is left to find it. */
const MOST_ATTEMPTS = 5

/** After these nothing else can be read for now either. */
const stops: ConnectorFailure["kind"][] = ["throttled", "unavailable", "authorization_lost", "suspended"]

/** Reads the orders that notices tell of; those that cannot be had now wait, and the others go on. */
async function readNoticed(account: LoadedAccount, claimed: ClaimedNotice[], container: MedusaContainer) {
  const { connector, marketplace } = account
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = openConnection(account, { maxWaitMs: JOB_WAIT_MS, logger })
  const byReference = new Map<string, ClaimedNotice[]>()
  for (const notice of claimed) {
    byReference.set(notice.reference, [...(byReference.get(notice.reference) ?? []), notice])
  }
  const orders: ReadOrder[] = []
  const followed: string[] = []
  let stoppedUntil: Date | undefined
  let trouble: Trouble | undefined
  for (const [reference, notices] of byReference) {
    const ids = notices.map(({ id }) => id)
    if (stoppedUntil) {
      await marketplace.putOffNotices(ids, stoppedUntil)
      continue
    }
    try {
      const read = await connector.orders?.get(connection, reference)
      if (read) orders.push(read)
      followed.push(...ids)
    } catch (thrown) {
      const failure = connectorFailureOf(thrown)
      if (!failure) throw thrown
      const met = troubleOf(thrown, new Date())
      const givenUp = notices.every(({ attempts }) => attempts >= MOST_ATTEMPTS)
      if (failure.kind === "rejected" || givenUp) followed.push(...ids)
      // An order may be told of before it can be read: it waits like one that the platform has no time for.
      else await marketplace.putOffNotices(ids, met.retryAt ?? inMinutes(60))
      if (stops.includes(failure.kind)) stoppedUntil = met.retryAt ?? inMinutes(5)
      if (met.needsReauthorization || met.suspended) trouble = met
    }
  }
  return { orders, followed, trouble }
}

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)

/** Reads what up to {@link AT_ONCE} notices tell of; undefined when there is nothing more that can be read now. */
async function followSome(container: MedusaContainer, accountId: string): Promise<number | undefined> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  // Looked at each time: it may have been switched off or removed since.
  const isOn = { id: accountId, state: "connected" as const }
  if (!(await marketplace.listMarketplaceAccounts(isOn, { select: ["id"] })).length) return undefined
  const account = await loadAccount(container, accountId)
  const { row, settings, connector } = account
  if (!connector.orders) return undefined
  const claimed = await marketplace.claimNotices(row.id, AT_ONCE)
  if (!claimed.length) return undefined
  if (!settings.import_automatically) {
    const ids = claimed.map(({ id }) => id)
    await marketplace.storeNoticed(row.id, [], ids)
    return 0
  }
  const { orders, followed, trouble } = await readNoticed(account, claimed, container)
  const personalDataDays = personalDataDaysOf(account)
  await marketplace.storeNoticed(
    row.id,
    orders.map((order) => stagedOrder(marketplace, row.id, order, personalDataDays)),
    followed,
  )
  if (orders.length) await importOrdersDue(container, { accountId: row.id })
  // The account is from now on one that is not read.
  if (trouble) await recordTrouble(container, account, trouble)
  return followed.length ? orders.length : undefined
}

/**
 * Reads the orders again that an account's notices tell of, and imports what came of it. What a notice says beyond the order's
 * number is not relied upon. An account that imports by hand only leaves its notices alone. In one process one turn at a time does
 * it. Gives how many orders were read.
 */
export async function followNotices(container: MedusaContainer, accountId: string): Promise<number> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  return oneTurnAtATime(marketplace, accountId, async () => {
    let read = 0
    for (;;) {
      const some = await followSome(container, accountId)
      if (some === undefined) return read
      read += some
    }
  })
}
