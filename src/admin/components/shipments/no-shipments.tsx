import { useTranslation } from "react-i18next"
import { EmptyList } from "../shared/empty-list"

type Why = "noAccount" | "nothing" | "notFound"

/** Why the list is empty, and the way out of it. */
export function NoShipments({ why, onReset }: { why: Why; onReset: () => void }) {
  const { t } = useTranslation("marketplaces")
  return (
    <EmptyList
      why={why}
      title={t(`shipping.empty.${why}.title`)}
      text={t(`shipping.empty.${why}.text`)}
      clear={t("shipping.filter.clear")}
      onReset={onReset}
    />
  )
}
