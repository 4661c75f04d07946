import { defineMiddlewares } from "@medusajs/framework/http"
import { callbackSignInRoutes } from "./admin/marketplaces/authorize/sign-in"
import { marketplaceRoutes } from "./admin/marketplaces/validation/routes"
import { webhookRoutes } from "./hooks/marketplaces/routes"

export default defineMiddlewares({
  routes: [...callbackSignInRoutes, ...marketplaceRoutes, ...webhookRoutes],
})
