import { Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import { usePersonName } from "../../../hooks/use-people"
import type { Account, HistoryEntry, Page } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { useAnswer } from "../../../lib/query"
import { LoadFailure } from "../../shared/load-failure"
import { ListPagination } from "../list-pagination"
import { Section } from "../section"
import { sentenceOf } from "./history-sentence"

const LIMIT = 10

/** Fields of the account itself; its settings and marketplaces have places of their own. */
const ownFields = ["name", "activated_at", "credentials"] as const

/** The words for a field that was changed: "settings.team", "sites.A1", "name". */
function useFieldName(account: Account) {
  const { t } = useTranslation("marketplaces")
  const settings = Object.keys(account.settings) as (keyof Account["settings"])[]
  return (path: string): string => {
    const [place, name = ""] = path.split(/\.(.*)/s)
    const field =
      place === "settings" ? settings.find((one) => one === name) : ownFields.find((own) => own === place)
    if (field) return t(`account.label.${field}`)
    return account.sites.find(({ external_id }) => external_id === name)?.name ?? path
  }
}

function HistoryLine({
  account,
  entry,
  platform,
}: {
  account: Account
  entry: HistoryEntry
  platform: string
}) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const countOf = useCount()
  const personName = usePersonName()
  const fieldName = useFieldName(account)
  const { sentence, values, fields } = sentenceOf(entry)
  const { from, to } = values
  const who = {
    person: personName(entry.actor_id) ?? t("account.actor.person"),
    schedule: t("account.actor.schedule"),
    platform,
  }[entry.actor]
  return (
    <li className="flex flex-col gap-y-1 px-6 py-3" data-event={entry.event}>
      <Text size="small" className="break-words">
        {t(`account.event.${sentence}`, {
          ...values,
          ...(values.count === undefined ? {} : countOf(values.count)),
          from: from && format.instant(from),
          to: to && format.instant(to),
          fields: fields?.map(fieldName).join(", "),
        })}
      </Text>
      {entry.problems.map((problem) => (
        <Text key={problem.code} size="small" className="text-ui-fg-subtle">
          {problem.title}
        </Text>
      ))}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("account.runs.when", { at: format.instant(entry.at), who })}
      </Text>
    </li>
  )
}

/** What happened to the account, line by line, the newest first. */
export function HistorySection({ account, platform }: { account: Account; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useAnswer<Page<"history", HistoryEntry>>(
    `accounts/${account.id}/history`,
    {
      query: { limit: LIMIT, offset },
      keepPrevious: true,
    },
  )
  return (
    <Section title={t("account.history.title")}>
      {data ? (
        <>
          <ol className="divide-y" aria-label={t("account.history.title")}>
            {data.history.map((entry) => (
              <HistoryLine key={entry.id} account={account} entry={entry} platform={platform} />
            ))}
          </ol>
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
