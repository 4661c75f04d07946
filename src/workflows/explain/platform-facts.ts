import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { connectorFailureOf, type ChannelOrder, type OrderSource } from "../../connector"
import { loadAccount, type AccountRow } from "../account/load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "../account/open-connection"
import { foreseeOrders, referenceOf } from "../preview/foresee-orders"
import type { ExplanationFacts } from "./explain-order"

export type FromPlatform =
  | Pick<
      Extract<ExplanationFacts, { source: "platform" }>,
      "source" | "reference" | "number" | "verdict" | "marketplace" | "countedAt"
    >
  | Pick<Extract<ExplanationFacts, { source: "unread" }>, "source">
  | Pick<Extract<ExplanationFacts, { source: "nowhere" | "unasked" }>, "source" | "problem">

/** The instant of an order that is held against the account's activation. */
export const countedAt = (order: ChannelOrder, countsFrom: OrderSource["countsFrom"]): Date =>
  new Date((countsFrom === "paid" ? order.paidAt : null) ?? order.placedAt)

/** What the platform says, or that nobody asked it: what a person switched off, and what it refuses, is left in peace. */
export async function tellOf(
  container: MedusaContainer,
  row: AccountRow,
  reference: string,
): Promise<FromPlatform> {
  return row.state === "connected" ? platformFacts(container, row.id, reference) : { source: "unread" }
}

/**
 * What the platform says, for an order that the inbox has not seen. Nothing of it is stored. A platform that cannot be asked,
 * also because its connector is gone, is told as such.
 */
export async function platformFacts(
  container: MedusaContainer,
  accountId: string,
  reference: string,
): Promise<FromPlatform> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const account = await loadAccount(container, accountId)
    const read = await account.connector.orders?.get(
      openConnection(account, { maxWaitMs: INTERACTIVE_WAIT_MS, logger }),
      reference,
    )
    if (!read) return { source: "nowhere", problem: { code: "order_not_found", details: { reference } } }
    const [foreseen] = await foreseeOrders(container, account, [read], { requested: false })
    return {
      source: "platform",
      reference: referenceOf(foreseen.read),
      number: read.readable ? (read.order.number ?? null) : null,
      verdict: foreseen.verdict,
      marketplace: read.readable ? read.order.marketplace : null,
      countedAt: read.readable ? countedAt(read.order, account.connector.orders?.countsFrom) : null,
    }
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    if (!failure) throw thrown
    const nowhere = failure.kind === "not_found" || failure.problem.code === "reference_malformed"
    return { source: nowhere ? "nowhere" : "unasked", problem: failure.problem }
  }
}
