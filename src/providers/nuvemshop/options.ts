import {
  applicationNumber,
  complaint,
  headerText,
  optionalAddress,
  optionalText,
  optionalWord,
  requiredText,
  timeout,
  type GivenOptions,
} from "./option-checks"

/** The two forms in which the platform takes the access token; its documents disagree on which one is right. */
export const authHeaders = ["authorization", "authentication"] as const
export type AuthHeader = (typeof authHeaders)[number]

/** What the host configures for the `nuvemshop` provider. */
export type NuvemshopOptions = {
  /** Number of the application in the partner portal. */
  appId: string
  /** Client secret of the application: exchanges codes and signs webhooks. */
  clientSecret: string
  /**
   * E-mail or address by which the platform reaches the developer; part of the User-Agent of every call. Its reviewers ask for an
   * own one.
   * @default the public page of this package
   */
  contact?: string
  /**
   * Name of the application in the User-Agent.
   * @default "medusa-plugin-marketplaces"
   */
  appName?: string
  /**
   * Country of the brand whose hosts are used: "BR" is Nuvemshop, every other one Tiendanube. Any store answers on both.
   * @default "BR"
   */
  country?: string
  /**
   * Base address of the API, e.g. a simulator.
   * @default the API of the brand
   */
  endpoint?: string
  /**
   * Base address of the consent page and of the exchange of its code.
   * @default the site of the brand
   */
  authEndpoint?: string
  /**
   * How the token is sent at first: `Authorization: Bearer` or `Authentication: bearer`. Where the very first call of a
   * connection is refused, the other form is tried once and remembered.
   * @default "authorization"
   */
  authHeader?: AuthHeader
  /**
   * How long one HTTP call may take in all, in milliseconds; 100 to 300000.
   * @default 30000
   */
  requestTimeoutMs?: number
}

/** Options with every default filled in; addresses carry no slash at their end. */
export type NuvemshopSettings = {
  appId: string
  clientSecret: string
  userAgent: string
  endpoint: string
  authEndpoint: string
  authHeader: AuthHeader
  requestTimeoutMs: number
}

const PACKAGE = "medusa-plugin-marketplaces"

const brands = {
  nuvemshop: { endpoint: "https://api.nuvemshop.com.br", authEndpoint: "https://www.nuvemshop.com.br" },
  tiendanube: { endpoint: "https://api.tiendanube.com", authEndpoint: "https://www.tiendanube.com" },
}

/**
 * Checks the options and fills in the defaults. An optional one that is empty counts as not given, as environment variables
 * often are.
 * @throws Error with a sentence that names the option and never repeats its value.
 */
export function resolveOptions(options: unknown): NuvemshopSettings {
  const given: GivenOptions = typeof options === "object" && options !== null ? { ...options } : {}
  const country = optionalText(given, "country")?.toUpperCase() ?? "BR"
  if (!/^[A-Z]{2}$/.test(country)) throw complaint("country", "must be a country of two letters, such as BR")
  const brand = country === "BR" ? brands.nuvemshop : brands.tiendanube
  const appName = optionalText(given, "appName") ?? PACKAGE
  const contact = optionalText(given, "contact") ?? `https://www.npmjs.com/package/${PACKAGE}`
  return {
    appId: applicationNumber(given, "appId"),
    clientSecret: requiredText(given, "clientSecret"),
    userAgent: `${headerText(given, "appName", appName)} (${headerText(given, "contact", contact)})`,
    endpoint: optionalAddress(given, "endpoint") ?? brand.endpoint,
    authEndpoint: optionalAddress(given, "authEndpoint") ?? brand.authEndpoint,
    authHeader: optionalWord(given, "authHeader", authHeaders) ?? "authorization",
    requestTimeoutMs: timeout(given, "requestTimeoutMs"),
  }
}
