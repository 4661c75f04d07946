import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import type { Run } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"

/** Scheduled imports in a row that found nothing, the newest first: a calm line between those that did. */
export function NothingNewLine({ runs }: { runs: Run[] }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const countOf = useCount()
  const [last] = runs
  if (!last) return null
  return (
    <li className="px-6 py-3" data-nothing-new={runs.length}>
      <Text size="small" className="text-ui-fg-subtle">
        {t("account.runs.nothingNew", { ...countOf(runs.length), at: format.instant(last.created_at) })}
      </Text>
    </li>
  )
}
