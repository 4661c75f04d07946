import { asFunction, asValue, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import type { Connector, ConnectorClass } from "../../../connector"
import { resolveOptions, type MarketplaceOptions } from "../options"
import { accountSettingsChangeSchema } from "../settings"

export const CONNECTOR_PREFIX = "marketplace_connector_"
export const CONNECTOR_IDS = "marketplace_connector_ids"

/**
 * Holds the settings that a connector's accounts begin with against the settings that there are.
 * @throws Error that names the connector and the setting.
 */
export function checkDefaultSettings(id: string, connector: Pick<Connector, "describe">): void {
  const { success, error } = accountSettingsChangeSchema.safeParse(connector.describe().defaultSettings ?? {})
  if (success) return
  const [issue] = error.issues
  const setting = issue.path.join(".") || ("keys" in issue ? issue.keys.join(", ") : "?")
  throw new Error(
    `The connector "${id}" begins accounts with a setting that no account can have: ${setting} (${issue.message}). Its defaultSettings have to be corrected by whoever wrote it`,
  )
}

/** Checks the options and registers every connector that the host names in `options.providers`. */
export default async function connectorsLoader({
  container,
  options,
}: LoaderOptions<Partial<MarketplaceOptions>>): Promise<void> {
  resolveOptions(options)
  container.registerAdd(CONNECTOR_IDS, asValue(undefined))
  const registered: string[] = []
  await moduleProviderLoader({
    container,
    providers: (options?.providers ?? []) as ModuleProvider[],
    registerServiceFn: async (
      connector: ConnectorClass,
      moduleContainer: typeof container,
      provider: { id: string; options?: Record<string, unknown> },
    ) => {
      moduleContainer.register({
        [CONNECTOR_PREFIX + provider.id]: asFunction(
          (cradle: Record<string, unknown>) => new connector(cradle, provider.options ?? {}),
          { lifetime: Lifetime.SINGLETON },
        ),
      })
      moduleContainer.registerAdd(CONNECTOR_IDS, asValue(provider.id))
      registered.push(provider.id)
    },
  })
  for (const id of registered) checkDefaultSettings(id, container.resolve<Connector>(CONNECTOR_PREFIX + id))
}
