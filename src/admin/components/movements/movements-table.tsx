import { DataTable, useDataTable } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import { useMovements } from "../../hooks/use-movements"
import type { Account, Movement } from "../../lib/answers"
import { TableRows } from "../shared/table-rows"
import { filterNames, isNarrowed, toMovementsQuery } from "./list-query"
import { MovementFilters } from "./movement-filters"
import { NoMovements } from "./no-movements"
import { useMovementColumns } from "./use-movement-columns"

const NO_MOVEMENTS: Movement[] = []
const NO_ACCOUNTS: Account[] = []
const narrowing = [...filterNames, "q"]

type TableProps = {
  list: ListUrl
  /** Undefined while they are not known. */
  accounts: Account[] | undefined
}

/** Every change of a level that a platform or a transfer caused, the newest first. */
export function MovementsTable({ list, accounts }: TableProps) {
  const { t } = useTranslation("marketplaces")
  const answer = useMovements({
    ...toMovementsQuery(list.valueOf),
    limit: list.limit,
    offset: list.offset,
  })
  const columns = useMovementColumns(accounts ?? NO_ACCOUNTS)
  const instance = useDataTable<Movement>({
    data: answer.data?.movements ?? NO_MOVEMENTS,
    rowCount: answer.data?.count ?? 0,
    columns,
    isLoading: answer.isLoading,
    getRowId: ({ id }) => id,
    autoResetPageIndex: false,
    search: list.search,
    pagination: list.pagination,
  })

  const reset = () => list.change(Object.fromEntries(narrowing.map((name) => [name, ""])))
  const isFiltered = isNarrowed(list.valueOf, narrowing)
  const why = accounts?.length === 0 ? "noAccount" : isFiltered ? "notFound" : "nothing"
  const empty = { custom: <NoMovements why={why} onReset={reset} /> }
  return (
    <DataTable instance={instance}>
      <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-2">
        <MovementFilters list={list} accounts={accounts ?? NO_ACCOUNTS} names={filterNames} />
        <DataTable.Search placeholder={t("movements.searchShort")} aria-label={t("movements.search")} />
      </DataTable.Toolbar>
      <TableRows answer={answer} empty={empty} />
    </DataTable>
  )
}
