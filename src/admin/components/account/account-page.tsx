import { Container, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account, Connector } from "../../lib/answers"
import { ProductsTab } from "../mappings/products-tab"
import { AccountHeader } from "./account-header"
import { AccountProblem } from "./account-problem"
import { accountTabs, tabOf, type AccountTab } from "./account-tabs"
import { CapabilitySection } from "./capabilities/capability-section"
import { ConnectionTab } from "./connection/connection-tab"
import { useConnectionTest } from "./connection/use-connection-test"
import { AccountFormProvider } from "./form/account-form-provider"
import { LeaveGuard } from "./form/leave-guard"
import { SaveBar } from "./form/save-bar"
import { OrdersTab } from "./orders/orders-tab"
import { OverviewTab } from "./overview/overview-tab"
import { ShippingTab } from "./shipping/shipping-tab"
import { StockTab } from "./stock/stock-tab"

/** An account with its tabs. One form holds what is changed on any of them until it is saved. */
export function AccountPage({ account, connector }: { account: Account; connector: Connector | undefined }) {
  const { t } = useTranslation("marketplaces")
  const { configure } = useMarketplacePermissions()
  const [params, setParams] = useSearchParams()
  const test = useConnectionTest(account)
  const platform = connector?.name ?? account.provider_id
  const current = tabOf(params.get("tab"), account)
  const panels: Record<AccountTab, () => JSX.Element | null> = {
    overview: () => <OverviewTab account={account} connector={connector} platform={platform} />,
    connection: () => (
      <ConnectionTab
        account={account}
        connector={connector}
        platform={platform}
        test={test}
        isReadOnly={!configure}
      />
    ),
    orders: () => (
      <>
        <OrdersTab account={account} connector={connector} platform={platform} />
        {connector ? <CapabilitySection tab="orders" connector={connector} isBrief /> : null}
      </>
    ),
    products: () => (
      <>
        <ProductsTab account={account} connector={connector} />
        {connector ? <CapabilitySection tab="products" connector={connector} isBrief /> : null}
      </>
    ),
    shipping: () => (connector ? <ShippingTab account={account} connector={connector} /> : null),
    stock: () => <StockTab account={account} connector={connector} />,
    finance: () => (connector ? <CapabilitySection tab="finance" connector={connector} /> : null),
  }

  return (
    <AccountFormProvider account={account} isReadOnly={!configure}>
      <Tabs
        value={current}
        onValueChange={(tab) => setParams({ tab })}
        activationMode="manual"
        className="flex flex-col gap-y-3"
      >
        <Container className="divide-y p-0">
          <AccountHeader account={account} platform={platform} test={test} />
          {account.problem ? (
            <div className="px-6 py-4">
              <AccountProblem account={account} tab={current} test={test} />
            </div>
          ) : null}
          <div className="overflow-x-auto px-6 py-3">
            <Tabs.List aria-label={t("account.tabsLabel", { account: account.name })}>
              {accountTabs.map((tab) => (
                <Tabs.Trigger key={tab} value={tab} className="shrink-0 whitespace-nowrap">
                  {t(`account.tab.${tab}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </div>
        </Container>
        {accountTabs.map((tab) => (
          <Tabs.Content key={tab} value={tab} className="focus-visible:shadow-borders-focus rounded-lg">
            <div className="flex flex-col gap-y-3">{tab === current ? panels[tab]() : null}</div>
          </Tabs.Content>
        ))}
      </Tabs>
      <SaveBar />
      <LeaveGuard />
    </AccountFormProvider>
  )
}
