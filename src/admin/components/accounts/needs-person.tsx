import { CheckCircleSolid, TriangleRightMini } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCount } from "../../hooks/use-count"
import type { Account, Problem } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { tabPath } from "../account/account-tabs"
import { shipmentsPath } from "../shipments/shipment-path"

type Kind = keyof Account["needs_person"]

/** Problems that an order can get after it was imported. */
const changeProblems: Problem["code"][] = [
  "canceled_after_shipment",
  "changed_after_import",
  "canceled_after_invoice",
  "canceled_here_only",
  "canceled_here_after_confirmation",
]

/** The list of orders that a filter shows. */
const orders =
  (filter: Record<string, string>) =>
  ({ id }: Account): string =>
    `/marketplaces/orders?${new URLSearchParams({ account_id: id, ...filter }).toString()}`

/** What a person has to look at, and where it is shown. */
const kinds: { kind: Kind; pathOf: (account: Account) => string }[] = [
  { kind: "blocked", pathOf: orders({ state: "blocked" }) },
  { kind: "review", pathOf: orders({ state: "review" }) },
  { kind: "changed", pathOf: orders({ state: "imported", problem_code: changeProblems.join(",") }) },
  { kind: "late_to_ship", pathOf: orders({ late_to_ship: "true" }) },
  { kind: "shipments", pathOf: ({ id }) => shipmentsPath(id, true) },
  { kind: "stock", pathOf: (account) => tabPath(account, "stock") },
]

/** What waits for a person in an account, each kind a way to it; nothing waiting is said calmly. */
export function NeedsPerson({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const format = useFormat()
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
      {waiting.map(({ kind, pathOf }) => (
        <li key={kind}>
          <Link
            to={pathOf(account)}
            className="txt-small text-ui-fg-base hover:underline focus-visible:shadow-borders-focus inline-flex items-center gap-x-2 rounded outline-none"
          >
            <Badge size="2xsmall" color="orange">
              {format.number(account.needs_person[kind])}
            </Badge>
            {t(`accounts.needsPerson.kind.${kind}`, countOf(account.needs_person[kind]))}
            <TriangleRightMini className="shrink-0" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}
