import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import { usePersonName } from "../../../hooks/use-people"
import { isOver } from "../../../hooks/use-runs"
import type { Run } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { ProblemNote } from "../../shared/problem-note"
import { RunBar } from "../../shared/run-bar"

const colors = {
  queued: "grey",
  reading: "blue",
  importing: "blue",
  waiting_for_budget: "orange",
  done: "green",
  failed: "red",
} as const satisfies Record<Run["step"], string>

/** In the order in which they are told. */
const countNames = [
  "imported",
  "review",
  "blocked",
  "waiting",
  "already_there",
  "canceled",
  "ignored",
] as const satisfies (keyof Run["counts"])[]

function Progress({ run }: { run: Run }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  return (
    <div className="flex items-center gap-x-3">
      <RunBar run={run} className="bg-ui-bg-component-pressed h-1.5 w-full max-w-xs" />
      <Text size="xsmall" className="text-ui-fg-subtle shrink-0">
        {t("import.progress.done", { done: format.number(run.done), total: format.number(run.total) })}
      </Text>
    </div>
  )
}

/** What was asked for: what is new, a period, or single orders. */
function useSubject() {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const format = useFormat()
  return ({ kind, from, to, references }: Run): string => {
    if (kind === "period" && from && to) {
      return t("account.runs.kind.period", { from: format.instant(from), to: format.instant(to) })
    }
    return t(`account.runs.kind.${kind}`, countOf(references?.length ?? 0))
  }
}

/** One import: when and by whom, how far it is, and what became of its orders. */
export function RunLine({ run }: { run: Run }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const subject = useSubject()
  const personName = usePersonName()
  const counts = countNames.filter((name) => run.counts[name] > 0)
  const who = run.requested_by
    ? (personName(run.requested_by) ?? t("account.actor.person"))
    : t("account.actor.schedule")
  return (
    <li className="flex flex-col gap-y-2 px-6 py-3" data-run={run.id}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <div className="min-w-0">
          <Text size="small" weight="plus">
            {subject(run)}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("account.runs.when", { at: format.instant(run.created_at), who })}
          </Text>
        </div>
        <StatusBadge color={colors[run.step]}>{t(`account.runs.step.${run.step}`)}</StatusBadge>
      </div>
      {isOver(run) ? (
        <Text size="small" className="text-ui-fg-subtle">
          {counts.length
            ? counts
                .map((name) => `${t(`import.count.${name}`)}: ${format.number(run.counts[name])}`)
                .join(" · ")
            : t("account.runs.nothing")}
        </Text>
      ) : (
        <Progress run={run} />
      )}
      {run.step === "waiting_for_budget" && run.resume_at ? (
        <Text size="small">{t("import.progress.resumes", { at: format.instant(run.resume_at) })}</Text>
      ) : null}
      {run.problem ? <ProblemNote problem={run.problem} /> : null}
      {run.unread.map(({ reference, problem }) => (
        <ProblemNote key={reference} problem={problem} />
      ))}
    </li>
  )
}
