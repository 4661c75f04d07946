import { ChevronDownMini } from "@medusajs/icons"
import { Button, DatePicker, Label, Popover } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useFormat } from "../../lib/format"
import { dayOf, dayStart } from "./list-query"

type Days = { from: string; to: string }
const PRESETS = [7, 30, 90]

const dateOf = (day: string): Date | undefined => {
  const start = dayStart(day)
  return start ? new Date(start) : undefined
}

type PeriodFilterProps = { label: string; period: Days; onChange: (period: Days) => void }

/** When something happened: the last days, or from a day to a day. */
export function PeriodFilter({ label, period, onChange }: PeriodFilterProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const format = useFormat()
  const shown = (day: string) => {
    const start = dayStart(day)
    return start ? format.day(start) : null
  }
  const [from, to] = [shown(period.from), shown(period.to)]
  const summary =
    from && to
      ? t("orders.filter.fromTo", { from, to })
      : from
        ? t("orders.filter.since", { from })
        : to
          ? t("orders.filter.until", { to })
          : null
  const lastDays = (days: number): Days => {
    const now = new Date()
    return { from: dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days)), to: "" }
  }
  return (
    <Popover>
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary" type="button" className="max-w-full">
          <span className={summary ? "text-ui-fg-subtle" : undefined}>{label}</span>
          {summary ? <span className="truncate">{summary}</span> : null}
          <ChevronDownMini className="text-ui-fg-muted" />
        </Button>
      </Popover.Trigger>
      <Popover.Content align="start" aria-label={label} className="flex flex-col gap-y-3 p-3">
        <div className="flex flex-wrap gap-2">
          {PRESETS.map((days) => (
            <Button key={days} size="small" variant="secondary" onClick={() => onChange(lastDays(days))}>
              {t("orders.filter.lastDays", countOf(days))}
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-3">
          {(["from", "to"] as const).map((end) => (
            <div key={end} className="flex min-w-36 flex-col gap-y-1">
              <Label size="xsmall" id={`period-${end}`}>
                {t(`orders.filter.${end}`)}
              </Label>
              <DatePicker
                size="small"
                aria-labelledby={`period-${end}`}
                value={dateOf(period[end])}
                minValue={end === "to" ? dateOf(period.from) : undefined}
                maxValue={end === "from" ? dateOf(period.to) : undefined}
                onChange={(date) => onChange({ ...period, [end]: date ? dayOf(date) : "" })}
              />
            </div>
          ))}
        </div>
      </Popover.Content>
    </Popover>
  )
}
