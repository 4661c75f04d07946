import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { connectorFailureOf, type ReadOrder } from "../../connector"
import type { ClaimedNotice } from "../../modules/marketplace/store/notices"
import { loadAccount, type LoadedAccount } from "../account/load-account"
import { JOB_WAIT_MS, openConnection } from "../account/open-connection"
import { stagedOrder } from "../import/payload"
import { troubleOf } from "../sync/account-trouble"
import { importOrdersDue } from "../sync/import-orders-due"

/** Notices taken together; several of one order are one reading. */
const AT_ONCE = 20
/** After so many tries the schedule, which sees every order anyway, is left to find it. */
const MOST_ATTEMPTS = 5

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
      const givenUp = notices.every(({ attempts }) => attempts >= MOST_ATTEMPTS)
      if (failure.kind === "rejected" || givenUp) followed.push(...ids)
      // An order may be told of before it can be read: it waits like one that the platform has no time for.
      else await marketplace.putOffNotices(ids, troubleOf(thrown, new Date()).retryAt ?? inMinutes(60))
      if (failure.kind === "throttled" || failure.kind === "unavailable") {
        stoppedUntil = troubleOf(thrown, new Date()).retryAt ?? inMinutes(5)
      }
    }
  }
  return { orders, followed }
}

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)

/**
 * Reads the orders again that an account's notices tell of, and imports what came of it. What a notice says beyond the order's
 * number is not relied upon. An account that imports by hand only leaves its notices alone.
 */
export async function followNotices(container: MedusaContainer, accountId: string): Promise<number> {
  const account = await loadAccount(container, accountId)
  const { marketplace, row, settings, connector } = account
  if (row.state !== "connected" || !connector.orders) return 0
  const { personalDataDays } = connector.describe()
  let read = 0
  for (;;) {
    const claimed = await marketplace.claimNotices(row.id, AT_ONCE)
    if (!claimed.length) return read
    if (!settings.import_automatically) {
      await marketplace.storeNoticed(
        row.id,
        [],
        claimed.map(({ id }) => id),
      )
      continue
    }
    const { orders, followed } = await readNoticed(account, claimed, container)
    await marketplace.storeNoticed(
      row.id,
      orders.map((order) => stagedOrder(marketplace, row.id, order, personalDataDays)),
      followed,
    )
    read += orders.length
    if (orders.length) await importOrdersDue(container, { accountId: row.id })
    if (!followed.length) return read
  }
}
