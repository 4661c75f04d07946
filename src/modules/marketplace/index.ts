import { Module } from "@medusajs/framework/utils"
import connectorsLoader from "./loaders/connectors"
import MarketplaceModuleService from "./service"

export const MARKETPLACE_MODULE = "marketplace"

export default Module(MARKETPLACE_MODULE, { service: MarketplaceModuleService, loaders: [connectorsLoader] })

export type { MarketplaceOptions, ConnectorProviderOption } from "./options"
export type { AccountSettings } from "./settings"
export type { RunCounts } from "./store/runs"
export { MarketplaceModuleService }
