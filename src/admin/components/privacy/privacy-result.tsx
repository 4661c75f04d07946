import { CheckCircleSolid, ClockSolid, ExclamationCircleSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import type { PrivacyRecord } from "../../lib/answers"

/** Counts of a record that are told, in this order. */
const told = ["orders", "medusa_orders", "customers", "held", "failed"] as const

/** Blue is done, orange waits for a person, grey needs nobody. */
const looks = {
  done: { Icon: CheckCircleSolid, color: "text-ui-tag-blue-icon" },
  overtaken: { Icon: CheckCircleSolid, color: "text-ui-tag-blue-icon" },
  open: { Icon: ClockSolid, color: "text-ui-fg-muted" },
  toAnswer: { Icon: ExclamationCircleSolid, color: "text-ui-tag-orange-icon" },
} as const

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
  const { Icon, color } = looks[standing]
  return (
    <span className="flex items-center gap-x-2">
      <Icon aria-hidden className={`shrink-0 ${color}`} />
      <span>{[t(`privacy.standing.${standing}`), ...counts].join(" · ")}</span>
    </span>
  )
}
