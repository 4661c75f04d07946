import { CheckMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import type { Choice } from "../../hooks/use-store-choices"
import type { Account } from "../../lib/answers"
import { severalIn } from "../orders/list-query"
import { ChoiceFilter } from "../shared/choice-filter"
import { shipmentProblemCodes, shipmentStates } from "./filter-choices"
import { filterNames, type FilterName } from "./list-query"

/** What narrows a list of shipments; without `accounts` it is the list of one account. Everything is kept in the address. */
export function ShipmentFilters({ list, accounts }: { list: ListUrl; accounts: Account[] | undefined }) {
  const { t } = useTranslation("marketplaces")
  const needsPerson = list.valueOf("needs_person") === "true"
  const options: [FilterName, string, Choice[]][] = [
    [
      "state",
      t("shipping.filter.state"),
      shipmentStates.map((value) => ({ value, label: t(`shipping.state.${value}`) })),
    ],
    [
      "problem_code",
      t("shipping.filter.problem"),
      shipmentProblemCodes.map((value) => ({ value, label: t(`shipping.problem.${value}`) })),
    ],
  ]
  if (accounts) {
    const choices = accounts.map(({ id, name }) => ({ value: id, label: name }))
    options.unshift(["account_id", t("shipping.filter.account"), choices])
  }
  const nothing = Object.fromEntries(filterNames.map((name) => [name, ""]))
  return (
    <div
      role="group"
      aria-label={t("shipping.filter.title")}
      className="flex min-w-0 flex-wrap items-center gap-2"
    >
      {options.map(([name, label, choices]) => (
        <ChoiceFilter
          key={name}
          label={label}
          options={choices}
          chosen={severalIn(list.valueOf(name))}
          onChange={(values) => list.change({ [name]: values.join(",") })}
        />
      ))}
      <Button
        size="small"
        variant="secondary"
        type="button"
        aria-pressed={needsPerson}
        onClick={() => list.change({ needs_person: needsPerson ? "" : "true" })}
      >
        {needsPerson ? <CheckMini /> : null}
        {t("shipping.filter.needsPerson")}
      </Button>
      {filterNames.some((name) => list.valueOf(name)) ? (
        <Button size="small" variant="transparent" type="button" onClick={() => list.change(nothing)}>
          {t("shipping.filter.clear")}
        </Button>
      ) : null}
    </div>
  )
}
