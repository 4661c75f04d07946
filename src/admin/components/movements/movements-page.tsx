import { Button, Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useAccounts } from "../../hooks/use-accounts"
import { useListUrl } from "../../hooks/use-list-url"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account } from "../../lib/answers"
import { severalIn } from "../orders/list-query"
import { NoPermission } from "../shared/no-permission"
import { BalancesTable } from "./balances-table"
import { ExportButton } from "./export-button"
import { movementTabs, tabIn, type MovementTab } from "./list-query"
import { MovementsTable } from "./movements-table"
import { RecordTransferDrawer } from "./transfers/record-transfer-drawer"
import { TransfersPanel } from "./transfers/transfers-panel"
import { useHoldingAccounts } from "./transfers/use-holding-accounts"

const PAGE_SIZE = 20
const NO_ACCOUNTS: Account[] = []
/** Opens the drawer before an account is chosen. */
const ANY_ACCOUNT = "new"

/**
 * Why the stock of the platforms' locations is what it is: movements, balances, and what was sent there. `?transfer=<account>`
 * opens the drawer that records a transfer, from anywhere in the dashboard.
 */
export function MovementsPage() {
  const { t } = useTranslation("marketplaces")
  const [params, setParams] = useSearchParams()
  const list = useListUrl(PAGE_SIZE)
  const permissions = useMarketplacePermissions()
  const { data, isLoading } = useAccounts()
  // Not yet known is not "none": an empty list means that nothing is connected.
  const accounts = data?.accounts ?? (isLoading ? undefined : NO_ACCOUNTS)
  const holding = useHoldingAccounts(accounts)
  const tab = tabIn(list.valueOf)

  const showTransfer = (transfer: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        if (transfer) next.set("transfer", transfer)
        else next.delete("transfer")
        return next
      },
      { replace: true },
    )
  const showTransfersOf = (accountId: string) =>
    setParams({ tab: "transfers", account_id: accountId }, { replace: true })
  const [named] = severalIn(list.valueOf("account_id"))
  const preset = holding.find(({ id }) => id === named) ?? (holding.length === 1 ? holding[0] : undefined)

  if (!permissions.isLoading && !permissions.see) {
    return <NoPermission />
  }
  const panels: Record<MovementTab, () => JSX.Element> = {
    list: () => <MovementsTable list={list} accounts={accounts} />,
    balances: () => <BalancesTable list={list} accounts={accounts} />,
    transfers: () => <TransfersPanel list={list} accounts={accounts && holding} />,
  }
  return (
    <>
      <Tabs
        value={tab}
        onValueChange={(next) => list.change({ tab: next === "list" ? "" : next })}
        activationMode="manual"
      >
        <Container className="divide-y overflow-hidden p-0">
          <div className="flex flex-wrap items-start justify-between gap-3 px-6 py-4">
            <div className="min-w-0">
              <Heading>{t("movements.title")}</Heading>
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {t("movements.subtitle")}
              </Text>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {tab === "list" ? <ExportButton list={list} /> : null}
              {permissions.operate && holding.length ? (
                <Button size="small" onClick={() => showTransfer(preset?.id ?? ANY_ACCOUNT)}>
                  {t("movements.transfer.record")}
                </Button>
              ) : null}
            </div>
          </div>
          <div className="overflow-x-auto px-6 py-3">
            <Tabs.List aria-label={t("movements.title")}>
              {movementTabs.map((name) => (
                <Tabs.Trigger key={name} value={name} className="shrink-0 whitespace-nowrap">
                  {t(`movements.tab.${name}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </div>
          {movementTabs.map((name) => (
            <Tabs.Content key={name} value={name} className="outline-none">
              {name === tab ? panels[name]() : null}
            </Tabs.Content>
          ))}
        </Container>
      </Tabs>
      {permissions.operate && holding.length ? (
        <RecordTransferDrawer
          accountId={params.get("transfer")}
          accounts={holding}
          onClose={() => showTransfer("")}
          onRecorded={showTransfersOf}
        />
      ) : null}
    </>
  )
}
