import {
  contractBroken,
  problem,
  rejected,
  type Authorization,
  type AuthorizationResult,
  type ConnectorError,
} from "../../connector"
import { sellingPartnerIdSchema, type AmazonCredentials } from "./credentials"
import { requestToken } from "./lwa"
import { marketplaceOf, regionFacts, regions, type Region } from "./marketplaces"
import type { AmazonSettings } from "./options"

type Destination = { region: Region; sellerCentralHost: string }

/**
 * Consent page of Seller Central and exchange of its code (platform page "Website Authorization Workflow"). The state is
 * made and checked by the caller.
 */
export class AmazonAuthorization implements Authorization {
  constructor(private readonly settings: AmazonSettings) {}

  /**
   * The consent page of the chosen `marketplace` (its id), or of the chosen `region`.
   * @throws ConnectorError `rejected` with `request_refused` when neither was chosen.
   */
  begin(input: { state: string; redirectUri?: string; choice: Record<string, string> }): string {
    const { sellerCentralHost } = destinationOf(input.choice)
    const base = this.settings.sellerCentralUrl ?? `https://${sellerCentralHost}`
    const query = new URLSearchParams({ application_id: this.settings.applicationId, state: input.state })
    const redirectUri = this.redirectUri(input.redirectUri)
    if (redirectUri !== undefined) query.set("redirect_uri", redirectUri)
    if (this.settings.draftApplication) query.set("version", "beta")
    return `${base}/apps/authorize/consent?${query.toString()}`
  }

  /**
   * Exchanges the code, which lives for five minutes and works once.
   * @throws ConnectorError `authorization_lost` (code used, expired or refused), `rejected`, `unavailable`.
   */
  async complete(input: {
    query: Record<string, string>
    redirectUri?: string
    choice: Record<string, string>
    signal: AbortSignal
  }): Promise<AuthorizationResult> {
    const { region } = destinationOf(input.choice)
    const seller = sellingPartnerIdSchema.safeParse(input.query.selling_partner_id)
    if (!seller.success) throw refused("Seller Central's answer has no valid selling_partner_id")
    const code = input.query.spapi_oauth_code
    if (!code) throw refused("Seller Central's answer has no spapi_oauth_code")
    const redirectUri = this.redirectUri(input.redirectUri)
    const answer = await requestToken(
      this.settings,
      {
        grant_type: "authorization_code",
        code,
        ...(redirectUri === undefined ? {} : { redirect_uri: redirectUri }),
      },
      input.signal,
    )
    if (answer.refreshToken === undefined) {
      throw contractBroken("refresh_token", "LWA: the answer to the code has no refresh token")
    }
    const credentials: AmazonCredentials = {
      refresh_token: answer.refreshToken,
      selling_partner_id: seller.data,
      region,
    }
    return { credentials, externalId: seller.data }
  }

  // The same in both steps: Amazon compares them.
  private redirectUri(given: string | undefined): string | undefined {
    return this.settings.redirectUri ?? given
  }
}

function destinationOf(choice: Record<string, string>): Destination {
  const marketplace = marketplaceOf(choice.marketplace ?? "")
  if (marketplace) return marketplace
  const region = regions.find((known) => known === choice.region)
  if (region && !choice.marketplace)
    return { region, sellerCentralHost: regionFacts[region].sellerCentralHost }
  throw refused("choose the country of the Seller Central account")
}

function refused(reason: string): ConnectorError {
  return rejected(`Amazon authorisation: ${reason}`, problem("request_refused", { reason }))
}
