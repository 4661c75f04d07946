import {
  authenticate,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { marketplacesPage } from "./callback-url"

/** What a consent page sends back holds a code: no page after it may be told of it, and no log. */
function keepQuerySecret(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  res.set({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" })
  // The log of requests is written at the end, from this.
  req.originalUrl = req.path
  next()
}

/** True where a person's browser came, and not a program. */
export const isBrowser = (req: MedusaRequest): boolean => req.accepts(["json", "html"]) === "html"

/**
 * A browser that comes back from a platform without anybody signed in is led to the admin, which has its person sign in and begin
 * again: what it brought is nobody's and is thrown away.
 */
function requireSignIn(req: AuthenticatedMedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  // The framework's type knows signed-in requests only.
  const context: AuthenticatedMedusaRequest["auth_context"] | undefined = req.auth_context
  if (context?.actor_id) return next()
  if (!isBrowser(req)) return void res.status(401).json({ message: "Unauthorized" })
  res.redirect(302, marketplacesPage(req, { failed: "signed_out", provider: req.params.provider }))
}

/** Before the permissions of the callback are looked at, which somebody unknown has none of. */
export const callbackSignInRoutes: MiddlewareRoute[] = [
  {
    matcher: "/admin/marketplaces/authorize/:provider/callback",
    methods: ["GET"],
    middlewares: [
      keepQuerySecret,
      authenticate("user", ["session", "bearer", "api-key"], {
        allowUnauthenticated: true,
        requireMfa: true,
      }),
      requireSignIn,
    ],
  },
]
