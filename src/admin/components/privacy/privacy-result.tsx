import { CheckCircleSolid, ExclamationCircleSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import type { PrivacyRecord } from "../../lib/answers"

/** Counts of a record that are told, in this order. */
const told = ["orders", "medusa_orders", "customers", "held", "failed"] as const

/** What came of a record: done, still to do, or waiting for a person; and how much was removed. */
export function PrivacyResult({ record }: { record: PrivacyRecord }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const { kind, state, report, exportable } = record
  const overtaken = report?.connected_again === true
  const standing = exportable ? "toAnswer" : state === "done" ? (overtaken ? "overtaken" : "done") : "open"
  const found = kind === "customer_data"
  const counts = overtaken
    ? []
    : told.flatMap((name) => {
        const count = report?.[name]
        if (typeof count !== "number" || (count === 0 && name !== "orders")) return []
        return [t(`privacy.count.${found && name === "orders" ? "found" : name}`, countOf(count))]
      })
  const Icon = standing === "done" || standing === "overtaken" ? CheckCircleSolid : ExclamationCircleSolid
  const colour = Icon === CheckCircleSolid ? "text-ui-tag-blue-icon" : "text-ui-tag-orange-icon"
  return (
    <span className="flex items-start gap-x-2 whitespace-normal py-1">
      <Icon aria-hidden className={`mt-0.5 shrink-0 ${colour}`} />
      <span>{[t(`privacy.standing.${standing}`), ...counts].join(" · ")}</span>
    </span>
  )
}
