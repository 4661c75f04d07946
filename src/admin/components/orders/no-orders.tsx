import { Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

type Why = "noAccount" | "nothing" | "notFound"

function Empty({ why, children }: { why: Why; children?: ReactNode }) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="flex max-w-md flex-col items-center gap-y-3 text-center" data-empty={why}>
      <Text weight="plus">{t(`orders.empty.${why}.title`)}</Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`orders.empty.${why}.text`)}
      </Text>
      {children}
    </div>
  )
}

/** Why the list is empty, and the way out of it. */
export function NoOrders({ why, onReset }: { why: Why; onReset: () => void }) {
  const { t } = useTranslation("marketplaces")
  const ways: Record<Why, ReactNode> = {
    noAccount: (
      <Button asChild size="small">
        <Link to="/marketplaces?connect=1">{t("orders.empty.noAccount.action")}</Link>
      </Button>
    ),
    nothing: null,
    notFound: (
      <Button size="small" variant="secondary" onClick={onReset}>
        {t("orders.empty.notFound.action")}
      </Button>
    ),
  }
  return <Empty why={why}>{ways[why]}</Empty>
}
