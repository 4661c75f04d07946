import { asFunction, asValue, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import type { ConnectorClass } from "../../../connector"
import { resolveOptions, type MarketplaceOptions } from "../options"

export const CONNECTOR_PREFIX = "marketplace_connector_"
export const CONNECTOR_IDS = "marketplace_connector_ids"

/** Checks the options and registers every connector that the host names in `options.providers`. */
export default async function connectorsLoader({
  container,
  options,
}: LoaderOptions<Partial<MarketplaceOptions>>): Promise<void> {
  resolveOptions(options)
  container.registerAdd(CONNECTOR_IDS, asValue(undefined))
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
    },
  })
}
