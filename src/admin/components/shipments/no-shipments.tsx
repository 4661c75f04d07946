import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

type Why = "noAccount" | "nothing" | "notFound"

/** Why the list is empty, and the way out of it. */
export function NoShipments({ why, onReset }: { why: Why; onReset: () => void }) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="flex max-w-md flex-col items-center gap-y-3 text-center" data-empty={why}>
      <Text weight="plus">{t(`shipping.empty.${why}.title`)}</Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`shipping.empty.${why}.text`)}
      </Text>
      {why === "noAccount" ? (
        <Button asChild size="small">
          <Link to="/marketplaces?connect=1">{t("orders.empty.noAccount.action")}</Link>
        </Button>
      ) : null}
      {why === "notFound" ? (
        <Button size="small" variant="secondary" onClick={onReset}>
          {t("shipping.filter.clear")}
        </Button>
      ) : null}
    </div>
  )
}
