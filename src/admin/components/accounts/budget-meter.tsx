import { Text, Tooltip, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Account } from "../../lib/answers"
import { useFormat } from "../../lib/format"

type Budget = Account["budget"][number]

const shareOf = ({ left, burst }: Budget): number => (burst > 0 ? Math.min(1, Math.max(0, left / burst)) : 1)

/** From which share of the burst on which word holds; the last one always does. */
const levels = [
  { level: "plenty", from: 0.4, color: "bg-ui-tag-blue-icon" },
  { level: "low", from: 0.01, color: "bg-ui-tag-orange-icon" },
  { level: "empty", from: 0, color: "bg-ui-tag-orange-icon" },
] as const

const refilledAt = ({ left, burst, rate_per_second }: Budget): string | null =>
  left >= burst || rate_per_second <= 0
    ? null
    : new Date(Date.now() + ((burst - left) / rate_per_second) * 1000).toISOString()

function Operations({ budget }: { budget: Budget[] }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  return (
    <ul className="flex flex-col gap-y-1">
      {budget.map((one) => {
        const full = refilledAt(one)
        const numbers = {
          operation: one.operation,
          left: format.number(one.left),
          burst: format.number(one.burst),
        }
        return (
          <li key={one.operation}>
            {full
              ? t("accounts.budget.refilling", { ...numbers, when: format.relative(full) })
              : t("accounts.budget.full", numbers)}
          </li>
        )
      })}
    </ul>
  )
}

/**
 * How much may still be asked of the platform before its limit makes us wait: the scarcest operation as a bar and in words,
 * every operation in the tooltip.
 */
export function BudgetMeter({ budget }: { budget: Budget[] }) {
  const { t } = useTranslation("marketplaces")
  const [scarcest] = [...budget].sort((one, other) => shareOf(one) - shareOf(other))
  if (!scarcest) return <Text size="small">{t("accounts.budget.unlimited")}</Text>
  const share = shareOf(scarcest)
  const { level, color } = levels.find(({ from }) => share >= from) ?? levels[2]
  const percent = Math.round(share * 100)
  const words = t(`accounts.budget.level.${level}`)
  return (
    <Tooltip content={<Operations budget={budget} />} maxWidth={360}>
      <button
        type="button"
        className="focus-visible:shadow-borders-focus flex w-full max-w-48 cursor-default flex-col gap-y-2 rounded text-left outline-none"
      >
        <span className="txt-small">{words}</span>
        <span
          role="meter"
          aria-label={t("accounts.budget.title")}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuetext={words}
          className="bg-ui-bg-component-pressed block h-1.5 w-full overflow-hidden rounded-full"
        >
          <span
            className={clx("block h-full rounded-full", color)}
            style={{ width: `${Math.max(percent, 2)}%` }}
          />
        </span>
      </button>
    </Tooltip>
  )
}
