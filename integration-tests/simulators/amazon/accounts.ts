import { marketplaceOf } from "./marketplaces"
import type { ApplicationOptions, Role, SellerOptions, Switches } from "./options"
import { ROLES } from "./options"
import type { Random } from "./random"

export interface Application extends Omit<ApplicationOptions, "clientSecret"> {
  secrets: { value: string; expiresAt: number }[]
}

export interface Participation {
  marketplaceId: string
  isParticipating: boolean
  hasSuspendedListings: boolean
}

export interface Seller {
  sellingPartnerId: string
  storeName: string
  participations: Participation[]
  roles: Role[]
}

/** A seller's authorisation of an application: what a refresh token stands for. */
export interface Grant {
  clientId: string
  sellingPartnerId: string
  roles: Role[]
  expiresAt: number
  revoked: boolean
}

export interface AccessToken {
  clientId: string
  /** Absent for grantless tokens (client_credentials). */
  grant?: Grant
  /** Only for grantless tokens. */
  scope?: string
  expiresAt: number
  revoked: boolean
}

interface AuthorizationCode {
  clientId: string
  sellingPartnerId: string
  redirectUri: string
  redirectUriWasSent: boolean
  expiresAt: number
  used: boolean
}

export type CodeProblem = "unknown" | "used" | "expired" | "redirect_uri"

/** Applications, sellers and everything one has been given for the other. */
export class Accounts {
  private readonly applications = new Map<string, Application>()
  private readonly sellers = new Map<string, Seller>()
  private readonly grants = new Map<string, Grant>()
  private readonly accessTokens = new Map<string, AccessToken>()
  private readonly codes = new Map<string, AuthorizationCode>()

  constructor(
    private readonly now: () => Date,
    private readonly random: Random,
    private readonly switches: Switches,
  ) {}

  addApplication(options: ApplicationOptions): void {
    const { clientSecret, ...rest } = options
    const secrets = [{ value: clientSecret, expiresAt: Number.POSITIVE_INFINITY }]
    this.applications.set(options.clientId, { ...rest, secrets })
  }

  addSeller(options: SellerOptions): void {
    const seller: Seller = {
      sellingPartnerId: options.sellingPartnerId,
      storeName: options.storeName ?? "Simulated Store",
      participations: options.marketplaces.map((entry) => {
        const full = typeof entry === "string" ? { marketplace: entry } : entry
        return {
          marketplaceId: marketplaceOf(full.marketplace).id,
          isParticipating: full.isParticipating ?? true,
          hasSuspendedListings: full.hasSuspendedListings ?? false,
        }
      }),
      roles: [...(options.roles ?? ROLES)],
    }
    this.sellers.set(seller.sellingPartnerId, seller)
    const clientId = options.clientId ?? this.firstApplication().clientId
    for (const token of options.refreshTokens ?? []) {
      const expiresAt = Number.POSITIVE_INFINITY
      this.grants.set(token, {
        clientId,
        sellingPartnerId: seller.sellingPartnerId,
        roles: [...seller.roles],
        expiresAt,
        revoked: false,
      })
    }
  }

  application(clientId: string): Application | undefined {
    return this.applications.get(clientId)
  }

  applicationById(applicationId: string): Application | undefined {
    return [...this.applications.values()].find((application) => application.applicationId === applicationId)
  }

  firstApplication(): Application {
    const [first] = this.applications.values()
    if (!first) throw new Error("The simulator has no application.")
    return first
  }

  seller(sellingPartnerId?: string): Seller {
    const [first] = this.sellers.values()
    const found = sellingPartnerId === undefined ? first : this.sellers.get(sellingPartnerId)
    if (!found) throw new Error(`The simulator has no seller ${sellingPartnerId ?? ""}`)
    return found
  }

  secretIsValid(application: Application, secret: string): boolean {
    const at = this.now().getTime()
    return application.secrets.some((known) => known.value === secret && known.expiresAt > at)
  }

  /** A new secret; the old ones keep working for `graceMs` (rotation of the client secret). */
  rotateClientSecret(clientId: string, secret: string, graceMs: number): void {
    const application = this.applications.get(clientId)
    if (!application) throw new Error(`The simulator has no application ${clientId}.`)
    const end = this.now().getTime() + graceMs
    for (const known of application.secrets) known.expiresAt = Math.min(known.expiresAt, end)
    application.secrets.push({ value: secret, expiresAt: Number.POSITIVE_INFINITY })
  }

  grant(refreshToken: string): Grant | undefined {
    return this.grants.get(refreshToken)
  }

  issueRefreshToken(clientId: string, sellingPartnerId: string): { token: string; grant: Grant } {
    const token = `Atzr|${this.random.letters(120, TOKEN_ALPHABET)}`
    const expiresAt = this.now().getTime() + this.switches.authorizationDays * 86_400_000
    const roles = [...this.seller(sellingPartnerId).roles]
    const grant: Grant = { clientId, sellingPartnerId, roles, expiresAt, revoked: false }
    this.grants.set(token, grant)
    return { token, grant }
  }

  /** Ends a refresh token, as a seller does who removes the application; its access tokens end as well. */
  revokeRefreshToken(refreshToken: string): void {
    const grant = this.grants.get(refreshToken)
    if (grant) this.revokeGrant(grant)
  }

  revokeSeller(sellingPartnerId: string): void {
    for (const grant of this.grants.values()) {
      if (grant.sellingPartnerId === sellingPartnerId) this.revokeGrant(grant)
    }
  }

  /** Puts another refresh token in the place of one that keeps its grant. */
  rotateRefreshToken(oldToken: string, grant: Grant, endOld: boolean): string {
    const token = `Atzr|${this.random.letters(120, TOKEN_ALPHABET)}`
    this.grants.set(token, endOld ? grant : { ...grant })
    if (endOld) this.grants.delete(oldToken)
    return token
  }

  issueAccessToken(clientId: string, grant: Grant | undefined, scope?: string): string {
    const token = `Atza|${this.random.letters(160, TOKEN_ALPHABET)}`
    const expiresAt = this.now().getTime() + this.switches.accessTokenSeconds * 1000
    const given = { ...(grant ? { grant } : {}), ...(scope === undefined ? {} : { scope }) }
    this.accessTokens.set(token, { clientId, ...given, expiresAt, revoked: false })
    return token
  }

  accessToken(token: string): AccessToken | undefined {
    return this.accessTokens.get(token)
  }

  /** Revokes one access token, or all; refresh tokens stay valid. */
  revokeAccessTokens(token?: string): void {
    for (const [key, known] of this.accessTokens)
      if (token === undefined || key === token) known.revoked = true
  }

  /** Roles apply to authorisations given from now on, and to those already given unless told otherwise. */
  setRoles(sellingPartnerId: string, roles: Role[], needsNewAuthorization: boolean): void {
    this.seller(sellingPartnerId).roles = [...roles]
    if (needsNewAuthorization) return
    for (const grant of this.grants.values()) {
      if (grant.sellingPartnerId === sellingPartnerId) grant.roles = [...roles]
    }
  }

  issueCode(
    input: Pick<AuthorizationCode, "clientId" | "sellingPartnerId" | "redirectUri" | "redirectUriWasSent">,
  ): string {
    const code = `AN${this.random.letters(18)}`
    const expiresAt = this.now().getTime() + this.switches.authorizationCodeMs
    this.codes.set(code, { ...input, expiresAt, used: false })
    return code
  }

  /** Uses a code up; any doubt about it leaves it as it was. */
  redeemCode(
    code: string,
    clientId: string,
    redirectUri: string | undefined,
  ): AuthorizationCode | CodeProblem {
    const known = this.codes.get(code)
    if (!known || known.clientId !== clientId) return "unknown"
    if (known.used) return "used"
    if (known.expiresAt <= this.now().getTime()) return "expired"
    const missing =
      redirectUri === undefined && known.redirectUriWasSent && this.switches.tokenNeedsRedirectUri
    if (missing || (redirectUri !== undefined && redirectUri !== known.redirectUri)) return "redirect_uri"
    known.used = true
    return known
  }

  private revokeGrant(grant: Grant): void {
    grant.revoked = true
    for (const token of this.accessTokens.values()) if (token.grant === grant) token.revoked = true
  }
}

const TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
