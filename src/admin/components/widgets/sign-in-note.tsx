import { InlineTip } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useNavigate, type Location } from "react-router-dom"

/** Where the dashboard sends whom it asked to sign in, as it keeps it. */
type From = { from?: Pick<Location, "pathname" | "search"> }

const OURS = "/marketplaces"

/**
 * Who comes back from a platform and is signed out is asked to sign in first. The dashboard goes on to the page alone and drops
 * what its address says, which is why the visitor came: it is put into the path.
 */
export function SignInNote() {
  const { t } = useTranslation("marketplaces")
  const location = useLocation()
  const navigate = useNavigate()
  const { from } = (location.state ?? {}) as From
  const isOurs = from?.pathname.startsWith(OURS) ?? false

  useEffect(() => {
    if (!from?.search || !isOurs) return
    const kept = { ...from, pathname: `${from.pathname}${from.search}`, search: "" }
    void navigate(location, { replace: true, state: { from: kept } })
  }, [from, isOurs, location, navigate])

  if (!isOurs || !/[?&]failed=signed_out\b/.test(`${from?.pathname}${from?.search}`)) return null
  return <InlineTip label={t("accounts.failed.signed_out.title")}>{t("accounts.signIn")}</InlineTip>
}
