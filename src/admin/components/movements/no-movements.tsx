import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

type Why = "noAccount" | "nothing" | "nothingInPeriod" | "notFound"

/** Why a list is empty, and the way out of it. */
export function NoMovements({ why, onReset }: { why: Why; onReset: () => void }) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="flex max-w-md flex-col items-center gap-y-3 text-center" data-empty={why}>
      <Text weight="plus">{t(`movements.empty.${why}.title`)}</Text>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t(`movements.empty.${why}.text`)}
      </Text>
      {why === "noAccount" ? (
        <Button asChild size="small">
          <Link to="/marketplaces?connect=1">{t("orders.empty.noAccount.action")}</Link>
        </Button>
      ) : null}
      {why === "notFound" ? (
        <Button size="small" variant="secondary" onClick={onReset}>
          {t("movements.filter.clear")}
        </Button>
      ) : null}
    </div>
  )
}
