import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { connectorFailureOf } from "../../connector"
import { loadAccount } from "../account/load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "../account/open-connection"
import { foreseeOrders } from "../preview/foresee-orders"
import type { ExplanationFacts } from "./explain-order"

export type FromPlatform =
  | Pick<Extract<ExplanationFacts, { source: "platform" }>, "source" | "verdict" | "marketplace">
  | Pick<Extract<ExplanationFacts, { source: "nowhere" | "unasked" }>, "source" | "problem">

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
      verdict: foreseen.verdict,
      marketplace: read.readable ? read.order.marketplace : null,
    }
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    if (!failure) throw thrown
    const nowhere = failure.kind === "not_found" || failure.problem.code === "reference_malformed"
    return { source: nowhere ? "nowhere" : "unasked", problem: failure.problem }
  }
}
