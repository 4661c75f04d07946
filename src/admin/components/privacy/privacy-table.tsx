import { DataTable, useDataTable } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import { usePrivacyRecords } from "../../hooks/use-privacy"
import { useTableTexts } from "../../hooks/use-table-texts"
import type { Account, PrivacyRecord } from "../../lib/answers"
import { severalIn } from "../orders/list-query"
import { ChoiceFilter } from "../shared/choice-filter"
import { EmptyList } from "../shared/empty-list"
import { LoadFailure } from "../shared/load-failure"
import { usePrivacyColumns } from "./use-privacy-columns"

const NO_RECORDS: PrivacyRecord[] = []
const kinds = [
  "customer_redact",
  "store_redact",
  "customer_data",
  "expiry",
] as const satisfies PrivacyRecord["kind"][]

type PrivacyTableProps = { list: ListUrl; accounts: Account[]; canAnswer: boolean }

/** The records, the newest first. They say what was done, never of whom. */
export function PrivacyTable({ list, accounts, canAnswer }: PrivacyTableProps) {
  const { t } = useTranslation("marketplaces")
  const texts = useTableTexts()
  const kind = list.valueOf("kind")
  const { data, error, isLoading, refetch } = usePrivacyRecords({
    kind,
    limit: list.limit,
    offset: list.offset,
  })
  const columns = usePrivacyColumns(accounts, canAnswer)
  const instance = useDataTable<PrivacyRecord>({
    data: data?.privacy_requests ?? NO_RECORDS,
    rowCount: data?.count ?? 0,
    columns,
    isLoading,
    getRowId: ({ id }) => id,
    autoResetPageIndex: false,
    pagination: list.pagination,
  })
  if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />

  const why = kind ? "notFound" : "nothing"
  const empty = {
    custom: (
      <EmptyList
        why={why}
        title={t(`privacy.empty.${why}.title`)}
        text={t(`privacy.empty.${why}.text`)}
        clear={t("privacy.filter.clear")}
        onReset={() => list.change({ kind: "" })}
      />
    ),
  }
  return (
    <DataTable instance={instance}>
      <DataTable.Toolbar className="flex flex-wrap items-center gap-2">
        <ChoiceFilter
          label={t("privacy.filter.kind")}
          options={kinds.map((value) => ({ value, label: t(`privacy.kind.${value}`) }))}
          chosen={severalIn(kind)}
          onChange={(chosen) => list.change({ kind: chosen.join(",") })}
        />
      </DataTable.Toolbar>
      <DataTable.Table emptyState={{ empty, filtered: empty }} />
      <DataTable.Pagination translations={texts.pagination} />
    </DataTable>
  )
}
