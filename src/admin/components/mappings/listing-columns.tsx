import { Button, Checkbox, createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useTableTexts } from "../../hooks/use-table-texts"
import type { Mapping } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { ListingMenu } from "./listing-menu"
import { ListingName } from "./listing-name"
import { ListingState } from "./listing-state"
import { ProposalOffer } from "./proposal-offer"
import { VariantLine } from "./variant-line"

const column = createDataTableColumnHelper<Mapping>()

type Options = {
  /** Whether the person may decide about listings; without it rows are only shown. */
  mayOperate: boolean
  /** Where the orders are that wait for listings. */
  blockedOrdersUrl: string
  onMap: (mapping: Mapping) => void
}

/** The columns of an account's listings. */
export function useListingColumns({ mayOperate, blockedOrdersUrl, onMap }: Options) {
  const { t } = useTranslation("marketplaces")
  const { number } = useFormat()
  const { selectAll } = useTableTexts()

  return useMemo(() => {
    const shown = [
      column.accessor("title", {
        header: t("mappings.columns.listing"),
        cell: ({ row }) => <ListingName mapping={row.original} />,
        maxSize: 300,
      }),
      column.accessor("state", {
        header: t("mappings.columns.state"),
        cell: ({ row }) => <ListingState state={row.original.state} />,
      }),
      column.accessor("variant", {
        header: t("mappings.columns.variant"),
        maxSize: 340,
        cell: ({ row: { original } }) => (
          <MappedVariant mapping={original} onMap={mayOperate ? onMap : undefined} />
        ),
      }),
      column.accessor("units_per_package", {
        header: t("mappings.columns.units"),
        align: "right",
        maxSize: 160,
        cell: ({ row }) => <PackageContent mapping={row.original} />,
      }),
      column.accessor("orders_blocked", {
        header: t("mappings.columns.ordersWaiting"),
        align: "right",
        cell: ({ row: { original } }) =>
          original.orders_blocked > 0 ? (
            <Link to={blockedOrdersUrl} className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover">
              {number(original.orders_blocked)}
              <span className="sr-only"> {t("mappings.seeOrdersWaiting", { title: original.title })}</span>
            </Link>
          ) : (
            number(0)
          ),
      }),
      column.accessor("fulfilled_by", {
        header: t("mappings.columns.fulfilledBy"),
        cell: ({ row: { original } }) => (
          <>{original.fulfilled_by ? t(`mappings.fulfilledBy.${original.fulfilled_by}`) : "–"}</>
        ),
      }),
      column.accessor("matched_by", {
        header: t("mappings.columns.matchedBy"),
        cell: ({ row: { original } }) => (
          <>{original.matched_by ? t(`mappings.matchedBy.${original.matched_by}`) : "–"}</>
        ),
      }),
    ]
    if (!mayOperate) return shown

    return [
      column.select({
        header: ({ table }) => (
          <Checkbox
            aria-label={selectAll}
            checked={table.getIsSomePageRowsSelected() ? "indeterminate" : table.getIsAllPageRowsSelected()}
            disabled={!table.getRowModel().rows.some((row) => row.getCanSelect())}
            onCheckedChange={(checked) => table.toggleAllPageRowsSelected(checked === true)}
          />
        ),
        cell: ({ row }) => (
          <Checkbox
            aria-label={t("mappings.select", { title: row.original.title })}
            checked={row.getIsSelected()}
            disabled={!row.getCanSelect()}
            onCheckedChange={(checked) => row.toggleSelected(checked === true)}
          />
        ),
      }),
      ...shown,
      column.display({
        id: "action",
        cell: ({ row }) => <ListingMenu mapping={row.original} onMap={onMap} />,
      }),
    ]
  }, [t, number, selectAll, mayOperate, blockedOrdersUrl, onMap])
}

function PackageContent({ mapping }: { mapping: Mapping }) {
  const { number } = useFormat()
  if (mapping.state !== "mapped") return <>–</>
  return (
    <span className="flex min-w-0 flex-col items-end">
      <Text as="span" size="small" leading="compact">
        {number(mapping.units_per_package)}
      </Text>
      <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle max-w-full truncate">
        {mapping.packaging}
      </Text>
    </span>
  )
}

function MappedVariant({ mapping, onMap }: { mapping: Mapping; onMap?: (mapping: Mapping) => void }) {
  const { t } = useTranslation("marketplaces")
  const { state, title, variant, proposal } = mapping
  if (variant) {
    return (
      <Link to={`/products/${variant.product_id}`} className="hover:text-ui-fg-interactive block">
        <VariantLine variant={variant} />
      </Link>
    )
  }
  if (state === "unmapped" && proposal?.variant) {
    return (
      <ProposalOffer
        mapping={mapping}
        variant={proposal.variant}
        by={proposal.by}
        mayOperate={onMap !== undefined}
      />
    )
  }
  if (state === "unmapped" && onMap) {
    return (
      // The cell cuts off what stands over its edge: room for the button's border.
      <span className="inline-block p-0.5">
        <Button
          size="small"
          variant="secondary"
          aria-label={t("mappings.mapThis", { title })}
          onClick={() => onMap(mapping)}
        >
          {t("mappings.actions.map")}
        </Button>
      </span>
    )
  }
  return (
    <Text as="span" size="small" className="text-ui-fg-subtle">
      {state === "mapped" ? t("mappings.variantGone") : "–"}
    </Text>
  )
}
