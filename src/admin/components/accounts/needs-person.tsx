import { CheckCircleSolid, TriangleRightMini } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCount } from "../../hooks/use-count"
import type { Account, Problem } from "../../lib/answers"

type Kind = keyof Account["needs_person"]

/** Problems that an order can get after it was imported. */
const changeProblems: Problem["code"][] = ["canceled_after_shipment", "changed_after_import"]

/** What a person has to look at, and the filter of the orders page that shows it. */
const kinds: { kind: Kind; filter: Record<string, string> }[] = [
  { kind: "blocked", filter: { state: "blocked" } },
  { kind: "review", filter: { state: "review" } },
  { kind: "changed", filter: { state: "imported", problem_code: changeProblems.join(",") } },
  { kind: "late_to_ship", filter: { late_to_ship: "true" } },
]

const ordersOf = (account: Account, filter: Record<string, string>): string =>
  `/marketplaces/orders?${new URLSearchParams({ account_id: account.id, ...filter }).toString()}`

/** The orders of an account that wait for a person, each kind a way to them; nothing waiting is said calmly. */
export function NeedsPerson({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const waiting = kinds.filter(({ kind }) => account.needs_person[kind] > 0)
  if (!waiting.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle flex items-center gap-x-2">
        <CheckCircleSolid className="text-ui-tag-blue-icon shrink-0" aria-hidden />
        {t("accounts.needsPerson.nothing")}
      </Text>
    )
  }
  return (
    <ul className="flex flex-col gap-y-1">
      {waiting.map(({ kind, filter }) => (
        <li key={kind}>
          <Link
            to={ordersOf(account, filter)}
            className="txt-small text-ui-fg-base hover:underline focus-visible:shadow-borders-focus inline-flex items-center gap-x-2 rounded outline-none"
          >
            <Badge size="2xsmall" color="orange">
              {account.needs_person[kind]}
            </Badge>
            {t(`accounts.needsPerson.kind.${kind}`, countOf(account.needs_person[kind]))}
            <TriangleRightMini className="shrink-0" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}
