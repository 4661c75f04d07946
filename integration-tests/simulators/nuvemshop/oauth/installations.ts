import type { Random } from "../../amazon/random"
import { secretText } from "./secret-text"
import type { AppOptions } from "../options"
import { CONNECTOR_SCOPES, grantedScopes, type Scope } from "../scopes"

/** One application in one store. */
export interface Installation {
  app: AppOptions
  storeId: number
  token: string
  /** As the merchant granted them; what they bring is in `granted`. */
  scopes: readonly Scope[]
  granted: ReadonlySet<Scope>
  /** Every call is answered 402 and no webhook is sent. */
  suspended: boolean
}

interface Code {
  appId: string
  storeId: number
  expiresAt: number
  used: boolean
}

/** Who is installed where. A new install ends the token before it, an uninstall ends it for good. */
export class Installations {
  private readonly installed = new Map<string, Installation>()
  private readonly codes = new Map<string, Code>()

  constructor(
    private readonly now: () => number,
    private readonly random: Random,
  ) {}

  install(app: AppOptions, storeId: number, token = secretText(this.random, 40)): Installation {
    const scopes = app.scopes ?? CONNECTOR_SCOPES
    const before = this.find(app.appId, storeId)
    const suspended = before?.suspended ?? false
    const installation = { app, storeId, token, scopes, granted: grantedScopes(scopes), suspended }
    this.installed.set(`${app.appId}|${storeId}`, installation)
    return installation
  }

  uninstall(appId: string, storeId: number): void {
    this.installed.delete(`${appId}|${storeId}`)
  }

  find(appId: string, storeId: number): Installation | undefined {
    return this.installed.get(`${appId}|${storeId}`)
  }

  byToken(token: string): Installation | undefined {
    return this.list().find((installation) => installation.token === token)
  }

  list(storeId?: number): Installation[] {
    const all = [...this.installed.values()]
    return all.filter((installation) => storeId === undefined || installation.storeId === storeId)
  }

  /** Ends the token but leaves the application in the store, webhooks and all. */
  revokeToken(appId: string, storeId: number): void {
    const installation = this.find(appId, storeId)
    if (installation) installation.token = `revoked-${secretText(this.random, 40)}`
  }

  newCode(appId: string, storeId: number, lifetimeMs: number): string {
    const code = secretText(this.random, 40)
    this.codes.set(code, { appId, storeId, expiresAt: this.now() + lifetimeMs, used: false })
    return code
  }

  /** The store a code stands for; otherwise why it is refused. */
  redeem(code: string, appId: string): { storeId: number } | { refused: string } {
    const known = this.codes.get(code)
    if (!known || known.appId !== appId) return { refused: "The authorization code is invalid" }
    if (known.used) return { refused: "The authorization code has already been used" }
    if (known.expiresAt <= this.now()) return { refused: "The authorization code has expired" }
    known.used = true
    return { storeId: known.storeId }
  }
}
