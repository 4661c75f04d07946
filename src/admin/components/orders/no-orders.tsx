import { useTranslation } from "react-i18next"
import { EmptyList } from "../shared/empty-list"

type Why = "noAccount" | "nothing" | "notFound"

/** Why the list is empty, and the way out of it. */
export function NoOrders({ why, onReset }: { why: Why; onReset: () => void }) {
  const { t } = useTranslation("marketplaces")
  return (
    <EmptyList
      why={why}
      title={t(`orders.empty.${why}.title`)}
      text={t(`orders.empty.${why}.text`)}
      clear={t("orders.empty.notFound.action")}
      onReset={onReset}
    />
  )
}
