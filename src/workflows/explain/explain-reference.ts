import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { connectorFailureOf, type Language, type Problem } from "../../connector"
import { loadAccount, type LoadedAccount } from "../account/load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "../account/open-connection"
import { foreseeOrders } from "../preview/foresee-orders"
import { explainOrder, type Explanation, type ExplanationFacts, type InboxFacts } from "./explain-order"

const asDate = (value: Date | string | null): Date | null => (value === null ? null : new Date(value))

/** What the inbox knows, or undefined when it has never seen the order. */
async function inboxFacts(
  { marketplace, row }: LoadedAccount,
  reference: string,
): Promise<InboxFacts | undefined> {
  const [order] = await marketplace.listMarketplaceOrders(
    { account_id: row.id, reference },
    {
      select: [
        "id",
        "state",
        "rule",
        "problems",
        "order_id",
        "marketplace",
        "next_attempt_at",
        "digest",
        "decided_digest",
        "approved_by",
      ],
    },
  )
  if (!order) return undefined
  const [review] = await marketplace.listHistoryEntries(
    { subject_type: "order", subject_id: order.id, event: "review" },
    { order: { at: "DESC" }, take: 1 },
  )
  return {
    state: order.state,
    rule: order.rule,
    problems: (order.problems as Problem[] | null) ?? [],
    orderId: order.order_id,
    marketplace: order.marketplace,
    nextAttemptAt: asDate(order.next_attempt_at),
    decided: order.decided_digest === order.digest,
    approved: order.approved_by !== null,
    reviewSince: review ? asDate(review.at) : null,
  }
}

type FromPlatform =
  | Pick<Extract<ExplanationFacts, { source: "platform" }>, "source" | "verdict" | "marketplace">
  | Pick<Extract<ExplanationFacts, { source: "nowhere" | "unasked" }>, "source" | "problem">

/** What the platform says, for an order that the inbox has not seen. Nothing of it is stored. */
async function platformFacts(
  container: MedusaContainer,
  account: LoadedAccount,
  reference: string,
): Promise<FromPlatform> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
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

/** Explains any order number of an account; asks the platform only when the inbox does not know it. */
export async function explainReference(
  container: MedusaContainer,
  input: { accountId: string; reference: string; language: Language },
): Promise<Explanation> {
  const account = await loadAccount(container, input.accountId)
  const { row, marketplace } = account
  const [cursor] = await marketplace.listSyncCursors({ account_id: row.id, resource: "orders" })
  const common = {
    reference: input.reference,
    now: new Date(),
    account: {
      activatedAt: new Date(row.activated_at),
      cursor: cursor ? asDate(cursor.position) : null,
      nextSyncAt: asDate(row.next_sync_at),
    },
  }
  const order = await inboxFacts(account, input.reference)
  const facts: ExplanationFacts = order
    ? { ...common, source: "inbox", order }
    : { ...common, ...(await platformFacts(container, account, input.reference)) }
  return explainOrder(facts, input.language)
}
