import { CheckMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import type { Choice } from "../../hooks/use-store-choices"
import type { Account } from "../../lib/answers"
import { ChoiceFilter } from "../shared/choice-filter"
import { orderProblemCodes, orderStates } from "./filter-choices"
import { filterNames, severalIn, type FilterName } from "./list-query"
import { PeriodFilter } from "./period-filter"

/** The marketplaces of some accounts, each once. */
export function marketplacesOf(accounts: Account[]): Choice[] {
  const names = new Map(
    accounts.flatMap(({ sites }) => sites.map(({ external_id, name }) => [external_id, name] as const)),
  )
  return [...names].map(([value, label]) => ({ value, label }))
}

/** What narrows the list of orders. Everything is kept in the address. */
export function OrderFilters({ list, accounts }: { list: ListUrl; accounts: Account[] }) {
  const { t } = useTranslation("marketplaces")
  const chosen = (name: FilterName) => severalIn(list.valueOf(name))
  const isLate = list.valueOf("late_to_ship") === "true"
  const wanted = chosen("account_id")
  const shown = wanted.length ? accounts.filter(({ id }) => wanted.includes(id)) : accounts
  const options: [FilterName, string, Choice[]][] = [
    [
      "state",
      t("orders.filter.state"),
      orderStates.map((value) => ({ value, label: t(`orders.state.${value}`) })),
    ],
    ["account_id", t("orders.filter.account"), accounts.map(({ id, name }) => ({ value: id, label: name }))],
    ["marketplace", t("orders.filter.marketplace"), marketplacesOf(shown)],
    [
      "problem_code",
      t("orders.filter.problem"),
      orderProblemCodes.map((value) => ({ value, label: t(`orders.problem.${value}`) })),
    ],
  ]
  const nothing = Object.fromEntries(filterNames.map((name) => [name, ""]))
  return (
    <div
      role="group"
      aria-label={t("orders.filter.title")}
      className="flex min-w-0 flex-wrap items-center gap-2"
    >
      {options.map(([name, label, choices]) => (
        <ChoiceFilter
          key={name}
          label={label}
          options={choices}
          chosen={chosen(name)}
          onChange={(values) => list.change({ [name]: values.join(",") })}
        />
      ))}
      <PeriodFilter
        label={t("orders.filter.period")}
        period={{ from: list.valueOf("placed_from"), to: list.valueOf("placed_to") }}
        onChange={({ from, to }) => list.change({ placed_from: from, placed_to: to })}
      />
      <Button
        size="small"
        variant="secondary"
        type="button"
        aria-pressed={isLate}
        onClick={() => list.change({ late_to_ship: isLate ? "" : "true" })}
      >
        {isLate ? <CheckMini /> : null}
        {t("orders.filter.late")}
      </Button>
      {list.valueOf("run_id") ? (
        <Button size="small" variant="secondary" aria-pressed onClick={() => list.change({ run_id: "" })}>
          <CheckMini />
          {t("orders.filter.run")}
        </Button>
      ) : null}
      {filterNames.some((name) => list.valueOf(name)) ? (
        <Button size="small" variant="transparent" type="button" onClick={() => list.change(nothing)}>
          {t("orders.filter.clear")}
        </Button>
      ) : null}
    </div>
  )
}
