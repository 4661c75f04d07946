import { ModuleProvider } from "@medusajs/framework/utils"
import { NuvemshopConnector } from "./connector"

export { NuvemshopConnector }
export type { NuvemshopOptions } from "./options"

export default ModuleProvider("marketplace", { services: [NuvemshopConnector] })
