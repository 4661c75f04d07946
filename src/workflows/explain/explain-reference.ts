import type { MedusaContainer } from "@medusajs/framework/types"
import type { Language, Problem } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import { loadStoredAccount, type AccountRow } from "../account/load-account"
import { explainOrder, type Explanation } from "./explain-order"
import { asDate, findInInbox, type FoundOrder } from "./inbox-facts"
import { tellOf, type FromPlatform } from "./platform-facts"
import { referencesMeant } from "./rules/typed-number"

/** An explanation with the platform's reference that it is about and the inbox row, if there is one. */
export type ExplainedReference = Explanation & {
  reference: string
  /** By which people know the order, where that is not its reference. */
  number: string | null
  marketplace_order_id: string | null
}

type Explained = { reference: string } & ({ found: FoundOrder } | { told: FromPlatform })

const numberOf = (told: FromPlatform): string | null =>
  told.source === "platform" ? (told.number ?? null) : null

/** People know a marketplace by its name; where the account does not list it, the platform's id has to do. */
async function withMarketplaceName<Facts extends object>(
  marketplace: MarketplaceModuleService,
  row: AccountRow,
  facts: Facts & { marketplace?: string | null },
): Promise<Facts> {
  if (!facts.marketplace) return facts
  const known = { account_id: row.id, external_id: facts.marketplace }
  const [site] = await marketplace.listMarketplaceSites(known)
  return site ? { ...facts, marketplace: site.name } : facts
}

/** The explanation of one order number in one account, from what was found out about it. */
export async function explainFor(
  marketplace: MarketplaceModuleService,
  row: AccountRow,
  explained: Explained,
  language: Language,
): Promise<ExplainedReference> {
  const [cursor] = await marketplace.listSyncCursors({ account_id: row.id, resource: "orders" })
  const { reference } = explained
  const number = "found" in explained ? explained.found.number : numberOf(explained.told)
  const common = {
    reference,
    number,
    now: new Date(),
    account: {
      name: row.name,
      state: row.state,
      problem: row.problem as Problem | null,
      countsFrom: marketplace.connector(row.provider_id)?.orders?.countsFrom ?? "placed",
      activatedAt: new Date(row.activated_at),
      cursor: asDate(cursor?.position),
      nextSyncAt: asDate(row.next_sync_at),
    },
  }
  const [facts, id] =
    "found" in explained
      ? [
          {
            ...common,
            source: "inbox" as const,
            order: await withMarketplaceName(marketplace, row, explained.found.facts),
          },
          explained.found.id,
        ]
      : [{ ...common, ...(await withMarketplaceName(marketplace, row, explained.told)) }, null]
  return { ...explainOrder(facts, language), reference, number, marketplace_order_id: id }
}

/**
 * What its platform tells of a number that the inbox does not know. A platform may know an order by that number which the inbox
 * holds under another, its reference: then the inbox tells.
 */
export async function tellUnseen(
  container: MedusaContainer,
  marketplace: MarketplaceModuleService,
  row: AccountRow,
  typed: string,
): Promise<Explained> {
  const told = await tellOf(container, row, typed)
  const reference = told.source === "platform" ? told.reference : typed
  const [found] =
    reference === typed ? [] : await findInInbox(marketplace, { account_id: [row.id], typed: [reference] })
  return found ? { reference, found } : { reference, told }
}

/**
 * Explains any order number of an account, as the platform writes it or as the order is called in Medusa; asks the platform
 * only when the inbox does not know it.
 */
export async function explainReference(
  container: MedusaContainer,
  input: { accountId: string; reference: string; language: Language },
): Promise<ExplainedReference> {
  const { row, marketplace } = await loadStoredAccount(container, input.accountId)
  const meant = referencesMeant(input.reference, row.order_prefix)
  const [found] = await findInInbox(marketplace, { account_id: [row.id], typed: meant })
  if (found) return explainFor(marketplace, row, { reference: found.reference, found }, input.language)
  const unseen = await tellUnseen(container, marketplace, row, meant[0])
  return explainFor(marketplace, row, unseen, input.language)
}
