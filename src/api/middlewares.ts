import { defineMiddlewares } from "@medusajs/framework/http"
import { marketplaceRoutes } from "./admin/marketplaces/validation/routes"

export default defineMiddlewares({ routes: marketplaceRoutes })
