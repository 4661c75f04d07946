import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { PrivacySubject } from "../../modules/marketplace/privacy"
import { openedPayload } from "../import/payload"
import { isAbout } from "./rules/is-about"

/** Rows whose payloads are opened together. */
const AT_ONCE = 500

/** An inbox row that a privacy request is about. */
export type SubjectOrder = { id: string; account_id: string }

/** Every account that a store has or had here: what was removed may still stand for orders in Medusa. */
export async function accountsOfStore(
  marketplace: MarketplaceModuleService,
  store: { provider_id: string; external_id: string },
): Promise<string[]> {
  const accounts = await marketplace.listMarketplaceAccounts(
    { provider_id: store.provider_id, external_id: store.external_id },
    { select: ["id"], withDeleted: true, take: 1000 },
  )
  return accounts.map(({ id }) => id)
}

/**
 * The inbox rows that a request is about: all of the store that still hold personal data where it names nobody, else the orders it
 * names, whatever became of them, and every other order of that buyer, which the payloads tell.
 */
export async function findSubjectOrders(
  container: MedusaContainer,
  accountIds: string[],
  subject: PrivacySubject,
): Promise<SubjectOrder[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const named = new Set(subject.orders)
  const everybody = !subject.customer && !named.size
  const found: SubjectOrder[] = []
  let after = ""
  for (;;) {
    const rows = await marketplace.listMarketplaceOrders(
      {
        account_id: accountIds,
        id: { $gt: after },
        $or: [{ personal_data_purged_at: null }, ...(named.size ? [{ reference: [...named] }] : [])],
      },
      {
        select: ["id", "account_id", "reference", "sealed_payload"],
        withDeleted: true,
        order: { id: "ASC" },
        take: AT_ONCE,
      },
    )
    if (!rows.length) return found
    for (const row of rows) {
      const read = subject.customer ? openedPayload(marketplace, logger, row) : null
      const theirs = read?.readable && subject.customer && isAbout(read.order, subject.customer)
      if (everybody || named.has(row.reference) || theirs) {
        found.push({ id: row.id, account_id: row.account_id })
      }
    }
    after = rows[rows.length - 1].id
  }
}
