import { Checkbox, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useAccounts } from "../../hooks/use-accounts"
import type { Dispatch } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { numberOf } from "../orders/order-number"
import { drawerPath } from "../orders/order-path"
import { DispatchStanding } from "../shared/dispatch-standing-icon"
import { carrierNameOf, rowLinkId } from "./shipment-path"
import { ShipmentSolution } from "./shipment-solution"

const column = createDataTableColumnHelper<Dispatch>()
const NOT_KNOWN = "–"
const linkLook = "text-ui-fg-base focus-visible:shadow-borders-focus rounded outline-none hover:underline"

/** Reads the accounts itself: columns that changed with them would be drawn anew, and close what is open in a row. */
function AccountName({ id }: { id: string }) {
  const { data } = useAccounts()
  return <>{data?.accounts.find((account) => account.id === id)?.name ?? NOT_KNOWN}</>
}

type Input = {
  /** The list of one account has no column for it. */
  ofOneAccount: boolean
  /** Without it no row can be chosen. */
  selectable: boolean
  /** Where a row's link leads: this page with the shipment's drawer open. */
  linkTo: (id: string) => { search: string }
}

/** The columns of a list of shipments. */
export function useShipmentColumns({ ofOneAccount, selectable, linkTo }: Input) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  return useMemo(() => {
    const at = (instant: string | null) => (instant ? format.instant(instant) : NOT_KNOWN)
    return [
      ...(selectable ? [selectColumn(t)] : []),
      column.accessor("standing", {
        header: t("shipping.column.standing"),
        cell: ({ row: { original } }) => (
          <DispatchStanding
            dispatch={original}
            solution={
              original.problem ? (
                <ShipmentSolution shipment={original} problem={original.problem} />
              ) : undefined
            }
          />
        ),
        truncateTooltip: false,
      }),
      column.accessor("reference", {
        header: t("shipping.column.order"),
        cell: ({ row: { original } }) =>
          original.marketplace_order_id ? (
            <Link
              to={drawerPath(original.marketplace_order_id)}
              onClick={(event) => event.stopPropagation()}
              className={`${linkLook} font-medium`}
            >
              {numberOf(original)}
            </Link>
          ) : (
            NOT_KNOWN
          ),
      }),
      column.accessor("package_number", {
        header: t("shipping.column.package"),
        cell: ({ row: { original } }) => (
          <Link
            id={rowLinkId(original.id)}
            to={linkTo(original.id)}
            onClick={(event) => event.stopPropagation()}
            className={linkLook}
          >
            {t("shipping.package", { number: format.number(original.package_number ?? 1) })}
          </Link>
        ),
      }),
      column.accessor((shipment) => carrierNameOf(shipment) ?? NOT_KNOWN, {
        id: "carrier",
        header: t("shipping.column.carrier"),
      }),
      column.accessor(({ shipment }) => shipment?.tracking_number ?? NOT_KNOWN, {
        id: "tracking",
        header: t("shipping.column.tracking"),
      }),
      column.accessor(({ problem }) => problem?.title ?? "", {
        id: "problem",
        header: t("shipping.column.problem"),
        cell: ({ row: { original } }) => original.problem?.title ?? whyHeld(original, t),
        maxSize: 260,
      }),
      ...(ofOneAccount
        ? []
        : [
            column.accessor("account_id", {
              header: t("shipping.column.account"),
              cell: ({ getValue }) => <AccountName id={getValue()} />,
              maxSize: 200,
            }),
          ]),
      column.accessor("attempted_at", {
        header: t("shipping.column.lastTry"),
        cell: ({ getValue }) => at(getValue()),
      }),
      column.accessor("next_attempt_at", {
        header: t("shipping.column.nextTry"),
        cell: ({ row: { original } }) => at(original.held_by ? null : original.next_attempt_at),
      }),
      column.accessor("created_at", {
        header: t("shipping.column.created"),
        enableSorting: true,
        cell: ({ getValue }) => at(getValue()),
      }),
      column.accessor("updated_at", {
        header: t("shipping.column.updated"),
        enableSorting: true,
        cell: ({ getValue }) => at(getValue()),
      }),
    ]
  }, [ofOneAccount, selectable, linkTo, format, t])
}

type Translate = ReturnType<typeof useTranslation<"marketplaces">>["t"]

/** Why nothing happens to a shipment that has no problem, in a few words. */
const whyHeld = ({ held_by }: Dispatch, t: Translate): string =>
  held_by ? t(`shipping.heldShort.${held_by}`) : ""

/** Like Medusa's own column, but its boxes have names that a screen reader can say. */
const selectColumn = (t: Translate) =>
  column.select({
    header: ({ table }) => (
      <Checkbox
        aria-label={t("shipping.select.page")}
        checked={table.getIsSomePageRowsSelected() ? "indeterminate" : table.getIsAllPageRowsSelected()}
        onCheckedChange={(checked) => table.toggleAllPageRowsSelected(Boolean(checked))}
      />
    ),
    cell: ({ row }) => (
      <Checkbox
        aria-label={t("shipping.select.one", {
          reference: numberOf(row.original),
          number: row.original.package_number,
        })}
        checked={row.getIsSelected()}
        disabled={!row.getCanSelect()}
        onClick={(event) => event.stopPropagation()}
        onCheckedChange={row.getToggleSelectedHandler()}
      />
    ),
  })
