import type { Account, Connector } from "../../../lib/answers"
import { BudgetSection } from "./budget-section"
import { HealthSection } from "./health-section"
import { HistorySection } from "./history-section"
import { OrderStatesSection } from "./order-states-section"
import { RunsSection } from "./runs-section"

type OverviewTabProps = { account: Account; connector: Connector | undefined; platform: string }

/** How the account is and what happened. */
export function OverviewTab({ account, connector, platform }: OverviewTabProps) {
  return (
    <div className="flex flex-col gap-3 xl:grid xl:grid-cols-[minmax(0,_1fr)_440px] xl:items-start">
      <div className="flex min-w-0 flex-col gap-y-3">
        <HealthSection account={account} />
        <RunsSection account={account} />
      </div>
      <div className="flex min-w-0 flex-col gap-y-3">
        <OrderStatesSection account={account} />
        <BudgetSection account={account} connector={connector} />
        <HistorySection account={account} platform={platform} />
      </div>
    </div>
  )
}
