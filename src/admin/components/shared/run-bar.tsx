import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isOver } from "../../hooks/use-runs"
import type { Run } from "../../lib/answers"

/** How much of an import is done; one that is over without any order is done as well. `className` is the bar's size and ground. */
export function RunBar({ run, className }: { run: Run; className: string }) {
  const { t } = useTranslation("marketplaces")
  const share = run.total ? Math.round((run.done / run.total) * 100) : isOver(run) ? 100 : 0
  return (
    <div
      role="progressbar"
      aria-label={t("import.progress.label")}
      aria-valuenow={share}
      aria-valuemin={0}
      aria-valuemax={100}
      className={clx("overflow-hidden rounded-full", className)}
    >
      <div className="bg-ui-bg-interactive h-full transition-all" style={{ width: `${share}%` }} />
    </div>
  )
}
