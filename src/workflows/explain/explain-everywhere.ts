import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Language } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { AccountRow } from "../account/load-account"
import { explainFor, tellUnseen, type ExplainedReference } from "./explain-reference"
import { findInInbox, type FoundOrder } from "./inbox-facts"
import { medusaOrderMeant, referencesMeant } from "./rules/typed-number"

/** Platforms that are asked at once for a number that nobody here knows. */
const MOST_ACCOUNTS_ASKED = 10

export type ExplainedForAccount = ExplainedReference & { account_id: string; account_name: string }

/** Inbox rows of any account that the typed number means, by one query. */
async function findByReference(
  marketplace: MarketplaceModuleService,
  accounts: AccountRow[],
  typed: string,
): Promise<FoundOrder[]> {
  const meant = new Map(accounts.map((row) => [row.id, referencesMeant(typed, row.order_prefix)]))
  const found = await findInInbox(marketplace, {
    account_id: [...meant.keys()],
    typed: [...new Set([...meant.values()].flat())],
  })
  return found.filter(({ accountId, reference, number }) =>
    [reference, number ?? reference].some((name) => meant.get(accountId)?.includes(name)),
  )
}

/** Inbox rows whose Medusa order has the typed number. */
async function findByMedusaOrder(
  container: MedusaContainer,
  marketplace: MarketplaceModuleService,
  typed: string,
): Promise<FoundOrder[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { $or: medusaOrderMeant(typed) },
  })
  const orderIds = (data as { id: string }[]).map(({ id }) => id)
  return orderIds.length ? findInInbox(marketplace, { order_id: orderIds }) : []
}

/** The accounts whose platform may know the number: by the prefix that it carries, else all. */
function accountsMeant(
  marketplace: MarketplaceModuleService,
  accounts: AccountRow[],
  typed: string,
): AccountRow[] {
  const open = accounts.filter(({ provider_id }) => {
    const connector = marketplace.connector(provider_id)
    return !connector || connector.orders
  })
  const named = open.filter(({ order_prefix }) => referencesMeant(typed, order_prefix).length > 1)
  return named.length ? named : open
}

/**
 * Explains an order number without knowing its account: orders of the inbox by the platform's number, then by the Medusa
 * order they became; the platforms are asked only for what nobody here knows, one explanation each.
 */
export async function explainEverywhere(
  container: MedusaContainer,
  { reference: typed, language }: { reference: string; language: Language },
): Promise<ExplainedForAccount[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const accounts = await marketplace.listMarketplaceAccounts({}, { order: { name: "ASC", id: "ASC" } })
  if (!accounts.length) return []
  const byReference = await findByReference(marketplace, accounts, typed)
  const known = byReference.length ? byReference : await findByMedusaOrder(container, marketplace, typed)

  const named = async (row: AccountRow, explained: Parameters<typeof explainFor>[2]) => ({
    account_id: row.id,
    account_name: row.name,
    ...(await explainFor(marketplace, row, explained, language)),
  })
  if (known.length) {
    const byId = new Map(accounts.map((row) => [row.id, row]))
    return Promise.all(
      known.flatMap((found) => {
        const row = byId.get(found.accountId)
        return row ? [named(row, { reference: found.reference, found })] : []
      }),
    )
  }
  const meant = accountsMeant(marketplace, accounts, typed)
  const working = meant.filter(({ state }) => state === "connected").slice(0, MOST_ACCOUNTS_ASKED)
  const unseen = async (row: AccountRow): Promise<ExplainedForAccount> => {
    const [reference] = referencesMeant(typed, row.order_prefix)
    return named(row, await tellUnseen(container, marketplace, row, reference))
  }
  const asked = await Promise.all(working.map(unseen))
  // An account that stands still may be the one: it is named where no platform that was asked knows the number.
  const nowhere = asked.every(({ problems }) => problems?.[0]?.code === "order_not_found")
  const still = nowhere ? meant.filter(({ state }) => state !== "connected") : []
  const others = await Promise.all(still.slice(0, MOST_ACCOUNTS_ASKED).map(unseen))
  return [...asked, ...others]
}
