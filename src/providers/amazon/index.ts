import { ModuleProvider } from "@medusajs/framework/utils"
import { AmazonConnector } from "./connector"

export { AmazonConnector }
export type { AmazonOptions } from "./options"

export default ModuleProvider("marketplace", { services: [AmazonConnector] })
