import { useTranslation } from "react-i18next"

/** The words of Medusa's tables, which the dashboard itself has in every language. */
export function useTableTexts() {
  const { t } = useTranslation()
  return {
    search: t("filters.searchLabel"),
    filter: t("filters.filterLabel"),
    sort: t("filters.sortLabel"),
    clearAll: t("actions.clearAll"),
    selectAll: t("general.selectAll"),
    selected: (count: number) => t("general.countSelected", { count }),
    pagination: {
      of: t("general.of"),
      results: t("general.results"),
      pages: t("general.pages"),
      prev: t("general.prev"),
      next: t("general.next"),
    },
  }
}
