import { CheckMini } from "@medusajs/icons"
import { Button, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import { listingStates, shownListings } from "./list-query"

/** A select has no empty value. */
const ANY_STATE = "any"
const toggles = ["proposed", "listed"] as const

type ListingFiltersProps = {
  url: ListUrl
  /** Whether the connector reads the platform's list; without it nothing is proposed nor listed. */
  readsListings: boolean
}

/** What narrows the list of listings. Everything is kept in the address. */
export function ListingFilters({ url, readsListings }: ListingFiltersProps) {
  const { t } = useTranslation("marketplaces")
  const shown = shownListings(url.valueOf)
  return (
    <>
      <Select
        size="small"
        value={shown.state ?? ANY_STATE}
        onValueChange={(value) => url.change({ state: value === ANY_STATE ? "" : value })}
      >
        <Select.Trigger aria-label={t("mappings.columns.state")} className="w-fit gap-x-2">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ANY_STATE}>{t("mappings.anyState")}</Select.Item>
          {listingStates.map((value) => (
            <Select.Item key={value} value={value}>
              {t(`mappings.state.${value}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      {readsListings
        ? toggles.map((name) => (
            <Button
              key={name}
              size="small"
              variant="secondary"
              type="button"
              aria-pressed={shown[name] === "true"}
              onClick={() => url.change({ [name]: shown[name] ? "" : "true" })}
            >
              {shown[name] ? <CheckMini /> : null}
              {t(`mappings.filter.${name}`)}
            </Button>
          ))
        : null}
    </>
  )
}
