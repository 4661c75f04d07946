import { DataTable, Text, useDataTable } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import { useBalances } from "../../hooks/use-movements"
import type { Account, Balance } from "../../lib/answers"
import { TableRows } from "../shared/table-rows"
import { balanceFilterNames, isNarrowed, toBalancesQuery } from "./list-query"
import { MovementFilters } from "./movement-filters"
import { NoMovements } from "./no-movements"
import { useBalanceColumns } from "./use-balance-columns"

const NO_BALANCES: Balance[] = []
const NO_ACCOUNTS: Account[] = []

/** Of everything that moved in a period: what each location held before, what moved, and what it held after. */
export function BalancesTable({ list, accounts }: { list: ListUrl; accounts: Account[] | undefined }) {
  const { t } = useTranslation("marketplaces")
  const answer = useBalances({
    ...toBalancesQuery(list.valueOf),
    limit: list.limit,
    offset: list.offset,
  })
  const columns = useBalanceColumns()
  const instance = useDataTable<Balance>({
    data: answer.data?.balances ?? NO_BALANCES,
    rowCount: answer.data?.count ?? 0,
    columns,
    isLoading: answer.isLoading,
    getRowId: (balance) => `${balance.inventory_item_id} ${balance.location.id}`,
    autoResetPageIndex: false,
    pagination: list.pagination,
  })

  const reset = () => list.change(Object.fromEntries(balanceFilterNames.map((name) => [name, ""])))
  const isFiltered = isNarrowed(list.valueOf, balanceFilterNames)
  const why = accounts?.length === 0 ? "noAccount" : isFiltered ? "notFound" : "nothingInPeriod"
  const empty = { custom: <NoMovements why={why} onReset={reset} /> }
  const hasPeriod = list.valueOf("from") || list.valueOf("to")
  return (
    <DataTable instance={instance}>
      <DataTable.Toolbar className="flex flex-col items-start gap-y-3">
        <MovementFilters list={list} accounts={accounts ?? NO_ACCOUNTS} names={balanceFilterNames} />
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {hasPeriod ? null : `${t("movements.balances.lastDays")} `}
          {t("movements.balances.help")}
        </Text>
      </DataTable.Toolbar>
      <TableRows answer={answer} empty={empty} />
    </DataTable>
  )
}
