import { Trash } from "@medusajs/icons"
import { Hint, IconButton, Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import { useFormat } from "../../../lib/format"
import { ListingName } from "../../mappings/listing-name"
import { nameOfVariant } from "../../mappings/variant-line"
import { packagesTyped, unitsOf, type DraftLine } from "./transfer-draft"

type TransferLineProps = {
  line: DraftLine
  /** Where the goods leave. */
  from: string | undefined
  refusal: string | undefined
  onChange: (quantity: string) => void
  onRemove: () => void
}

/** One listing that is sent: how many packages of it, and what they take from stock. */
export function TransferLine({ line, from, refusal, onChange, onRemove }: TransferLineProps) {
  const { t } = useTranslation("marketplaces")
  const { number } = useFormat()
  const countOf = useCount()
  const id = useId()
  const { listing, quantity } = line
  const title = listing.title ?? listing.listing_key
  const units = unitsOf(line)
  const isWrong = quantity !== "" && packagesTyped(quantity) === undefined
  return (
    <li className="flex flex-col gap-y-2 px-3 py-2" data-line={listing.listing_key}>
      <div className="flex items-center justify-between gap-x-3">
        <ListingName mapping={listing} />
        <div className="flex shrink-0 items-center gap-x-2">
          <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle">
            {t("movements.transfer.packages")}
            <span className="sr-only"> {title}</span>
          </Label>
          <Input
            id={id}
            // It was added by a click: its number is what comes next.
            autoFocus
            size="small"
            inputMode="numeric"
            autoComplete="off"
            className="w-20 text-right"
            value={quantity}
            aria-invalid={isWrong || refusal !== undefined}
            aria-describedby={`${id}-takes`}
            onChange={({ target }) => onChange(target.value)}
          />
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            aria-label={t("movements.transfer.remove", { listing: title })}
            onClick={onRemove}
          >
            <Trash className="text-ui-fg-subtle" />
          </IconButton>
        </div>
      </div>
      <div id={`${id}-takes`} aria-live="polite">
        {units === undefined ? null : (
          <Text size="xsmall" className="text-ui-fg-subtle text-pretty" data-takes={units}>
            {t("movements.transfer.takes", {
              ...countOf(units),
              units: number(units),
              product: listing.variant ? nameOfVariant(listing.variant) : title,
              location: from ?? t("movements.transfer.yourStock"),
            })}
          </Text>
        )}
        {isWrong ? <Hint variant="error">{t("movements.transfer.wholeNumber")}</Hint> : null}
        {refusal ? <Hint variant="error">{refusal}</Hint> : null}
      </div>
    </li>
  )
}
