import { useTranslation } from "react-i18next"

/** A page's name in the path above it. */
export function PageBreadcrumb({
  page,
}: {
  page: "menu" | "orders" | "shipments" | "movements" | "privacy" | "explain"
}) {
  const { t } = useTranslation("marketplaces")
  return <>{t(`shell.${page}`)}</>
}
