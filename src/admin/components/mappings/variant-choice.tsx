import { Badge, Input, Label, RadioGroup, Skeleton, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useDebounced } from "../../hooks/use-debounced"
import { useSuggestions } from "../../hooks/use-mappings"
import type { Mapping, Suggestion } from "../../lib/answers"
import { LoadFailure } from "../shared/load-failure"
import { VariantLine, type ShownVariant } from "./variant-line"

export type ChosenVariant = ShownVariant & { id: string; reason?: Suggestion["reason"] }

type Props = { mapping: Mapping; chosen: ChosenVariant | null; onChoose: (variant: ChosenVariant) => void }

/** What was proposed when the listings were read; a person who searches looks for something else. */
function proposedFor({ proposal }: Mapping): ChosenVariant[] {
  return proposal?.variant ? [{ ...proposal.variant, reason: proposal.by }] : []
}

/** The suggestions, and before them what is chosen or was proposed when it is not among them. */
function offered(suggestions: Suggestion[], first: ChosenVariant[]): ChosenVariant[] {
  const found = suggestions.map(({ variant_id, ...variant }) => ({ ...variant, id: variant_id }))
  const others = first.filter(({ id }) => !found.some((one) => one.id === id))
  return [...new Map([...others, ...found].map((one) => [one.id, one])).values()]
}

/** The variants that a listing may be, the most likely first, and a search over all of the store's variants. */
export function VariantChoice({ mapping, chosen, onChoose }: Props) {
  const { t } = useTranslation("marketplaces")
  const searchId = useId()
  const [text, setText] = useState("")
  const q = useDebounced(text.trim())
  const { data, error, refetch } = useSuggestions(mapping.id, q)
  const first = [...(chosen ? [chosen] : []), ...(q ? [] : proposedFor(mapping))]
  const variants = offered(data?.suggestions ?? [], first)
  const nothing =
    data && !data.suggestions.length
      ? q
        ? t("mappings.choose.nothingFound", { q })
        : variants.length
          ? undefined
          : t("mappings.choose.none")
      : undefined

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={searchId} size="small" weight="plus">
          {t("mappings.choose.label")}
        </Label>
        <Input
          id={searchId}
          type="search"
          autoComplete="off"
          maxLength={100}
          value={text}
          placeholder={t("mappings.choose.placeholder")}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton className="h-28 w-full rounded-lg" /> : null}
      <Text size="small" role="status" className={nothing ? "text-ui-fg-subtle" : "sr-only"}>
        {nothing}
      </Text>
      {variants.length ? (
        <Text id={`${searchId}-list`} size="xsmall" weight="plus" className="text-ui-fg-subtle -mb-1">
          {q ? t("mappings.choose.found") : t("mappings.choose.suggested")}
        </Text>
      ) : null}
      {variants.length ? (
        <RadioGroup
          aria-labelledby={`${searchId}-list`}
          className="max-h-72 gap-0 divide-y overflow-y-auto rounded-lg border"
          value={chosen?.id ?? ""}
          onValueChange={(id) => {
            const variant = variants.find((offer) => offer.id === id)
            if (variant) onChoose(variant)
          }}
        >
          {variants.map((variant) => (
            <VariantOption key={variant.id} variant={variant} isMapped={variant.id === mapping.variant_id} />
          ))}
        </RadioGroup>
      ) : null}
    </div>
  )
}

function VariantOption({ variant, isMapped }: { variant: ChosenVariant; isMapped: boolean }) {
  const { t } = useTranslation("marketplaces")
  const id = useId()
  const { reason } = variant
  return (
    <div className="hover:bg-ui-bg-base-hover flex items-center gap-x-3 px-3">
      <RadioGroup.Item id={id} value={variant.id} className="shrink-0" />
      <label
        htmlFor={id}
        className="flex min-w-0 flex-1 cursor-pointer items-center justify-between gap-x-3 py-2"
      >
        <VariantLine variant={variant} />
        {isMapped ? (
          <Badge size="2xsmall" color="green" className="shrink-0">
            {t("mappings.choose.current")}
          </Badge>
        ) : reason && reason !== "search" ? (
          <Badge size="2xsmall" color="blue" className="shrink-0">
            {t(`mappings.reason.${reason}`)}
          </Badge>
        ) : null}
      </label>
    </div>
  )
}
