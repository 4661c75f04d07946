import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import type { Account, Connector } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { Section } from "../section"

type Budget = Account["budget"][number]
type Limit = Connector["limits"][number]

/** What the platform publishes about one operation, in a sentence. */
function usePublished() {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const format = useFormat()
  return ({ burst, rate_per_second }: Limit): string =>
    rate_per_second >= 1
      ? t("account.budget.perSecond", { burst, ...countOf(rate_per_second) })
      : t("account.budget.perCall", { burst, time: format.duration(1 / rate_per_second) })
}

function Operation({ budget, limit }: { budget: Budget; limit: Limit | undefined }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const published = usePublished()
  const words = t("account.budget.left", {
    left: format.number(budget.left),
    burst: format.number(budget.burst),
  })
  return (
    <li className="flex flex-col gap-y-1 px-6 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Text size="small" weight="plus" className="break-all">
          {budget.operation}
        </Text>
        <Text size="small">{words}</Text>
      </div>
      <div
        role="meter"
        aria-label={budget.operation}
        aria-valuenow={budget.left}
        aria-valuemin={0}
        aria-valuemax={budget.burst}
        aria-valuetext={words}
        className="bg-ui-bg-component-pressed h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-tag-blue-icon h-full rounded-full"
          style={{ width: `${Math.min(100, (budget.left / budget.burst) * 100)}%` }}
        />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {limit ? published(limit) : t("account.budget.unpublished")}
      </Text>
    </li>
  )
}

/** How many calls are left under the platform's limits, operation by operation, and what those limits are. */
export function BudgetSection({
  account,
  connector,
}: {
  account: Account
  connector: Connector | undefined
}) {
  const { t } = useTranslation("marketplaces")
  return (
    <Section title={t("account.budget.title")} help={t("account.budget.help")}>
      <ul className="divide-y">
        {account.budget.map((budget) => (
          <Operation
            key={budget.operation}
            budget={budget}
            limit={connector?.limits.find(({ operation }) => operation === budget.operation)}
          />
        ))}
      </ul>
    </Section>
  )
}
