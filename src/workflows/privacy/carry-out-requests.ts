import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { PrivacySubject } from "../../modules/marketplace/privacy"
import type { RedactedFor } from "../../modules/marketplace/store/personal-data"
import type { ClaimedPrivacyRequest, PrivacyReport } from "../../modules/marketplace/store/privacy-requests"
import { reasonOf } from "../import/batch"
import { ringBell } from "../sync/bell"
import { accountsOfStore, findSubjectOrders, type SubjectOrder } from "./find-subject-orders"
import { forgetStore, isConnectedAgain } from "./forget-store"
import { PURGE_BATCH, purgePersonalDataWorkflow } from "./purge-personal-data"
import { dataQuestionTexts } from "./texts"

const AT_ONCE = 20
const NOBODY: PrivacySubject = { customer: null, orders: [] }

/** What came of a request; unfinished ones are tried again. */
type Carried = { report: PrivacyReport; finished: boolean; answered: boolean }

/** Removes the personal data of some orders, here and in Medusa; what somebody works on just now is left for the next try. */
async function remove(
  container: MedusaContainer,
  orders: SubjectOrder[],
  whose: RedactedFor,
): Promise<{ report: PrivacyReport; left: number }> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const ids = orders.map(({ id }) => id)
  const { redacted, held } = await marketplace.redact(ids, whose)
  // Only these: what else has expired goes by night, which records it.
  for (let start = 0; start < ids.length; start += PURGE_BATCH) {
    const some = ids.slice(start, start + PURGE_BATCH)
    await purgePersonalDataWorkflow(container).run({ input: { limit: some.length, ids: some } })
  }
  const still = ids.length
    ? await marketplace.listMarketplaceOrders(
        { id: ids, personal_data_purged_at: null },
        { select: ["id"], withDeleted: true, take: ids.length },
      )
    : []
  return {
    report: { orders: Math.max(0, redacted - still.length), held },
    left: still.length - held,
  }
}

async function carryOut(container: MedusaContainer, request: ClaimedPrivacyRequest): Promise<Carried> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const accountIds = await accountsOfStore(marketplace, request)
  const subject = marketplace.openPrivacySubject(request) ?? NOBODY
  const isOfStore = request.kind === "store_redact"
  if (isOfStore && (await isConnectedAgain(container, accountIds, request.requested_at))) {
    return { report: { orders: 0, connected_again: true }, finished: true, answered: true }
  }
  // A request that names neither buyer nor orders would be about everybody.
  const nobody = !isOfStore && !subject.customer && !subject.orders.length
  const about = nobody ? [] : await findSubjectOrders(container, accountIds, subject)
  if (request.kind === "customer_data") {
    const { title, description } = dataQuestionTexts[marketplace.options.language]
    const accountId = request.account_id ?? accountIds[0]
    if (accountId) await ringBell(container, { accountId, title, description, once: `privacy/${request.id}` })
    return { report: { orders: about.length }, finished: true, answered: false }
  }
  const { report, left } = await remove(container, about, isOfStore ? "store" : "buyer")
  if (left > 0) return { report, finished: false, answered: false }
  if (isOfStore) await forgetStore(container, accountIds)
  return { report, finished: true, answered: true }
}

/** Finishes a request and tells it in the history of its account: both, or neither. */
async function finish(
  marketplace: MarketplaceModuleService,
  { id, account_id: accountId, kind }: ClaimedPrivacyRequest,
  { report, answered }: Pick<Carried, "report" | "answered">,
): Promise<void> {
  await marketplace.inTransaction(async (shared) => {
    await marketplace.finishPrivacyRequest(id, report, answered, shared)
    if (!accountId || !answered) return
    await marketplace.appendHistory(
      [
        {
          accountId,
          subjectType: "account",
          subjectId: accountId,
          actor: "platform",
          event: "privacy_done",
          details: { kind, request: id, ...report },
        },
      ],
      shared,
    )
  })
}

/**
 * Carries out what platforms ask for under the law on personal data. Whatever fails, or cannot be done just now, is tried again;
 * the record says what was removed, never of whom.
 */
export async function carryOutPrivacyRequests(container: MedusaContainer): Promise<number> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let done = 0
  for (const request of await marketplace.claimPrivacyRequests(AT_ONCE)) {
    try {
      const { report, finished, answered } = await carryOut(container, request)
      if (!finished) continue
      await finish(marketplace, request, { report, answered })
      done += 1
    } catch (thrown) {
      logger.error(
        `[marketplaces] The privacy request ${request.id} could not be carried out and is tried again: ${reasonOf(thrown)}`,
      )
    }
  }
  return done
}
