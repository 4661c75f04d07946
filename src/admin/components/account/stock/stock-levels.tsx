import { Button, Container, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import type { UseQueryResult } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ListUrl } from "../../../hooks/use-list-url"
import { useTableTexts } from "../../../hooks/use-table-texts"
import type { Account, StockPage, StockRow } from "../../../lib/answers"
import { ChoiceFilter } from "../../shared/choice-filter"
import { LoadFailure } from "../../shared/load-failure"
import { tabPath } from "../account-tabs"
import { isNarrowed, LEVELS_PLACE, levelStandings, standingsIn } from "./list-query"
import { StockCommands } from "./stock-commands"
import { useLevelColumns } from "./use-level-columns"

const NO_LEVELS: StockRow[] = []

type StockLevelsProps = {
  account: Account
  platform: string
  url: ListUrl
  page: Pick<UseQueryResult<StockPage, Error>, "data" | "error" | "isLoading" | "refetch">
}

/** Every listing whose stock the store offers: what is offered now, what was sent, and what the platform shows. */
export function StockLevels({ account, platform, url, page }: StockLevelsProps) {
  const { t } = useTranslation("marketplaces")
  const texts = useTableTexts()
  const columns = useLevelColumns({ accountId: account.id, platform })
  const table = useDataTable({
    data: page.data?.stock ?? NO_LEVELS,
    columns,
    getRowId: ({ mapping_id }) => mapping_id,
    rowCount: page.data?.count ?? 0,
    isLoading: page.isLoading,
    // Going back to the first page is a part of every change of the URL.
    autoResetPageIndex: false,
    pagination: url.pagination,
    search: url.search,
  })
  const nothing = { custom: <NoLevels account={account} isNarrowed={isNarrowed(url.valueOf)} /> }
  return (
    <Container className="divide-y overflow-hidden p-0" id={LEVELS_PLACE}>
      <div className="flex flex-col gap-3 px-6 py-4 md:flex-row md:items-center md:justify-between">
        <div className="min-w-0">
          <Heading level="h2">{t("stock.levels.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("stock.levels.help")}
          </Text>
        </div>
        <div className="flex shrink-0 flex-wrap items-center gap-2">
          <StockCommands account={account} platform={platform} />
        </div>
      </div>
      {page.error && !page.data ? (
        <LoadFailure error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <DataTable instance={table}>
          <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-2">
            <ChoiceFilter
              label={t("stock.levels.standing")}
              options={levelStandings.map((value) => ({ value, label: t(`shipping.standing.${value}`) }))}
              chosen={standingsIn(url.valueOf)}
              onChange={(chosen) => url.change({ state: chosen.join(",") })}
            />
            <DataTable.Search placeholder={texts.search} aria-label={t("mappings.searchListings")} />
          </DataTable.Toolbar>
          <DataTable.Table emptyState={{ empty: nothing, filtered: nothing }} />
          <DataTable.Pagination translations={texts.pagination} />
        </DataTable>
      )}
    </Container>
  )
}

/** Nothing fits, or there is nothing to offer yet: then the way to where listings are mapped. */
function NoLevels({ account, isNarrowed }: { account: Account; isNarrowed: boolean }) {
  const { t } = useTranslation("marketplaces")
  const why = isNarrowed ? "notFound" : "nothing"
  return (
    <div className="flex flex-col items-center gap-y-3 px-6 py-12 text-center">
      <div>
        <Text size="small" weight="plus">
          {t(`stock.levels.${why}.title`)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t(`stock.levels.${why}.text`)}
        </Text>
      </div>
      {isNarrowed ? null : (
        <Button size="small" variant="secondary" asChild>
          <Link to={tabPath(account, "products")}>{t("account.goTo.products")}</Link>
        </Button>
      )}
    </div>
  )
}
