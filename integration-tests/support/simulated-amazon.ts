import {
  DEMO_APPLICATION,
  PUBLISHED_LIMITS,
  startAmazonSimulator,
  type AmazonSimulator,
  type AmazonSimulatorOptions,
  type Order,
} from "../simulators/amazon"

/** Generous limits: a test that is not about the quota does not wait for it. */
export const ROOMY: NonNullable<AmazonSimulatorOptions["limits"]> = Object.fromEntries(
  Object.keys(PUBLISHED_LIMITS).map((operation) => [operation, { rate: 100, burst: 1000 }]),
)

/** What a host has to know in order to take the simulator for Amazon. */
export const amazonEnvironment = ({ url, tokenUrl, sellerCentralUrl }: AmazonSimulator) => ({
  AMAZON_CLIENT_ID: DEMO_APPLICATION.clientId,
  AMAZON_CLIENT_SECRET: DEMO_APPLICATION.clientSecret,
  AMAZON_APPLICATION_ID: DEMO_APPLICATION.applicationId,
  AMAZON_ENDPOINT: url,
  AMAZON_TOKEN_ENDPOINT: tokenUrl,
  AMAZON_SELLER_CENTRAL_URL: sellerCentralUrl,
})

/** What a host has to know in order to hear of changed orders through the simulator's queue. */
export const noticesEnvironment = ({ queue }: AmazonSimulator) => ({
  AMAZON_NOTIFICATIONS_QUEUE_URL: queue.url,
  AMAZON_NOTIFICATIONS_QUEUE_ARN: queue.arn,
  AMAZON_NOTIFICATIONS_REGION: queue.region,
  AMAZON_NOTIFICATIONS_ENDPOINT: queue.endpoint,
  AMAZON_NOTIFICATIONS_ACCESS_KEY_ID: queue.accessKeyId,
  AMAZON_NOTIFICATIONS_SECRET_ACCESS_KEY: "simulator-secret",
})

/**
 * A simulator for a whole test file, with the connector pointed at it. Call it above the test runner: Medusa reads its
 * configuration when it boots.
 */
export function useAmazonSimulator(options: AmazonSimulatorOptions = {}): () => AmazonSimulator {
  let simulator: AmazonSimulator | undefined
  beforeAll(async () => {
    simulator = await startAmazonSimulator({ limits: ROOMY, ...options })
    Object.assign(process.env, amazonEnvironment(simulator))
  })
  afterAll(async () => simulator?.close())
  return () => {
    if (!simulator) throw new Error("The simulator is not running yet")
    return simulator
  }
}

const ALL_SITES = ["US", "CA", "MX", "BR", "UK", "DE", "FR", "IT", "ES", "JP"]
let sellers = 0

/** A seller of their own with these orders; gives what they would type in to connect. */
export function aSellerWith(simulator: AmazonSimulator, orders: Order[]) {
  sellers += 1
  const sellingPartnerId = `A2TESTSELLER${String(sellers).padStart(3, "0")}`
  const refreshToken = `Atzr|test-refresh-token-${sellers}`
  simulator.addSeller({ sellingPartnerId, refreshTokens: [refreshToken], marketplaces: ALL_SITES, orders })
  return {
    sellingPartnerId,
    refreshToken,
    connect: {
      externalId: sellingPartnerId,
      orderPrefix: `T${sellers}`,
      credentials: { refresh_token: refreshToken, selling_partner_id: sellingPartnerId, region: "na" },
    },
  }
}
