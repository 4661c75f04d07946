import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Problem } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { failingCodes } from "../../../modules/marketplace/dispatch-actions"
import { ringBell } from "../../sync/bell"
import { problemsText, type ToldProblem } from "./rules/problems-text"

/** The same shipments in the same revisions are told once, however often the platform refuses them. */
const keyOf = (rows: { id: string; revision: number }[]): string =>
  `marketplace-shipments-${createHash("sha256")
    .update(
      rows
        .map(({ id, revision }) => `${id} ${revision}`)
        .sort()
        .join(),
    )
    .digest("hex")}`

/** A problem as it stands in the column, with the order that it names. */
export const toldProblem = (problem: Problem | null): ToldProblem | undefined =>
  problem ? { reference: problem.details.order ?? "?", problem } : undefined

/**
 * Puts one line an account into the bell for shipments among these dispatches that a person has to look at. Called at the end of a
 * turn of the dispatcher with what was rejected in it, and when something is owed that cannot be sent.
 */
export async function tellShipmentProblems(container: MedusaContainer, dispatchIds: string[]): Promise<void> {
  if (!dispatchIds.length) return
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const rows = await marketplace.listMarketplaceDispatches(
    {
      id: dispatchIds,
      kind: "shipment",
      $or: [{ state: "rejected" }, { state: "owed", problem_code: failingCodes }],
    },
    { select: ["id", "account_id", "revision", "problem"], take: dispatchIds.length },
  )
  const accountIds = [...new Set(rows.map(({ account_id }) => account_id))]
  if (!accountIds.length) return
  const accounts = await marketplace.listMarketplaceAccounts({ id: accountIds }, { select: ["id", "name"] })
  for (const { id, name } of accounts) {
    const its = rows.filter(({ account_id }) => account_id === id)
    const told = its.flatMap((row) => toldProblem(row.problem as Problem | null) ?? [])
    const text = problemsText(name, told, marketplace.options.language)
    if (text)
      await ringBell(container, { accountId: id, once: keyOf(its), code: told[0].problem.code, ...text })
  }
}
