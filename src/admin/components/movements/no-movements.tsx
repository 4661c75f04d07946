import { useTranslation } from "react-i18next"
import { EmptyList } from "../shared/empty-list"

type Why = "noAccount" | "nothing" | "nothingInPeriod" | "notFound"

/** Why a list is empty, and the way out of it. */
export function NoMovements({ why, onReset }: { why: Why; onReset: () => void }) {
  const { t } = useTranslation("marketplaces")
  return (
    <EmptyList
      why={why}
      title={t(`movements.empty.${why}.title`)}
      text={t(`movements.empty.${why}.text`)}
      clear={t("movements.filter.clear")}
      onReset={onReset}
    />
  )
}
