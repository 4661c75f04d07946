import { Plus } from "@medusajs/icons"
import { Input, Skeleton, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useDebounced } from "../../../hooks/use-debounced"
import { useMappedListings } from "../../../hooks/use-movements"
import type { Mapping } from "../../../lib/answers"
import { Field } from "../../connect/field"
import { ListingName } from "../../mappings/listing-name"
import { LoadFailure } from "../../shared/load-failure"

/** Some more than are shown, since those that are added already are left out. */
const ASKED = 20
const SHOWN = 5

type ListingSearchProps = {
  accountId: string
  /** The listings that are lines already. */
  added: string[]
  onAdd: (listing: Mapping) => void
}

/** Finds the account's mapped listings and adds them to the transfer. */
export function ListingSearch({ accountId, added, onAdd }: ListingSearchProps) {
  const { t } = useTranslation("marketplaces")
  const id = useId()
  const [text, setText] = useState("")
  const q = useDebounced(text.trim())
  const { data, error, refetch } = useMappedListings(accountId, q, ASKED)
  const found = (data?.mappings ?? []).filter(({ listing_key }) => !added.includes(listing_key))
  const nothing = !data
    ? undefined
    : data.count === 0
      ? t(q ? "movements.transfer.noListing" : "movements.transfer.noListings", { q })
      : found.length === 0
        ? t("movements.transfer.allAdded")
        : undefined
  return (
    <div className="flex flex-col gap-y-3">
      <Field id={id} label={t("movements.transfer.addListing")} help={t("movements.transfer.addHelp")}>
        {(aria) => (
          <Input
            {...aria}
            type="search"
            autoComplete="off"
            value={text}
            placeholder={t("mappings.searchListings")}
            onChange={({ target }) => setText(target.value)}
            // In a form, Enter would record the transfer.
            onKeyDown={(event) => (event.key === "Enter" ? event.preventDefault() : undefined)}
          />
        )}
      </Field>
      {error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton className="h-28 w-full rounded-lg" /> : null}
      <Text size="small" role="status" className={nothing ? "text-ui-fg-subtle" : "sr-only"}>
        {nothing}
      </Text>
      {found.length ? (
        <ul className="divide-y rounded-lg border" aria-label={t("movements.transfer.found")}>
          {found.slice(0, SHOWN).map((listing) => (
            <li key={listing.id}>
              <button
                type="button"
                className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex w-full items-center justify-between gap-x-3 rounded-lg px-3 py-1 text-left outline-none"
                aria-label={t("movements.transfer.add", { listing: listing.title ?? listing.listing_key })}
                onClick={() => {
                  onAdd(listing)
                  setText("")
                }}
              >
                <ListingName mapping={listing} />
                <Plus className="text-ui-fg-subtle shrink-0" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
