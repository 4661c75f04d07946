import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Account, Order } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { OrderState } from "../../shared/order-state-icon"
import { Section } from "../section"

/** In the order in which a person cares. */
const states: Order["state"][] = ["blocked", "review", "waiting", "ready", "imported", "canceled", "ignored"]

/** How many of the account's orders are in which state; each number leads to them. */
export function OrderStatesSection({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const found = states.filter((state) => account.orders[state])
  return (
    <Section title={t("account.orderStates.title")}>
      {found.length ? (
        <ul className="divide-y">
          {found.map((state) => (
            <li key={state}>
              <Link
                to={`/marketplaces/orders?account_id=${account.id}&state=${state}`}
                className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex items-center justify-between px-6 py-3 outline-none"
              >
                <OrderState order={{ state }} />
                <Text size="small" weight="plus">
                  {format.number(account.orders[state] ?? 0)}
                </Text>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("account.orderStates.empty")}
        </Text>
      )}
    </Section>
  )
}
