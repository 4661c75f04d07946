import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Balance } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { GoodsCell } from "./goods-cell"
import { SignedQuantity } from "./signed-quantity"

const column = createDataTableColumnHelper<Balance>()
const NOT_KNOWN = "–"

/** The columns of the balances: opening + moved (+ changed elsewhere) = closing. */
export function useBalanceColumns() {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  return useMemo(() => {
    const level = (value: number | null) => (value === null ? NOT_KNOWN : format.number(value))
    return [
      column.accessor("variant", {
        header: t("movements.column.product"),
        cell: ({ row }) => <GoodsCell goods={row.original} />,
        truncateTooltip: false,
        maxSize: 300,
      }),
      column.accessor("location", {
        header: t("movements.column.location"),
        cell: ({ row: { original } }) => original.location.name ?? original.location.id,
      }),
      column.accessor("listing_keys", {
        header: t("movements.column.listing"),
        cell: ({ row: { original } }) => original.listing_keys.join(", ") || NOT_KNOWN,
        maxSize: 200,
      }),
      column.accessor("opening", {
        header: t("movements.column.opening"),
        align: "right",
        cell: ({ row: { original } }) => level(original.opening),
      }),
      column.accessor("moved", {
        header: t("movements.column.moved"),
        align: "right",
        cell: ({ row: { original } }) => <SignedQuantity value={original.moved} />,
      }),
      column.accessor("elsewhere", {
        header: t("movements.column.elsewhere"),
        align: "right",
        cell: ({ row: { original } }) =>
          original.elsewhere === null ? NOT_KNOWN : <SignedQuantity value={original.elsewhere} />,
      }),
      column.accessor("closing", {
        header: t("movements.column.closing"),
        align: "right",
        cell: ({ row: { original } }) => <span className="font-medium">{level(original.closing)}</span>,
      }),
    ]
  }, [format, t])
}
