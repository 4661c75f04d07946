import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { keepMarketplaceDisplayId } from "./src/workflows/import/keep-display-id"

/**
 * The repository as an app of its own: Medusa loads workflows, routes, jobs, subscribers and links from ./src by
 * itself, the module is named here. Every option comes from the environment (see .env.template).
 */
const env = process.env
const isTest = env.NODE_ENV === "test"

// Tests never read .env: they must not meet real credentials by accident.
if (!isTest) {
  loadEnv(env.NODE_ENV ?? "development", process.cwd())
}

const testDefault = (value: string) => (isTest ? value : undefined)

type ProviderEntry = { resolve: string; id: string; options: Record<string, unknown> }

/** A connector is configured as soon as its first variable is set; what is then missing stops the boot. */
function providers(): ProviderEntry[] {
  const entries: ProviderEntry[] = []
  if (env.AMAZON_CLIENT_ID || isTest) {
    entries.push({
      resolve: "./src/providers/amazon",
      id: "amazon",
      options: {
        clientId: env.AMAZON_CLIENT_ID || testDefault("test-amazon-client-id"),
        clientSecret: env.AMAZON_CLIENT_SECRET || testDefault("test-amazon-client-secret"),
        applicationId: env.AMAZON_APPLICATION_ID || testDefault("amzn1.sp.solution.test"),
        endpoint: env.AMAZON_ENDPOINT || testDefault("http://localhost:1"),
        tokenEndpoint: env.AMAZON_TOKEN_ENDPOINT || testDefault("http://localhost:1/auth/o2/token"),
        sellerCentralUrl: env.AMAZON_SELLER_CENTRAL_URL || testDefault("http://localhost:1"),
        // All empty: orders are read by schedule only.
        notifications: {
          queueUrl: env.AMAZON_NOTIFICATIONS_QUEUE_URL,
          queueArn: env.AMAZON_NOTIFICATIONS_QUEUE_ARN,
          region: env.AMAZON_NOTIFICATIONS_REGION,
          endpoint: env.AMAZON_NOTIFICATIONS_ENDPOINT,
          accessKeyId: env.AMAZON_NOTIFICATIONS_ACCESS_KEY_ID,
          secretAccessKey: env.AMAZON_NOTIFICATIONS_SECRET_ACCESS_KEY,
        },
      },
    })
  }
  if (env.NUVEMSHOP_APP_ID || isTest) {
    entries.push({
      resolve: "./src/providers/nuvemshop",
      id: "nuvemshop",
      options: {
        appId: env.NUVEMSHOP_APP_ID || testDefault("1234"),
        clientSecret: env.NUVEMSHOP_CLIENT_SECRET || testDefault("test-nuvemshop-client-secret"),
        contact: env.NUVEMSHOP_CONTACT || testDefault("test@example.com"),
        country: env.NUVEMSHOP_COUNTRY,
        endpoint: env.NUVEMSHOP_ENDPOINT || testDefault("http://localhost:1"),
        authEndpoint: env.NUVEMSHOP_AUTH_ENDPOINT || testDefault("http://localhost:1"),
        authHeader: env.NUVEMSHOP_AUTH_HEADER,
      },
    })
  }
  return [...entries, ...testProviders()]
}

/** Tests may add connectors of their own: MARKETPLACE_TEST_PROVIDERS="/path/to/x,other=/path/to/y". */
function testProviders(): ProviderEntry[] {
  if (!isTest || !env.MARKETPLACE_TEST_PROVIDERS) {
    return []
  }
  return env.MARKETPLACE_TEST_PROVIDERS.split(",")
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const [left, right] = entry.split("=")
      const resolve = right ?? left
      const id = right ? left : (resolve.split(/[\\/]/).pop() ?? resolve).replace(/\.[jt]s$/, "")
      return { resolve, id, options: {} }
    })
}

const redisUrl = env.REDIS_URL || undefined

const redisModules = redisUrl
  ? [
      { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
      { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/locking-redis",
              id: "locking-redis",
              is_default: true,
              options: { redisUrl },
            },
          ],
        },
      },
      {
        resolve: "@medusajs/medusa/caching",
        options: {
          providers: [
            {
              resolve: "@medusajs/caching-redis",
              id: "caching-redis",
              is_default: true,
              options: { redisUrl },
            },
          ],
        },
      },
    ]
  : []

export default defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL || undefined,
    redisUrl,
    http: {
      storeCors: env.STORE_CORS || "http://localhost:8000",
      adminCors: env.ADMIN_CORS || "http://localhost:5173,http://localhost:9000",
      authCors: env.AUTH_CORS || "http://localhost:5173,http://localhost:8000,http://localhost:9000",
      jwtSecret: env.JWT_SECRET || undefined,
      cookieSecret: env.COOKIE_SECRET || undefined,
    },
    // Over plain http a browser drops the Secure cookie of production mode and the login goes round in circles.
    ...(env.LOCAL_HTTP_COOKIES === "true" ? { cookieOptions: { secure: false, sameSite: "lax" } } : {}),
  },
  admin: { disable: env.ADMIN_DISABLED === "true" },
  modules: [
    {
      resolve: "./src/modules/marketplace",
      options: {
        // The test key is thirty-two zero bytes.
        encryptionKey: env.MARKETPLACE_ENCRYPTION_KEY || testDefault(Buffer.alloc(32).toString("base64")),
        providers: providers(),
        ...(env.MARKETPLACE_LEASE_SECONDS ? { leaseSeconds: Number(env.MARKETPLACE_LEASE_SECONDS) } : {}),
        ...(env.MARKETPLACE_BATCH_SIZE ? { batchSize: Number(env.MARKETPLACE_BATCH_SIZE) } : {}),
        ...(env.MARKETPLACE_AUTOMATIC_IMPORT
          ? { automaticImport: env.MARKETPLACE_AUTOMATIC_IMPORT === "true" }
          : {}),
        // Another language than those that exist stops the boot.
        ...(env.MARKETPLACE_LANGUAGE ? { language: env.MARKETPLACE_LANGUAGE } : {}),
        ...(env.MARKETPLACE_INSTALLATION ? { installation: env.MARKETPLACE_INSTALLATION } : {}),
        ...(env.MARKETPLACE_PUBLIC_URL ? { publicUrl: env.MARKETPLACE_PUBLIC_URL } : {}),
      },
    },
    // Imported orders keep their display id without a second statement.
    {
      resolve: "@medusajs/medusa/order",
      options: { generateCustomDisplayId: keepMarketplaceDisplayId },
    },
    // Roles (docs/guides/permissions.md): the flag alone does not load their module.
    ...(env.MEDUSA_FF_RBAC === "true" ? [{ resolve: "@medusajs/medusa/rbac" }] : []),
    ...redisModules,
  ],
})
