import type { MiddlewareRoute } from "@medusajs/framework/http"
import { permissionPolicies, type Permission } from "../../../../policies/marketplace"
import {
  authorizeSchema,
  callbackQuerySchema,
  carriersSchema,
  confirmHeldSchema,
  createAccountSchema,
  cursorSchema,
  historySchema,
  importSchema,
  noticesSchema,
  listAccountsSchema,
  previewSchema,
  updateAccountSchema,
  verifyCredentialsSchema,
  writerSchema,
} from "../accounts/validators"
import { listStockSchema } from "../accounts/stock-validators"
import { batchDispatchesSchema, listDispatchesSchema, trackingSchema } from "../dispatches/validators"
import { explainQuerySchema, supportBundleQuerySchema } from "../explain/validators"
import { listTransfersSchema, recordTransferSchema } from "../accounts/[id]/transfers/validators"
import {
  acceptProposalsSchema,
  listMappingsSchema,
  matchMappingsSchema,
  saveMappingSchema,
  suggestionsQuerySchema,
} from "../mappings/validators"
import {
  batchOrdersSchema,
  ignoreOrderSchema,
  listOrdersSchema,
  reviewOrderSchema,
} from "../orders/validators"
import { balancesSchema, exportMovementsSchema, listMovementsSchema } from "../movements/validators"
import { listPrivacyRequestsSchema } from "../privacy-requests/validators"
import { listRunsSchema } from "../runs/validators"
import { emptySchema, languageQuerySchema } from "./fields"
import { validateBody, validateQuery } from "./validate"

type Schema = Parameters<typeof validateQuery>[0]

/** Who may call a route. `signed_in` is for what tells the screens which of the others they may show. */
const guards = {
  see: [permissionPolicies.see],
  operate: [permissionPolicies.operate],
  configure: [permissionPolicies.configure],
  signed_in: [],
} satisfies Record<Permission | "signed_in", MiddlewareRoute["policies"]>

type Guard = keyof typeof guards
/** A route without a permission does not compile. */
type GuardedRoute = MiddlewareRoute & Required<Pick<MiddlewareRoute, "policies">>

const base = "/admin/marketplaces"
const reads = (path: string, guard: Guard, query: Schema = languageQuerySchema): GuardedRoute => ({
  matcher: base + path,
  methods: ["GET"],
  policies: guards[guard],
  middlewares: [validateQuery(query)],
})
const acts = (
  path: string,
  guard: Guard,
  body: Parameters<typeof validateBody>[0] = emptySchema,
): GuardedRoute => ({
  matcher: base + path,
  methods: ["POST"],
  policies: guards[guard],
  middlewares: [validateQuery(languageQuerySchema), validateBody(body)],
})
const removes = (path: string, guard: Guard): GuardedRoute => ({
  ...reads(path, guard),
  methods: ["DELETE"],
})

/** What each route takes, whatever else is sent is refused; and the permission it asks for (docs/guides/permissions.md). */
export const marketplaceRoutes: GuardedRoute[] = [
  reads("/permissions", "signed_in"),
  reads("/connectors", "see"),
  reads("/accounts", "see", listAccountsSchema),
  acts("/accounts", "configure", createAccountSchema),
  acts("/accounts/authorize", "configure", authorizeSchema),
  acts("/accounts/verify", "configure", verifyCredentialsSchema),
  reads("/accounts/:id", "see"),
  acts("/accounts/:id", "configure", updateAccountSchema),
  removes("/accounts/:id", "configure"),
  acts("/accounts/:id/verify", "configure"),
  reads("/accounts/:id/history", "see", historySchema),
  acts("/accounts/:id/pause", "configure"),
  acts("/accounts/:id/resume", "configure"),
  acts("/accounts/:id/sync", "operate"),
  acts("/accounts/:id/notices", "configure", noticesSchema),
  acts("/accounts/:id/webhooks", "configure"),
  acts("/accounts/:id/cursor", "configure", cursorSchema),
  acts("/accounts/:id/preview", "operate", previewSchema),
  acts("/accounts/:id/import", "operate", importSchema),
  reads("/accounts/:id/carriers", "see", carriersSchema),
  reads("/accounts/:id/locations", "see"),
  acts("/accounts/:id/writers", "configure", writerSchema),
  reads("/accounts/:id/stock", "see", listStockSchema),
  acts("/accounts/:id/stock/push", "operate"),
  acts("/accounts/:id/stock/compare", "operate"),
  acts("/accounts/:id/stock/release", "operate"),
  acts("/accounts/:id/listings/read", "operate"),
  acts("/accounts/:id/platform-stock/read", "operate"),
  reads("/accounts/:id/transfers", "see", listTransfersSchema),
  acts("/accounts/:id/transfers", "operate", recordTransferSchema),
  reads("/authorize/:provider/callback", "configure", callbackQuerySchema),
  reads("/authorize/held/:id", "configure"),
  removes("/authorize/held/:id", "configure"),
  acts("/authorize/held/:id/confirm", "configure", confirmHeldSchema),
  reads("/runs", "see", listRunsSchema),
  reads("/runs/:id", "see"),
  reads("/orders", "see", listOrdersSchema),
  acts("/orders/batch", "operate", batchOrdersSchema),
  reads("/orders/:id", "see"),
  acts("/orders/:id/retry", "operate"),
  acts("/orders/:id/approve", "operate"),
  acts("/orders/:id/ignore", "operate", ignoreOrderSchema),
  acts("/orders/:id/review", "operate", reviewOrderSchema),
  reads("/orders/:id/support-bundle", "operate"),
  reads("/dispatches", "see", listDispatchesSchema),
  acts("/dispatches/batch", "operate", batchDispatchesSchema),
  reads("/dispatches/:id", "see"),
  acts("/dispatches/:id/retry", "operate"),
  acts("/dispatches/:id/tracking", "operate", trackingSchema),
  reads("/explain", "see", explainQuerySchema),
  reads("/explain/support-bundle", "operate", supportBundleQuerySchema),
  reads("/privacy-requests", "see", listPrivacyRequestsSchema),
  reads("/privacy-requests/:id/export", "configure"),
  acts("/privacy-requests/:id/answered", "configure"),
  reads("/movements", "see", listMovementsSchema),
  reads("/movements/export", "see", exportMovementsSchema),
  reads("/movements/balances", "see", balancesSchema),
  reads("/mappings", "see", listMappingsSchema),
  acts("/mappings", "operate", saveMappingSchema),
  acts("/mappings/match", "operate", matchMappingsSchema),
  acts("/mappings/accept", "operate", acceptProposalsSchema),
  reads("/mappings/:id", "see"),
  reads("/mappings/:id/suggestions", "see", suggestionsQuerySchema),
  acts("/mappings/:id/product", "operate"),
]
