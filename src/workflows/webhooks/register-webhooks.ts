import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { connectorFailureOf, describeProblem, problem, type Language, type Problem } from "../../connector"
import type { HistoryLine } from "../../modules/marketplace/store/history"
import { loadAccount } from "../account/load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "../account/open-connection"
import { reasonOf } from "../import/batch"
import { refusal } from "../refusals/refusal"

/** What the column `webhooks` of an account holds. `at`: since when the platform calls that address; null = it does not. */
export type RegisteredWebhooks = {
  url: string
  at: string | null
  problem: Problem | null
  /** In which installation: a copy of the database does not take the calls of the original over by itself. */
  installation?: string
}

export type RegisterWebhooks = {
  accountId: string
  /** Where platforms reach this server unless the option `publicUrl` says otherwise; left out, the address known already. */
  origin?: string
  /** Null = the schedule. */
  actorId: string | null
}

/** Time that the platform's calls may take in all. */
const REGISTER_MS = 20_000

const webhookUrl = (origin: string, providerId: string): string =>
  `${origin}/hooks/marketplaces/${encodeURIComponent(providerId)}`

function problemOf(thrown: unknown, language: Language): Problem {
  const failure = connectorFailureOf(thrown)
  if (failure?.problem.code === "webhooks_not_registered") return failure.problem
  const reason = failure ? describeProblem(failure.problem, language).title : reasonOf(thrown)
  return problem("webhooks_not_registered", { reason })
}

/** What is new of it for the history. */
function lineOf(
  { accountId, actorId }: RegisterWebhooks,
  known: RegisteredWebhooks | null,
  now: RegisteredWebhooks,
): HistoryLine[] {
  const isSame = known?.url === now.url && known.problem?.code === now.problem?.code
  if (isSame) return []
  return [
    {
      ...{ accountId, subjectType: "account" as const, subjectId: accountId },
      ...{ actor: actorId ? ("person" as const) : ("schedule" as const), actorId },
      event: now.problem ? "webhooks_failed" : "webhooks_registered",
      details: now.problem ? { problem: now.problem } : {},
    },
  ]
}

/**
 * Asks the platform to call us when something of this account changes; what is registered already is left alone, so that it may be
 * repeated at will. When the platform does not take it, the account says so and works by its schedule.
 */
export async function registerWebhooks(container: MedusaContainer, input: RegisterWebhooks): Promise<void> {
  const account = await loadAccount(container, input.accountId)
  const { marketplace, row, connector } = account
  const known = row.webhooks as RegisteredWebhooks | null
  const origin = marketplace.options.publicUrl ?? input.origin
  const url = origin ? webhookUrl(origin, row.provider_id) : known?.url
  if (!connector.webhooks || !url) return
  const installation = await marketplace.installation()
  // Only a person moves the platform's calls to another installation.
  if (!input.actorId && known?.installation && known.installation !== installation) return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const goesOn = known?.url === url && !known.problem
  let now: RegisteredWebhooks
  try {
    const signal = AbortSignal.timeout(REGISTER_MS)
    const connection = openConnection(account, { maxWaitMs: INTERACTIVE_WAIT_MS, logger, signal })
    await connector.webhooks.register(connection, url)
    now = { url, at: goesOn ? known.at : new Date().toISOString(), problem: null, installation }
  } catch (thrown) {
    now = { url, at: null, problem: problemOf(thrown, marketplace.options.language), installation }
    logger.warn(`[marketplaces] ${row.name}: webhooks could not be registered (${reasonOf(thrown)})`)
  }
  await marketplace.inTransaction(async (shared) => {
    await marketplace.updateMarketplaceAccounts({ id: row.id, webhooks: now }, shared)
    await marketplace.appendHistory(lineOf(input, known, now), shared)
  })
}

/** Never fails: an account without webhooks works by its schedule, and the daily job tries again. */
export const registerWebhooksStep = createStep(
  "register-marketplace-webhooks",
  async (input: RegisterWebhooks, { container }) => {
    try {
      await registerWebhooks(container, input)
    } catch (thrown) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      logger.warn(`[marketplaces] Webhooks of ${input.accountId} wait for the daily job: ${reasonOf(thrown)}`)
    }
    return new StepResponse({ id: input.accountId })
  },
)

const requireWebhooksStep = createStep(
  "require-marketplace-webhooks",
  async ({ accountId }: RegisterWebhooks, { container }) => {
    const { connector } = await loadAccount(container, accountId)
    if (!connector.webhooks) throw refusal("webhooks_not_offered", { platform: connector.describe().name })
    return new StepResponse({ id: accountId })
  },
)

export const registerMarketplaceWebhooksWorkflowId = "register-marketplace-webhooks"

/** Asks the platform again to call us, because a person wants it. @throws RefusalError where the platform has no webhooks. */
export const registerMarketplaceWebhooksWorkflow = createWorkflow(
  registerMarketplaceWebhooksWorkflowId,
  (input: RegisterWebhooks) => {
    requireWebhooksStep(input)
    return new WorkflowResponse(registerWebhooksStep(input))
  },
)
