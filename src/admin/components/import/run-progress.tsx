import { Alert, Button, Heading, Skeleton, Text } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { isOver, useRun } from "../../hooks/use-runs"
import type { Run } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { useRefresh } from "../../lib/query"
import { LoadFailure } from "../shared/load-failure"
import { ProblemNote } from "../shared/problem-note"
import { RunBar } from "../shared/run-bar"
import { RunResults } from "./run-results"

type CountName = keyof Run["counts"]
const countNames: CountName[] = [
  "imported",
  "already_there",
  "review",
  "waiting",
  "blocked",
  "ignored",
  "canceled",
]

/** An import while it goes on and after it: step, orders done of total, counts, and what became of each order. */
export function RunProgress({
  runId,
  onAnother,
  onClose,
}: {
  runId: string
  onAnother: () => void
  onClose: () => void
}) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const { data, error, refetch } = useRun(runId)
  const refresh = useRefresh()
  const over = data !== undefined && isOver(data.run)
  // Lists behind the dialog, and the results in it, were last read while orders were still being imported.
  useEffect(() => {
    if (over) refresh()
  }, [over, refresh])

  if (!data) {
    return error ? (
      <LoadFailure error={error} onRetry={() => refetch()} />
    ) : (
      <Skeleton className="h-24 w-full" aria-label={t("common.loading")} />
    )
  }
  const { run } = data
  const shown = countNames.filter((name) => run.counts[name] > 0)

  return (
    <div className="flex flex-col gap-y-6" data-run={run.id} data-state={run.state}>
      <section className="flex flex-col gap-y-2" aria-live="polite">
        <div className="flex flex-wrap items-baseline justify-between gap-2">
          <Heading level="h2">{t(`import.step.${run.step}`)}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("import.progress.done", { done: format.number(run.done), total: format.number(run.total) })}
          </Text>
        </div>
        <RunBar run={run} className="bg-ui-bg-component h-2 w-full" />
        {run.from && run.to ? (
          <Text size="small" className="text-ui-fg-subtle">
            {t("import.preview.period", { from: format.instant(run.from), to: format.instant(run.to) })}
          </Text>
        ) : null}
        {run.step === "waiting_for_budget" && run.resume_at ? (
          <Text size="small">{t("import.progress.resumes", { at: format.instant(run.resume_at) })}</Text>
        ) : null}
        {over ? null : (
          <Text size="small" className="text-ui-fg-subtle">
            {t("import.progress.goesOn")}
          </Text>
        )}
      </section>
      {run.problem ? <ProblemNote problem={run.problem} /> : null}
      {shown.length ? (
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {shown.map((name) => (
            <div key={name} className="border-ui-border-base rounded-lg border p-3" data-count={name}>
              <dt>
                <Text size="small" className="text-ui-fg-subtle">
                  {t(`import.count.${name}`)}
                </Text>
              </dt>
              <dd>
                <Text size="xlarge" weight="plus">
                  {format.number(run.counts[name])}
                </Text>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {run.state === "done" && !run.total && !run.unread.length ? (
        <Alert variant="info">{t("import.progress.nothing")}</Alert>
      ) : null}
      {run.unread.map(({ reference, problem }) => (
        <ProblemNote key={reference} problem={problem} />
      ))}
      <RunResults run={run} />
      <div className="flex justify-end gap-2">
        {over ? (
          <Button size="small" variant="secondary" onClick={onAnother}>
            {t("import.progress.another")}
          </Button>
        ) : null}
        <Button size="small" onClick={onClose}>
          {t("common.close")}
        </Button>
      </div>
    </div>
  )
}
