import { resolveNotifications, type NotificationOptions, type NotificationSettings } from "./changes/options"
import {
  flag,
  optionalAddress,
  optionalAddresses,
  optionalText,
  requiredText,
  address,
  timeout,
  type GivenOptions,
} from "./option-checks"
import { regions, type Region } from "./marketplaces"

/** What the host configures for the `amazon` provider. */
export type AmazonOptions = {
  /** LWA client id of the application, `amzn1.application-oa2-client...`. */
  clientId: string
  /** LWA client secret of the application. Amazon lets it expire after 180 days. */
  clientSecret: string
  /** Id of the application for the consent page, `amzn1.sp.solution...` or `amzn1.sellerapps.app...`. */
  applicationId: string
  /**
   * Base address of the Selling Partner API, e.g. of a simulator or a sandbox: one for every region, or one for each region
   * that is not to be asked at Amazon's production address, as `{ eu: "https://sandbox.sellingpartnerapi-eu.amazon.com" }`.
   * @default Amazon's production address of the account's region
   */
  endpoint?: string | Partial<Record<Region, string>>
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
  /**
   * The queue on which Amazon tells changes of orders (near real time). Without it orders are read by schedule only.
   * @default none
   */
  notifications?: NotificationOptions
}

/** Options with every default filled in; addresses carry no slash at their end. */
export type AmazonSettings = {
  clientId: string
  clientSecret: string
  applicationId: string
  /** To be asked by {@link endpointOf}. */
  endpoint: string | Partial<Record<Region, string>> | undefined
  tokenEndpoint: string
  sellerCentralUrl: string | undefined
  requestTimeoutMs: number
  draftApplication: boolean
  redirectUri: string | undefined
  notifications: NotificationSettings | undefined
}

const TOKEN_ENDPOINT = "https://api.amazon.com/auth/o2/token"

/**
 * Checks the options and fills in the defaults. An optional one that is empty counts as not given, as environment
 * variables often are.
 * @throws Error with a sentence that names the option and never repeats its value.
 */
export function resolveOptions(options: unknown): AmazonSettings {
  const given: GivenOptions = typeof options === "object" && options !== null ? { ...options } : {}
  return {
    clientId: requiredText(given, "clientId"),
    clientSecret: requiredText(given, "clientSecret"),
    applicationId: requiredText(given, "applicationId"),
    endpoint: optionalAddresses(given, "endpoint", regions),
    tokenEndpoint: optionalAddress(given, "tokenEndpoint") ?? TOKEN_ENDPOINT,
    sellerCentralUrl: optionalAddress(given, "sellerCentralUrl"),
    requestTimeoutMs: timeout(given, "requestTimeoutMs"),
    draftApplication: flag(given, "draftApplication"),
    redirectUri: optionalText(given, "redirectUri") && address(given, "redirectUri"),
    notifications: resolveNotifications(given),
  }
}

/** Where a region is asked instead of at Amazon's production address; undefined = there. */
export function endpointOf(
  { endpoint }: Pick<AmazonSettings, "endpoint">,
  region: Region,
): string | undefined {
  return typeof endpoint === "string" ? endpoint : endpoint?.[region]
}
