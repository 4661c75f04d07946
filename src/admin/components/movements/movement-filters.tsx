import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import { useStoreChoices, type Choice } from "../../hooks/use-store-choices"
import type { Account } from "../../lib/answers"
import { severalIn } from "../orders/list-query"
import { marketplacesOf } from "../orders/order-filters"
import { PeriodFilter } from "../orders/period-filter"
import { ChoiceFilter } from "../shared/choice-filter"
import type { FilterName } from "./list-query"
import { movementReasons } from "./movement-reason"
import { ProductFilter } from "./product-filter"

const NO_CHOICES: Choice[] = []

type MovementFiltersProps = { list: ListUrl; accounts: Account[]; names: readonly FilterName[] }

/** What narrows a list of movements, or of balances, by the `names` that it takes. Everything is kept in the address. */
export function MovementFilters({ list, accounts, names }: MovementFiltersProps) {
  const { t } = useTranslation("marketplaces")
  const { data: locations = NO_CHOICES } = useStoreChoices("stock_locations")
  const chosen = (name: FilterName) => severalIn(list.valueOf(name))
  const wanted = chosen("account_id")
  const shown = wanted.length ? accounts.filter(({ id }) => wanted.includes(id)) : accounts
  const options = (
    [
      ["account_id", accounts.map(({ id, name }) => ({ value: id, label: name }))],
      ["location_id", locations],
      ["marketplace", marketplacesOf(shown)],
      ["reason", movementReasons.map((value) => ({ value, label: t(`movements.reason.${value}`) }))],
    ] as const
  ).filter(([name]) => names.includes(name))
  const nothing = Object.fromEntries(names.map((name) => [name, ""]))
  return (
    <div
      role="group"
      aria-label={t("movements.filter.title")}
      className="flex min-w-0 flex-wrap items-center gap-2"
    >
      <ProductFilter
        chosen={list.valueOf("product_id")}
        onChange={(product_id) => list.change({ product_id })}
      />
      {options.map(([name, choices]) => (
        <ChoiceFilter
          key={name}
          label={t(`movements.filter.${name}`)}
          options={[...choices]}
          chosen={chosen(name)}
          onChange={(values) => list.change({ [name]: values.join(",") })}
        />
      ))}
      <PeriodFilter
        label={t("movements.filter.period")}
        period={{ from: list.valueOf("from"), to: list.valueOf("to") }}
        onChange={({ from, to }) => list.change({ from, to })}
      />
      {names.some((name) => list.valueOf(name)) ? (
        <Button size="small" variant="transparent" type="button" onClick={() => list.change(nothing)}>
          {t("movements.filter.clear")}
        </Button>
      ) : null}
    </div>
  )
}
