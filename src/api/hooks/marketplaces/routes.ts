import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readRawBody } from "./raw-body"

/** Platforms call these. Whoever calls is known by the signature of the body, so that no sign-in and no permission is asked for. */
export const webhookRoutes: MiddlewareRoute[] = [
  "/hooks/marketplaces/:provider",
  "/hooks/marketplaces/:provider/:topic",
].map((matcher) => ({ matcher, methods: ["POST"], bodyParser: false, middlewares: [readRawBody] }))
