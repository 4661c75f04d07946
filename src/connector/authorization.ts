/** What a platform's consent page sent back, once checked. */
export type AuthorizationResult = { credentials: Record<string, unknown>; externalId: string }

/** Capability: connect an account by the platform's consent page (OAuth) instead of typed credentials. */
export interface Authorization {
  /**
   * True where a merchant may begin at the platform (its app store): the browser then comes back with a code and without our
   * `state`. Such a consent is kept until a signed-in admin confirms it, and completed without a choice.
   */
  readonly mayBeginAtPlatform?: boolean
  /** The address of the consent page. `state` comes back unchanged; `choice` is what the person picked before (region ...). */
  begin(input: { state: string; redirectUri?: string; choice: Record<string, string> }): string
  /**
   * Exchanges the code in the callback's query for credentials.
   * @throws ConnectorError `authorization_lost` when the code is used, expired or refused; `unavailable` when the platform is.
   */
  complete(input: {
    query: Record<string, string>
    redirectUri?: string
    choice: Record<string, string>
    signal: AbortSignal
  }): Promise<AuthorizationResult>
}
