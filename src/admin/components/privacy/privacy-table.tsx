import { DataTable, useDataTable } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import { usePrivacyRecords } from "../../hooks/use-privacy"
import type { Account, PrivacyRecord } from "../../lib/answers"
import { severalIn } from "../orders/list-query"
import { ChoiceFilter } from "../shared/choice-filter"
import { EmptyList } from "../shared/empty-list"
import { TableRows } from "../shared/table-rows"
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
  const kind = list.valueOf("kind")
  const answer = usePrivacyRecords({
    kind,
    limit: list.limit,
    offset: list.offset,
  })
  const columns = usePrivacyColumns(accounts, canAnswer)
  const instance = useDataTable<PrivacyRecord>({
    data: answer.data?.privacy_requests ?? NO_RECORDS,
    rowCount: answer.data?.count ?? 0,
    columns,
    isLoading: answer.isLoading,
    getRowId: ({ id }) => id,
    autoResetPageIndex: false,
    pagination: list.pagination,
  })

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
      <TableRows answer={answer} empty={empty} />
    </DataTable>
  )
}
