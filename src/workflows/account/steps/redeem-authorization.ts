import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { connectorFailureOf, type Connector } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { AuthorizationRequest } from "../../../modules/marketplace/store/authorizations"
import { refusal } from "../../refusals/refusal"
import { requireConnector } from "../require-connector"
import { checkedCredentials } from "../rules/checked-credentials"
import { accountOfSeller } from "../seller-account"
import { forgetCandidate, verifyCandidate, type VerifiedCredentials } from "../verify-candidate"
import { requireAuthorization, type BeginAuthorization } from "./begin-authorization"
import { refuseOtherMarketplaces, refuseOtherSeller } from "./check-account-change"

export type CompleteAuthorization = {
  providerId: string
  /** What the browser came back with, or the consent that was kept of it until its admin confirmed it, with the name they chose. */
  consent:
    | { query: Record<string, string> }
    | { heldId: string; name?: string; settings?: BeginAuthorization["settings"] }
  redirectUri: string
  /** Where platforms reach this server. */
  origin: string
  actorId: string
}

export type RedeemedAuthorization = {
  name: string
  /** Of a new account. */
  settings: BeginAuthorization["settings"]
  /** The account that is authorized again; null = a new one. */
  existingId: string | null
  verified: VerifiedCredentials
}

/** Time the platform has to exchange the code, in milliseconds. */
const EXCHANGE_MS = 30_000

/** Before each further try to ask who new credentials belong to, in milliseconds; none begins behind {@link VERIFY_MS}. */
const VERIFY_AGAIN_MS = [500, 1_000, 2_000, 4_000]
const VERIFY_MS = 30_000

/**
 * Asks who the credentials belong to, several times where the platform does not answer: the code is spent, and the credentials that
 * stood before may have ended with it, so that these are the only ones. Platforms fail at first for a store that is new to them.
 * @throws ConnectorError when the platform refuses, or does not answer for longer.
 */
async function verifyRedeemed(
  container: MedusaContainer,
  candidate: Parameters<typeof verifyCandidate>[1],
): Promise<VerifiedCredentials> {
  const until = Date.now() + VERIFY_MS
  for (const again of VERIFY_AGAIN_MS) {
    try {
      return await verifyCandidate(container, candidate)
    } catch (thrown) {
      const passes = connectorFailureOf(thrown)?.kind === "unavailable"
      if (!passes || Date.now() + again > until) throw thrown
    }
    await wait(again)
  }
  return verifyCandidate(container, candidate)
}

/** The account that the consent is for: the one it was begun for, or the seller's one account. */
async function accountOf(
  marketplace: MarketplaceModuleService,
  providerId: string,
  accountId: string | null,
  externalId: string,
) {
  if (accountId) {
    const [account] = await marketplace.listMarketplaceAccounts({ id: accountId })
    if (!account) throw refusal("account_unknown", { id: accountId })
    refuseOtherSeller(account, externalId)
    return account
  }
  return accountOfSeller(marketplace, providerId, externalId)
}

type Redeemed = AuthorizationRequest & { query: Record<string, string> }

/**
 * The consent that is being completed; from now on it is used.
 * @throws RefusalError when it is unknown, used, expired or another admin's, or the merchant did not agree.
 */
async function redeem(
  marketplace: MarketplaceModuleService,
  connector: Connector,
  { providerId, consent, actorId }: CompleteAuthorization,
): Promise<Redeemed> {
  if ("heldId" in consent) {
    const held = await marketplace.redeemHeldAuthorization(consent.heldId, actorId)
    if (!held) throw refusal("held_authorization_unknown", {})
    return { ...held, name: consent.name ?? held.name, settings: consent.settings ?? held.settings }
  }
  const { query } = consent
  if (query.error === "access_denied")
    throw refusal("consent_refused", { platform: connector.describe().name })
  const request = await marketplace.redeemAuthorization(query.state ?? "", providerId, actorId)
  if (!request) throw refusal("authorization_expired", {})
  return { ...request, query }
}

/**
 * Redeems the state, exchanges the code for credentials and verifies them.
 * @throws RefusalError when the state is unknown, used, expired or another admin's; ConnectorError when the
 * platform refuses the code.
 */
export const redeemAuthorizationStep = createStep(
  "redeem-marketplace-authorization",
  async (input: CompleteAuthorization, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const connector = requireConnector(marketplace, input.providerId)
    const authorization = requireAuthorization(connector)
    const request = await redeem(marketplace, connector, input)
    const { credentials, externalId } = await authorization.complete({
      query: request.query,
      redirectUri: input.redirectUri,
      choice: request.choice,
      signal: AbortSignal.timeout(EXCHANGE_MS),
    })
    const existing = await accountOf(marketplace, input.providerId, request.account_id, externalId)
    const verified = await verifyRedeemed(container, {
      accountId: existing?.id,
      providerId: input.providerId,
      name: request.name,
      credentials: checkedCredentials(connector, credentials),
    })
    if (existing) {
      refuseOtherSeller(existing, verified.verification.externalId)
      const sites = await marketplace.listMarketplaceSites({ account_id: existing.id })
      refuseOtherMarketplaces(existing, sites, verified.verification)
    }
    const redeemed: RedeemedAuthorization = {
      name: request.name,
      settings: request.settings ?? undefined,
      existingId: existing?.id ?? null,
      verified,
    }
    return new StepResponse(redeemed, existing ? undefined : verified.accountId)
  },
  async (newAccountId, { container }) => {
    if (newAccountId) await forgetCandidate(container, newAccountId)
  },
)
