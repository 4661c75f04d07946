import { Container, DataTable, Heading, useDataTable } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate, useSearchParams } from "react-router-dom"
import { useAccounts } from "../../hooks/use-accounts"
import { useChosenRows } from "../../hooks/use-chosen-rows"
import { useListUrl } from "../../hooks/use-list-url"
import { useOrders } from "../../hooks/use-orders"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { useOpenRuns } from "../../hooks/use-runs"
import type { Account, Order } from "../../lib/answers"
import { ImportButtons } from "../import/import-buttons"
import { NoPermission } from "../shared/no-permission"
import { SelectionBar } from "../shared/selection-bar"
import { TableRows } from "../shared/table-rows"
import { filterNames, isNarrowed, parseSorting, toOrdersQuery, writeSorting } from "./list-query"
import { NoOrders } from "./no-orders"
import { OrderDrawer } from "./order-drawer"
import { OrderFilters } from "./order-filters"
import { useBatchCommands } from "./use-batch-commands"
import { useOrderColumns } from "./use-order-columns"

const PAGE_SIZE = 20
const NO_ACCOUNTS: Account[] = []
const NO_ORDERS: Order[] = []

/** The inbox: every order that the connected platforms have told of, what became of it, and what stands in its way. */
export function OrdersPage() {
  const { t } = useTranslation("marketplaces")
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const list = useListUrl(PAGE_SIZE)
  const permissions = useMarketplacePermissions()

  const { data: accountsAnswer } = useAccounts()
  const { data: openRuns } = useOpenRuns()
  const accounts = accountsAnswer?.accounts ?? NO_ACCOUNTS
  const answer = useOrders(
    { ...toOrdersQuery(list.valueOf), limit: list.limit, offset: list.offset },
    Boolean(openRuns?.count) || accounts.some(({ syncing }) => syncing),
  )

  const openOrder = params.get("order")
  const linkTo = useCallback(
    (id: string | null) => {
      const next = new URLSearchParams(params)
      if (id) next.set("order", id)
      else next.delete("order")
      return { search: next.toString() }
    },
    [params],
  )
  const columns = useOrderColumns({ accounts, selectable: permissions.operate, linkTo })
  const orders = answer.data?.orders ?? NO_ORDERS
  const chosen = useChosenRows(orders)
  const batch = useBatchCommands(chosen.ids, { orderOf: chosen.rowOf, onDone: chosen.clear })

  const instance = useDataTable<Order>({
    data: orders,
    rowCount: answer.data?.count ?? 0,
    columns,
    isLoading: answer.isLoading,
    getRowId: ({ id }) => id,
    onRowClick: (_event, { id }) => void navigate(linkTo(id)),
    rowSelection: chosen.rowSelection,
    autoResetPageIndex: false,
    search: list.search,
    pagination: list.pagination,
    sorting: {
      state: parseSorting(list.valueOf("sort")),
      // The third click on a header takes the sorting away: back to the newest first.
      onSortingChange: (sorting) => list.change({ sort: sorting ? writeSorting(sorting) : "" }),
    },
  })

  if (!permissions.isLoading && !permissions.see) return <NoPermission />

  const reset = () => list.change(Object.fromEntries([...filterNames, "q"].map((name) => [name, ""])))
  const why = accountsAnswer?.count === 0 ? "noAccount" : isNarrowed(list.valueOf) ? "notFound" : "nothing"
  const empty = { custom: <NoOrders why={why} onReset={reset} /> }

  return (
    <>
      <Container className="divide-y overflow-hidden p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <Heading>{t("shell.orders")}</Heading>
          <div className="flex flex-wrap items-center gap-2">
            <ImportButtons />
          </div>
        </div>
        <DataTable instance={instance}>
          <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-2">
            <OrderFilters list={list} accounts={accounts} />
            <DataTable.Search placeholder={t("orders.search")} aria-label={t("orders.search")} />
          </DataTable.Toolbar>
          <TableRows answer={answer} empty={empty} />
        </DataTable>
      </Container>
      {/* Letters are the commands' keys: behind an open drawer they must do nothing. */}
      <SelectionBar
        count={chosen.ids.length}
        commands={permissions.operate && !openOrder ? batch.commands : []}
      />
      {batch.dialog}
      <OrderDrawer id={openOrder} onClose={() => void navigate(linkTo(null))} />
    </>
  )
}
