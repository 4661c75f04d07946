import { Alert, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useStoreChoices, type Choice } from "../../../hooks/use-store-choices"
import type { Account } from "../../../lib/answers"
import { tabPath } from "../../account/account-tabs"
import { Field } from "../../connect/field"
import { ChoiceField } from "./choice-field"
import { ListingSearch } from "./listing-search"
import { placesOf, platformLocations, type TransferDraft } from "./transfer-draft"
import { TransferLine } from "./transfer-line"

const NO_CHOICES: Choice[] = []

type TransferFieldsProps = {
  account: Account
  platform: string
  draft: TransferDraft
  /** What the API said of each field, by its path. */
  refusals: Record<string, string>
  onChange: (change: Partial<TransferDraft>) => void
}

/** From where to where, under which number, and what. */
export function TransferFields({ account, platform, draft, refusals, onChange }: TransferFieldsProps) {
  const { t } = useTranslation("marketplaces")
  const id = useId()
  const { data: locations = NO_CHOICES } = useStoreChoices("stock_locations")
  const atPlatform = platformLocations(account)
  const { from, to } = placesOf(draft, account)
  const { lines } = draft
  const fromName = locations.find(({ value }) => value === from)?.label

  if (!atPlatform.length) {
    return (
      <Alert variant="warning" data-no-platform-location>
        {t("movements.transfer.noPlatformLocation", { account: account.name, platform })}{" "}
        <Link to={tabPath(account, "stock")} className="underline underline-offset-2">
          {t("movements.transfer.chooseLocation")}
        </Link>
      </Alert>
    )
  }
  return (
    <>
      <Field
        id={`${id}-reference`}
        label={t("movements.transfer.reference")}
        help={t("movements.transfer.referenceHelp", { platform })}
        refusal={refusals.reference}
      >
        {(aria) => (
          <Input
            {...aria}
            autoComplete="off"
            maxLength={100}
            value={draft.reference}
            onChange={({ target }) => onChange({ reference: target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          id={`${id}-from`}
          label={t("movements.transfer.from")}
          refusal={refusals.from_location_id}
          placeholder={t("movements.transfer.choosePlace")}
          choices={locations.filter(({ value }) => !atPlatform.includes(value))}
          value={from}
          onChange={(value) => onChange({ from: value })}
        />
        <ChoiceField
          id={`${id}-to`}
          label={t("movements.transfer.to")}
          refusal={refusals.to_location_id}
          placeholder={t("movements.transfer.choosePlace")}
          choices={locations.filter(({ value }) => atPlatform.includes(value))}
          value={to}
          onChange={(value) => onChange({ to: value })}
        />
      </div>
      {lines.length ? (
        <div className="flex flex-col gap-y-2">
          <Label id={`${id}-lines`} size="small" weight="plus">
            {t("movements.transfer.lines")}
          </Label>
          <ul className="divide-y rounded-lg border" aria-labelledby={`${id}-lines`}>
            {lines.map((line, index) => (
              <TransferLine
                key={line.listing.listing_key}
                line={line}
                from={fromName}
                refusal={refusals[`lines.${index}.quantity`] ?? refusals[`lines.${index}.listing_key`]}
                onChange={(quantity) =>
                  onChange({
                    lines: lines.map((one, place) => (place === index ? { ...one, quantity } : one)),
                  })
                }
                onRemove={() => onChange({ lines: lines.filter((_line, place) => place !== index) })}
              />
            ))}
          </ul>
        </div>
      ) : null}
      <ListingSearch
        key={account.id}
        accountId={account.id}
        added={lines.map(({ listing }) => listing.listing_key)}
        onAdd={(listing) => onChange({ lines: [...lines, { listing, quantity: "" }] })}
      />
    </>
  )
}
