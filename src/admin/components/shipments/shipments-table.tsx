import { DataTable, useDataTable } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate, useSearchParams } from "react-router-dom"
import { useChosenRows } from "../../hooks/use-chosen-rows"
import { useDispatches } from "../../hooks/use-dispatches"
import { useListUrl } from "../../hooks/use-list-url"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account, Dispatch } from "../../lib/answers"
import { parseSorting, writeSorting } from "../orders/list-query"
import { SelectionBar } from "../shared/selection-bar"
import { TableRows } from "../shared/table-rows"
import { DEFAULT_SORTING, filterNames, isNarrowed, toShipmentsQuery } from "./list-query"
import { NoShipments } from "./no-shipments"
import { ShipmentDrawer } from "./shipment-drawer"
import { ShipmentFilters } from "./shipment-filters"
import { useActOnShipments } from "./use-act-on-shipments"
import { useShipmentColumns } from "./use-shipment-columns"

const NO_SHIPMENTS: Dispatch[] = []
const shortcuts = [
  ["retry", "r"],
  ["withdraw", "w"],
] as const

type ShipmentsTableProps = {
  /** What can be filtered by; undefined while it is not known, and in the list of one account. */
  accounts?: Account[]
  /** Only the shipments of one account. */
  accountId?: string
  pageSize: number
}

/** Shipments that platforms are told of: how each stands, and what many of them need at once. All of it is kept in the address. */
export function ShipmentsTable({ accounts, accountId, pageSize }: ShipmentsTableProps) {
  const { t } = useTranslation("marketplaces")
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const list = useListUrl(pageSize)
  const { operate } = useMarketplacePermissions()
  const { act } = useActOnShipments()
  const answer = useDispatches({
    ...toShipmentsQuery(list.valueOf, accountId),
    limit: list.limit,
    offset: list.offset,
  })

  const open = params.get("shipment")
  const linkTo = useCallback(
    (id: string | null) => {
      const next = new URLSearchParams(params)
      if (id) next.set("shipment", id)
      else next.delete("shipment")
      return { search: next.toString() }
    },
    [params],
  )
  const columns = useShipmentColumns({ ofOneAccount: accountId !== undefined, selectable: operate, linkTo })
  const shipments = answer.data?.dispatches ?? NO_SHIPMENTS
  const chosen = useChosenRows(shipments)
  const commands = shortcuts.map(([action, shortcut]) => ({
    label: t(`shipping.action.${action}`),
    shortcut,
    action: () => act(action, chosen.ids, chosen.clear),
  }))

  const instance = useDataTable<Dispatch>({
    data: shipments,
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
      state: parseSorting(list.valueOf("sort"), DEFAULT_SORTING),
      // The third click on a header takes the sorting away.
      onSortingChange: (sorting) => list.change({ sort: sorting ? writeSorting(sorting) : "" }),
    },
  })

  const reset = () => list.change(Object.fromEntries([...filterNames, "q"].map((name) => [name, ""])))
  const why = accounts?.length === 0 ? "noAccount" : isNarrowed(list.valueOf) ? "notFound" : "nothing"
  const empty = { custom: <NoShipments why={why} onReset={reset} /> }

  return (
    <>
      <DataTable instance={instance}>
        <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-2">
          <ShipmentFilters list={list} accounts={accounts} />
          <DataTable.Search placeholder={t("shipping.search")} aria-label={t("shipping.search")} />
        </DataTable.Toolbar>
        <TableRows answer={answer} empty={empty} />
      </DataTable>
      {/* Letters are the commands' keys: behind an open drawer they must do nothing. */}
      <SelectionBar count={chosen.ids.length} commands={operate && !open ? commands : []} />
      <ShipmentDrawer id={open} onClose={() => void navigate(linkTo(null))} />
    </>
  )
}
