import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { EndedRun, NewlyNeeded } from "../../modules/marketplace/store/runs"
import { ringBell } from "./bell"
import { needsPersonText } from "./rules/needs-person-text"

/** Tells the admins' bell which orders of an account have come to need a person. */
export async function tellNewlyNeeded(
  container: MedusaContainer,
  accountId: string,
  newly: NewlyNeeded,
  once?: string,
): Promise<void> {
  if (!newly.blocked && !newly.review) return
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const [account] = await marketplace.listMarketplaceAccounts({ id: accountId }, { select: ["id", "name"] })
  const text = account && needsPersonText(account.name, newly, marketplace.options.language)
  if (text) await ringBell(container, { accountId, once, ...text })
}

/** The same of a run that is over: one line for all that happened in it, told once. */
export async function tellEndedRun(
  container: MedusaContainer,
  accountId: string,
  run: EndedRun,
): Promise<void> {
  const newly = { blocked: run.newly_blocked, review: run.newly_in_review }
  await tellNewlyNeeded(container, accountId, newly, `marketplace-run-${run.id}`)
}
