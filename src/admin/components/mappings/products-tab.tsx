import { Button, Container, DataTable, Heading, Select, Text, toast, useDataTable } from "@medusajs/ui"
import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useListUrl } from "../../hooks/use-list-url"
import { useMappings, useMatchBySku } from "../../hooks/use-mappings"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { useTableTexts } from "../../hooks/use-table-texts"
import type { Account, Mapping } from "../../lib/answers"
import { LoadFailure } from "../shared/load-failure"
import { useListingColumns } from "./listing-columns"
import { MapListingDrawer } from "./map-listing-drawer"
import { useIgnoreListings } from "./use-ignore-listings"

const PAGE_SIZE = 20
const states = ["unmapped", "mapped", "ignored"] as const satisfies Mapping["state"][]
/** A select has no empty value. */
const ANY_STATE = "any"
const NO_MAPPINGS: Mapping[] = []

/** The listings that orders of an account have named, and what each is in the store. */
export function ProductsTab({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const texts = useTableTexts()
  const { operate: mayOperate } = useMarketplacePermissions()
  const url = useListUrl(PAGE_SIZE)
  const state = states.find((known) => known === url.valueOf("state"))
  const q = url.search.state
  const [shown, setShown] = useState<Mapping>()
  const [isOpen, setOpen] = useState(false)
  const [selection, setSelection] = useState<Record<string, boolean>>({})

  const { data, error, isLoading, refetch } = useMappings({
    account_id: account.id,
    state,
    q: q.trim(),
    limit: url.limit,
    offset: url.offset,
  })
  const rows = data?.mappings ?? NO_MAPPINGS
  const ignoreSeveral = useIgnoreListings()

  const open = useCallback((mapping: Mapping) => {
    setShown(mapping)
    setOpen(true)
  }, [])
  const columns = useListingColumns({
    mayOperate,
    blockedOrdersUrl: `/marketplaces/orders?account_id=${account.id}&state=blocked`,
    onMap: open,
  })

  const ignoreSelected = async (selected: Record<string, boolean>) => {
    if (await ignoreSeveral(rows.filter(({ id }) => selected[id]))) setSelection({})
  }

  const table = useDataTable({
    data: rows,
    columns,
    getRowId: ({ id }) => id,
    rowCount: data?.count ?? 0,
    isLoading,
    // Going back to the first page is a part of every change of the URL.
    autoResetPageIndex: false,
    pagination: url.pagination,
    search: url.search,
    commands: mayOperate
      ? [{ label: t("mappings.actions.ignore"), shortcut: "i", action: ignoreSelected }]
      : undefined,
    rowSelection: {
      state: selection,
      onRowSelectionChange: setSelection,
      // Several at once only where nothing is lost: a mapped listing would lose its variant.
      enableRowSelection: ({ original }) => original.state === "unmapped",
    },
  })
  const isFiltered = Boolean(state ?? q)
  const nothing = isFiltered
    ? { heading: t("mappings.empty.filteredTitle"), description: t("mappings.empty.filtered") }
    : { heading: t("mappings.empty.title"), description: t("mappings.empty.text") }

  return (
    <Container className="divide-y p-0">
      {error ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable instance={table}>
          <DataTable.Toolbar className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center">
            <div>
              <Heading level="h2">{t("mappings.title")}</Heading>
              <Text size="small" className="text-ui-fg-subtle">
                {t("mappings.subtitle")}
              </Text>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <Select
                size="small"
                value={state ?? ANY_STATE}
                onValueChange={(value) => url.change({ state: value === ANY_STATE ? "" : value })}
              >
                <Select.Trigger aria-label={t("mappings.columns.state")} className="w-fit gap-x-2">
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  <Select.Item value={ANY_STATE}>{t("mappings.anyState")}</Select.Item>
                  {states.map((value) => (
                    <Select.Item key={value} value={value}>
                      {t(`mappings.state.${value}`)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
              <DataTable.Search placeholder={texts.search} aria-label={t("mappings.searchListings")} />
              {mayOperate ? <MatchBySku accountId={account.id} /> : null}
            </div>
          </DataTable.Toolbar>
          <DataTable.Table emptyState={{ empty: nothing, filtered: nothing }} />
          <DataTable.Pagination translations={texts.pagination} />
          <DataTable.CommandBar selectedLabel={texts.selected} />
        </DataTable>
      )}
      {shown ? (
        <MapListingDrawer
          accountId={account.id}
          listingKey={shown.listing_key}
          open={isOpen}
          onOpenChange={setOpen}
        />
      ) : null}
    </Container>
  )
}

/** Tries the SKUs of all unmapped listings again. */
function MatchBySku({ accountId }: { accountId: string }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const match = useMatchBySku(accountId)
  const run = () =>
    match.mutate(undefined, {
      onSuccess: ({ matched, unmatched, orders_due }) => {
        const sentences = [
          unmatched > 0 ? t("mappings.match.unmatched", countOf(unmatched)) : "",
          orders_due > 0 ? t("mappings.done.ordersDue", countOf(orders_due)) : "",
        ]
        const tell = matched > 0 ? toast.success : toast.info
        tell(matched > 0 ? t("mappings.match.matched", countOf(matched)) : t("mappings.match.nothing"), {
          description: sentences.filter(Boolean).join(" "),
        })
      },
      onError: ({ message }) => toast.error(t("mappings.done.failed"), { description: message }),
    })
  return (
    <Button size="small" variant="secondary" onClick={run} isLoading={match.isPending}>
      {t("mappings.match.action")}
    </Button>
  )
}
