import { Checkbox, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Account, Order } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { OrderState } from "../shared/order-state-icon"
import { numberOf } from "./order-number"
import { ShipByCell } from "./ship-by"

const column = createDataTableColumnHelper<Order>()
const NOT_KNOWN = "–"

/** "Main store · Brazil": which account, and which of its marketplaces. */
function sellingPlace(order: Order, accounts: Account[]): string {
  const account = accounts.find(({ id }) => id === order.account_id)
  const site = account?.sites.find(({ external_id }) => external_id === order.marketplace)
  return [account?.name, site?.name ?? order.marketplace].filter(Boolean).join(" · ")
}

type Input = {
  accounts: Account[]
  /** Without it no row can be chosen. */
  selectable: boolean
  /** Where a row's link leads: this page with the order's drawer open. */
  linkTo: (id: string) => { search: string }
}

/** The columns of the list of marketplace orders. */
export function useOrderColumns({ accounts, selectable, linkTo }: Input) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  return useMemo(
    () => [
      ...(selectable ? [selectColumn(t)] : []),
      column.accessor("state", {
        header: t("orders.column.state"),
        cell: ({ row }) => <OrderState order={row.original} />,
        truncateTooltip: false,
      }),
      column.accessor("reference", {
        header: t("orders.column.reference"),
        cell: ({ row: { original } }) => (
          <span className="flex items-baseline gap-x-2">
            <Link
              id={rowLinkId(original.id)}
              to={linkTo(original.id)}
              onClick={(event) => event.stopPropagation()}
              className="text-ui-fg-base focus-visible:shadow-borders-focus rounded font-medium outline-none hover:underline"
            >
              {numberOf(original)}
            </Link>
            {original.number ? <span className="text-ui-fg-subtle">{original.reference}</span> : null}
          </span>
        ),
      }),
      column.accessor("total", {
        header: t("orders.column.total"),
        align: "right",
        cell: ({ row: { original } }) =>
          original.total && original.currency ? format.money(original.total, original.currency) : NOT_KNOWN,
      }),
      column.accessor((order) => order.problems.map(({ title }) => title).join(" · "), {
        id: "problem",
        header: t("orders.column.problem"),
        maxSize: 260,
      }),
      column.accessor("marketplace", {
        id: "account",
        header: t("orders.column.account"),
        // Not by the accessor: its value is kept with the row, and accounts may arrive after the orders.
        cell: ({ row }) => sellingPlace(row.original, accounts),
        maxSize: 260,
      }),
      column.accessor("placed_at", {
        header: t("orders.column.placed"),
        enableSorting: true,
        cell: ({ row }) => when(row.original.placed_at, format.instant),
      }),
      column.accessor("ship_by", {
        header: t("orders.column.shipBy"),
        enableSorting: true,
        cell: ({ row }) => <ShipByCell order={row.original} />,
      }),
      column.accessor("fulfilled_by", {
        header: t("orders.column.fulfilledBy"),
        cell: ({ row: { original } }) => (
          <>{original.fulfilled_by ? t(`orders.fulfilledBy.${original.fulfilled_by}`) : NOT_KNOWN}</>
        ),
      }),
      column.accessor("line_count", {
        header: t("orders.column.lines"),
        align: "right",
        cell: ({ row }) => format.number(row.original.line_count),
      }),
      column.accessor("updated_at", {
        header: t("orders.column.updated"),
        enableSorting: true,
        cell: ({ row }) => when(row.original.updated_at, format.instant),
      }),
    ],
    [accounts, selectable, linkTo, format, t],
  )
}

/** The link in an order's row: the drawer gives the focus back to it. */
export const rowLinkId = (orderId: string): string => `row-${orderId}`

const when = (instant: string | null, written: (at: string) => string): string =>
  instant ? written(instant) : NOT_KNOWN

/** Like Medusa's own column, but its boxes have names that a screen reader can say. */
const selectColumn = (t: (key: string, values?: Record<string, string>) => string) =>
  column.select({
    header: ({ table }) => (
      <Checkbox
        aria-label={t("orders.select.page")}
        checked={table.getIsSomePageRowsSelected() ? "indeterminate" : table.getIsAllPageRowsSelected()}
        onCheckedChange={(checked) => table.toggleAllPageRowsSelected(Boolean(checked))}
      />
    ),
    cell: ({ row }) => (
      <Checkbox
        aria-label={t("orders.select.one", { reference: numberOf(row.original) })}
        checked={row.getIsSelected()}
        disabled={!row.getCanSelect()}
        onClick={(event) => event.stopPropagation()}
        onCheckedChange={row.getToggleSelectedHandler()}
      />
    ),
  })
