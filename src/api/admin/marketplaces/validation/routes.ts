import type { MiddlewareRoute } from "@medusajs/framework/http"
import {
  authorizeSchema,
  callbackQuerySchema,
  createAccountSchema,
  cursorSchema,
  importSchema,
  listAccountsSchema,
  previewSchema,
  updateAccountSchema,
} from "../accounts/validators"
import { listMappingsSchema, matchMappingsSchema, saveMappingSchema } from "../mappings/validators"
import { explainQuerySchema, listOrdersSchema } from "../orders/validators"
import { listRunsSchema } from "../runs/validators"
import { emptySchema, languageQuerySchema } from "./fields"
import { validateBody, validateQuery } from "./validate"

type Schema = Parameters<typeof validateQuery>[0]

const base = "/admin/marketplaces"
const reads = (path: string, query: Schema = languageQuerySchema): MiddlewareRoute => ({
  matcher: base + path,
  methods: ["GET"],
  middlewares: [validateQuery(query)],
})
const acts = (path: string, body: Parameters<typeof validateBody>[0] = emptySchema): MiddlewareRoute => ({
  matcher: base + path,
  methods: ["POST"],
  middlewares: [validateQuery(languageQuerySchema), validateBody(body)],
})

/** What each route takes; whatever else is sent is refused. */
export const marketplaceRoutes: MiddlewareRoute[] = [
  reads("/connectors"),
  reads("/accounts", listAccountsSchema),
  acts("/accounts", createAccountSchema),
  acts("/accounts/authorize", authorizeSchema),
  reads("/accounts/:id"),
  acts("/accounts/:id", updateAccountSchema),
  { matcher: `${base}/accounts/:id`, methods: ["DELETE"], middlewares: [validateQuery(languageQuerySchema)] },
  acts("/accounts/:id/verify"),
  acts("/accounts/:id/pause"),
  acts("/accounts/:id/resume"),
  acts("/accounts/:id/sync"),
  acts("/accounts/:id/cursor", cursorSchema),
  acts("/accounts/:id/preview", previewSchema),
  acts("/accounts/:id/import", importSchema),
  reads("/authorize/:provider/callback", callbackQuerySchema),
  reads("/runs", listRunsSchema),
  reads("/runs/:id"),
  reads("/orders", listOrdersSchema),
  reads("/orders/:id"),
  acts("/orders/:id/retry"),
  acts("/orders/:id/approve"),
  acts("/orders/:id/ignore"),
  reads("/explain", explainQuerySchema),
  reads("/mappings", listMappingsSchema),
  acts("/mappings", saveMappingSchema),
  acts("/mappings/match", matchMappingsSchema),
]
