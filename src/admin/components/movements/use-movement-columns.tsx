import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Account, Movement } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { GoodsCell } from "./goods-cell"
import { MovementReason } from "./movement-reason"
import { ReferenceLink } from "./reference-link"
import { SignedQuantity } from "./signed-quantity"

const column = createDataTableColumnHelper<Movement>()
const NOT_KNOWN = "–"

/** The marketplace's name as its account has it. */
function marketplaceOf({ account_id, marketplace }: Movement, accounts: Account[]): string {
  const account = accounts.find(({ id }) => id === account_id)
  const site = account?.sites.find(({ external_id }) => external_id === marketplace)
  return site?.name ?? marketplace ?? NOT_KNOWN
}

/** The columns of the list of stock movements. */
export function useMovementColumns(accounts: Account[]) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  return useMemo(
    () => [
      column.accessor("at", {
        header: t("movements.column.at"),
        cell: ({ getValue }) => format.instant(getValue()),
      }),
      column.accessor("variant", {
        header: t("movements.column.product"),
        cell: ({ row }) => <GoodsCell goods={row.original} />,
        truncateTooltip: false,
        maxSize: 300,
      }),
      column.accessor("reason", {
        header: t("movements.column.reason"),
        cell: ({ getValue }) => <MovementReason reason={getValue()} />,
        truncateTooltip: false,
      }),
      column.accessor("quantity", {
        header: t("movements.column.quantity"),
        align: "right",
        cell: ({ getValue }) => <SignedQuantity value={getValue()} />,
      }),
      column.accessor("balance", {
        header: t("movements.column.balance"),
        align: "right",
        cell: ({ row: { original } }) =>
          original.balance === null ? NOT_KNOWN : format.number(original.balance),
      }),
      column.accessor("reference", {
        header: t("movements.column.reference"),
        cell: ({ row }) => <ReferenceLink movement={row.original} />,
      }),
      column.accessor(({ location }) => location.name ?? location.id, {
        id: "location",
        header: t("movements.column.location"),
        maxSize: 200,
      }),
      column.accessor("marketplace", {
        header: t("movements.column.marketplace"),
        // Not by the accessor: its value is kept with the row, and accounts may arrive after the movements.
        cell: ({ row }) => marketplaceOf(row.original, accounts),
      }),
      column.accessor("listing_key", {
        header: t("movements.column.listing"),
        cell: ({ getValue }) => getValue() ?? NOT_KNOWN,
        maxSize: 200,
      }),
      column.accessor("account_id", {
        header: t("movements.column.account"),
        cell: ({ row }) => accounts.find(({ id }) => id === row.original.account_id)?.name ?? NOT_KNOWN,
        maxSize: 200,
      }),
    ],
    [accounts, format, t],
  )
}
