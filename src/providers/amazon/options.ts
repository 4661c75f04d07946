/** What the host configures for the `amazon` provider. */
export type AmazonOptions = {
  /** LWA client id of the application, `amzn1.application-oa2-client...`. */
  clientId: string
  /** LWA client secret of the application. Amazon lets it expire after 180 days. */
  clientSecret: string
  /** Id of the application for the consent page, `amzn1.sp.solution...` or `amzn1.sellerapps.app...`. */
  applicationId: string
  /**
   * Base address of the Selling Partner API for every region, e.g. a simulator or a sandbox.
   * @default Amazon's production address of the account's region
   */
  endpoint?: string
  /**
   * Full address of the LWA token endpoint.
   * @default "https://api.amazon.com/auth/o2/token"
   */
  tokenEndpoint?: string
  /**
   * Base address of the Seller Central whose consent page is opened, for every marketplace.
   * @default the Seller Central of the marketplace that was chosen
   */
  sellerCentralUrl?: string
  /**
   * How long one HTTP call may take in all, in milliseconds; 100 to 300000.
   * @default 30000
   */
  requestTimeoutMs?: number
  /**
   * True while the application is a draft that Amazon has not published: the consent page is asked with `version=beta`.
   * @default false
   */
  draftApplication?: boolean
  /**
   * The redirect address to send to the consent page; one of those registered for the application.
   * @default the callback address of the store
   */
  redirectUri?: string
}

/** Options with every default filled in; addresses carry no slash at their end. */
export type AmazonSettings = {
  clientId: string
  clientSecret: string
  applicationId: string
  endpoint: string | undefined
  tokenEndpoint: string
  sellerCentralUrl: string | undefined
  requestTimeoutMs: number
  draftApplication: boolean
  redirectUri: string | undefined
}

const TOKEN_ENDPOINT = "https://api.amazon.com/auth/o2/token"
const DEFAULT_TIMEOUT_MS = 30_000

/**
 * Checks the options and fills in the defaults. An optional one that is empty counts as not given, as environment
 * variables often are.
 * @throws Error with a sentence that names the option and never repeats its value.
 */
export function resolveOptions(options: unknown): AmazonSettings {
  const given: Record<string, unknown> = typeof options === "object" && options !== null ? { ...options } : {}
  return {
    clientId: requiredText(given, "clientId"),
    clientSecret: requiredText(given, "clientSecret"),
    applicationId: requiredText(given, "applicationId"),
    endpoint: optionalAddress(given, "endpoint"),
    tokenEndpoint: optionalAddress(given, "tokenEndpoint") ?? TOKEN_ENDPOINT,
    sellerCentralUrl: optionalAddress(given, "sellerCentralUrl"),
    requestTimeoutMs: timeout(given, "requestTimeoutMs"),
    draftApplication: flag(given, "draftApplication"),
    redirectUri: optionalText(given, "redirectUri") && address(given, "redirectUri"),
  }
}

function complaint(name: string, sentence: string): Error {
  return new Error(`Option "${name}" of the marketplace provider "amazon" ${sentence}.`)
}

function requiredText(given: Record<string, unknown>, name: keyof AmazonOptions): string {
  const value = given[name]
  if (typeof value !== "string" || value.trim() === "") {
    throw complaint(name, "is missing: it must be a text that is not empty")
  }
  return value.trim()
}

function optionalText(given: Record<string, unknown>, name: keyof AmazonOptions): string | undefined {
  const value = given[name]
  return value === undefined || value === null || value === "" ? undefined : requiredText(given, name)
}

function address(given: Record<string, unknown>, name: keyof AmazonOptions): string {
  const text = requiredText(given, name)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw complaint(name, "must be an address that begins with https:// or http://")
  }
  if (url.username || url.password || url.search || url.hash) {
    throw complaint(name, "must be an address without user, query and fragment")
  }
  return text
}

function optionalAddress(given: Record<string, unknown>, name: keyof AmazonOptions): string | undefined {
  return optionalText(given, name) === undefined ? undefined : address(given, name).replace(/\/+$/, "")
}

function timeout(given: Record<string, unknown>, name: keyof AmazonOptions): number {
  const value = given[name] ?? DEFAULT_TIMEOUT_MS
  if (typeof value !== "number" || !Number.isInteger(value) || value < 100 || value > 300_000) {
    throw complaint(name, "must be a whole number of milliseconds between 100 and 300000")
  }
  return value
}

function flag(given: Record<string, unknown>, name: keyof AmazonOptions): boolean {
  const value = given[name] ?? false
  if (typeof value !== "boolean") {
    throw complaint(name, "must be true or false")
  }
  return value
}
