import { Container, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"
import { useChosenRows } from "../../hooks/use-chosen-rows"
import { useListUrl } from "../../hooks/use-list-url"
import { useMappings } from "../../hooks/use-mappings"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { useTableTexts } from "../../hooks/use-table-texts"
import type { Account, Connector, Mapping } from "../../lib/answers"
import { readingOf } from "../account/reading"
import { SelectionBar } from "../shared/selection-bar"
import { TableRows } from "../shared/table-rows"
import { isNarrowed, shownListings } from "./list-query"
import { useListingColumns } from "./listing-columns"
import { ListingFilters } from "./listing-filters"
import { ListingReading } from "./listing-reading"
import { MapListingDrawer } from "./map-listing-drawer"
import { MatchBySku } from "./match-by-sku"
import { useAcceptProposals } from "./use-accept-proposals"
import { useIgnoreListings } from "./use-ignore-listings"

const PAGE_SIZE = 20
const NO_MAPPINGS: Mapping[] = []

/** The listings of an account - those that the platform lists, and those that orders have named - and what each is in the store. */
export function ProductsTab({ account, connector }: { account: Account; connector: Connector | undefined }) {
  const { t } = useTranslation("marketplaces")
  const texts = useTableTexts()
  const { operate: mayOperate } = useMarketplacePermissions()
  const url = useListUrl(PAGE_SIZE)
  const [shown, setShown] = useState<Mapping>()
  const [isOpen, setOpen] = useState(false)
  const platform = connector?.name ?? account.provider_id
  const readsListings = connector?.capabilities.includes("listings") ?? false
  const reading = readingOf(account, "listings")

  const answer = useMappings(
    { account_id: account.id, ...shownListings(url.valueOf), limit: url.limit, offset: url.offset },
    reading.isReading,
  )
  const rows = answer.data?.mappings ?? NO_MAPPINGS
  const ignoreSeveral = useIgnoreListings()
  const { accept } = useAcceptProposals()

  const open = useCallback((mapping: Mapping) => {
    setShown(mapping)
    setOpen(true)
  }, [])
  const columns = useListingColumns({
    mayOperate,
    blockedOrdersUrl: `/marketplaces/orders?account_id=${account.id}&state=blocked`,
    onMap: open,
  })

  const chosen = useChosenRows(rows)
  const ignoreChosen = async () => {
    if (await ignoreSeveral(chosen.ids.flatMap((id) => chosen.rowOf(id) ?? []))) chosen.clear()
  }
  const acceptChosen = async () => {
    if (await accept(chosen.ids)) chosen.clear()
  }
  const commands = [
    ...(readsListings ? [{ label: t("mappings.proposal.accept"), shortcut: "a", action: acceptChosen }] : []),
    { label: t("mappings.actions.ignore"), shortcut: "i", action: ignoreChosen },
  ]

  const table = useDataTable({
    data: rows,
    columns,
    getRowId: ({ id }) => id,
    rowCount: answer.data?.count ?? 0,
    isLoading: answer.isLoading,
    // Going back to the first page is a part of every change of the URL.
    autoResetPageIndex: false,
    pagination: url.pagination,
    search: url.search,
    rowSelection: {
      ...chosen.rowSelection,
      // Several at once only where nothing is lost: a mapped listing would lose its variant.
      enableRowSelection: (row) =>
        row.original.state === "unmapped" && chosen.rowSelection.enableRowSelection(row),
    },
  })
  const nothing = isNarrowed(url.valueOf)
    ? { heading: t("mappings.empty.filteredTitle"), description: t("mappings.empty.filtered") }
    : {
        heading: t("mappings.empty.title"),
        description: t(readsListings ? "mappings.empty.readable" : "mappings.empty.text"),
      }

  return (
    <>
      {readsListings ? <ListingReading account={account} platform={platform} reading={reading} /> : null}
      <Container className="divide-y p-0">
        <DataTable instance={table}>
          <DataTable.Toolbar className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center">
            <div>
              <Heading level="h2">{t("mappings.title")}</Heading>
              <Text size="small" className="text-ui-fg-subtle">
                {t("mappings.subtitle")}
              </Text>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <ListingFilters url={url} readsListings={readsListings} />
              <DataTable.Search placeholder={texts.search} aria-label={t("mappings.searchListings")} />
              {mayOperate ? <MatchBySku accountId={account.id} /> : null}
            </div>
          </DataTable.Toolbar>
          <TableRows answer={answer} empty={nothing} />
        </DataTable>
        {shown ? (
          <MapListingDrawer
            accountId={account.id}
            listingKey={shown.listing_key}
            open={isOpen}
            onOpenChange={setOpen}
          />
        ) : null}
      </Container>
      {/* Letters are the commands' keys: behind an open drawer they must do nothing. */}
      <SelectionBar count={chosen.ids.length} commands={mayOperate && !isOpen ? commands : []} />
    </>
  )
}
