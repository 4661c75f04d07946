import { Badge, createDataTableColumnHelper, Text, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useNow } from "../../../hooks/use-now"
import type { StockRow } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { ListingName } from "../../mappings/listing-name"
import { VariantLine } from "../../mappings/variant-line"
import { DispatchStanding } from "../../shared/dispatch-standing-icon"
import { LevelSolution } from "./level-solution"

const column = createDataTableColumnHelper<StockRow>()

/** A quantity, and below it how long ago it was so. */
function QuantityAt({ quantity, at }: { quantity: number | null; at: string | null }) {
  const format = useFormat()
  // Draws it again as the time passes.
  useNow()
  return (
    <span className="flex flex-col items-end py-1">
      <Text as="span" size="small" leading="compact">
        {quantity === null ? "–" : format.number(quantity)}
      </Text>
      {at ? (
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle whitespace-nowrap">
          <time dateTime={at} title={format.instant(at)}>
            {format.relative(at)}
          </time>
        </Text>
      ) : null}
    </span>
  )
}

/** What the platform showed, and whether that is another number than it was sent. */
function ShownByPlatform({ level, platform }: { level: StockRow; platform: string }) {
  const { t } = useTranslation("marketplaces")
  return (
    <span className="flex items-center justify-end gap-x-2" data-drift={level.drift || undefined}>
      {level.drift ? (
        <Tooltip content={t("stock.levels.driftHelp", { platform })}>
          <Badge size="2xsmall" color="orange" tabIndex={0}>
            {t("stock.levels.drift")}
          </Badge>
        </Tooltip>
      ) : null}
      <QuantityAt quantity={level.platform_quantity} at={level.platform_read_at} />
    </span>
  )
}

function Product({ variant }: Pick<StockRow, "variant">) {
  const { t } = useTranslation("marketplaces")
  if (!variant) {
    return (
      <Text as="span" size="small" className="text-ui-fg-subtle">
        {t("mappings.variantGone")}
      </Text>
    )
  }
  return (
    <Link to={`/products/${variant.product_id}`} className="hover:text-ui-fg-interactive block">
      <VariantLine variant={variant} />
    </Link>
  )
}

function Standing({ level, accountId }: { level: StockRow; accountId: string }) {
  const { t } = useTranslation("marketplaces")
  const { standing, problem } = level
  if (standing === null) {
    return (
      <Text as="span" size="small" className="text-ui-fg-subtle">
        {t("stock.levels.notYet")}
      </Text>
    )
  }
  return (
    <DispatchStanding
      dispatch={{ standing, problem }}
      solution={problem ? <LevelSolution level={level} problem={problem} accountId={accountId} /> : undefined}
    />
  )
}

/** The columns of an account's stock levels. */
export function useLevelColumns({ accountId, platform }: { accountId: string; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const { number } = useFormat()
  return useMemo(
    () => [
      column.accessor("title", {
        header: t("mappings.columns.listing"),
        cell: ({ row }) => <ListingName mapping={row.original} />,
        maxSize: 280,
      }),
      column.accessor("standing", {
        header: t("stock.levels.standing"),
        cell: ({ row }) => <Standing level={row.original} accountId={accountId} />,
      }),
      column.accessor("offered", {
        header: t("stock.levels.offered"),
        align: "right",
        cell: ({ row: { original } }) => <>{original.offered === null ? "–" : number(original.offered)}</>,
      }),
      column.accessor("sent_quantity", {
        header: t("stock.levels.sent"),
        align: "right",
        cell: ({ row: { original } }) => (
          <QuantityAt quantity={original.sent_quantity} at={original.sent_at} />
        ),
      }),
      column.accessor("platform_quantity", {
        header: t("stock.levels.shown", { platform }),
        align: "right",
        cell: ({ row }) => <ShownByPlatform level={row.original} platform={platform} />,
      }),
      column.accessor("variant", {
        header: t("mappings.columns.variant"),
        cell: ({ row }) => <Product variant={row.original.variant} />,
        maxSize: 260,
      }),
      column.accessor("units_per_package", {
        header: t("stock.levels.units"),
        align: "right",
        cell: ({ row }) => number(row.original.units_per_package),
      }),
    ],
    [t, number, accountId, platform],
  )
}
