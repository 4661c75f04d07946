import { Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Account, Page, Run } from "../../../lib/answers"
import { useAnswer } from "../../../lib/query"
import { LoadFailure } from "../../shared/load-failure"
import { ListPagination } from "../list-pagination"
import { Section } from "../section"
import { NothingNewLine } from "./nothing-new-line"
import { RunLine } from "./run-line"
import { timelineOf } from "./timeline"

/** Imports a page, not lines: most of a calm day's fold into few. */
const LIMIT = 20
const SECOND = 1000
const goesOn = ({ state }: Run): boolean => state === "queued" || state === "running"

/** What was imported when, the newest first; followed closely while an import goes on. */
export function RunsSection({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useAnswer<Page<"runs", Run>>("runs", {
    query: { account_id: account.id, limit: LIMIT, offset },
    keepPrevious: true,
    refetchInterval: (answer) => (account.syncing || answer?.runs.some(goesOn) ? SECOND : 15 * SECOND),
  })
  return (
    <Section title={t("account.runs.title")} help={t("account.runs.help")}>
      {data ? (
        <>
          <ol className="divide-y" aria-label={t("account.runs.title")}>
            {timelineOf(data.runs).map((line) =>
              "run" in line ? (
                <RunLine key={line.run.id} run={line.run} />
              ) : (
                <NothingNewLine key={line.nothingNew[0]?.id} runs={line.nothingNew} />
              ),
            )}
          </ol>
          {data.count ? null : (
            <Text size="small" className="text-ui-fg-subtle px-6 py-4">
              {t("account.runs.empty")}
            </Text>
          )}
          <ListPagination count={data.count} limit={LIMIT} offset={offset} onChange={setOffset} />
        </>
      ) : error ? (
        <LoadFailure error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton className="m-6 h-24" aria-label={t("common.loading")} />
      )}
    </Section>
  )
}
