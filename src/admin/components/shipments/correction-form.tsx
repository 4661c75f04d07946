import { Button, Hint, Input, Label, toast } from "@medusajs/ui"
import { useId, useState, type FormEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useCarriers } from "../../hooks/use-carriers"
import { useCorrectShipment } from "../../hooks/use-dispatches"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { usePlatformOf } from "../../hooks/use-platform"
import type { Dispatch } from "../../lib/answers"
import { CarrierField } from "./carrier-field"
import { correctionOf } from "./correction"

type CorrectionFormProps = {
  shipment: Pick<Dispatch, "id" | "account_id" | "shipment">
  /** Without it only the tracking number is asked for. */
  withCarrier?: boolean
  onDone?: () => void
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} id={`${id}-label`} size="small" weight="plus">
        {label}
      </Label>
      {children}
    </div>
  )
}

/** Adds or corrects tracking number and carrier of a package. Medusa's own pages cannot once the parcel has left. */
export function CorrectionForm({ shipment, withCarrier = false, onDone }: CorrectionFormProps) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const { platform } = usePlatformOf(shipment.account_id)
  const { data } = useCarriers(shipment.account_id, "", withCarrier)
  const id = useId()
  const known = shipment.shipment
  const [typed, setTyped] = useState({
    tracking: known?.tracking_number ?? "",
    carrier: known?.carrier ?? "",
    name: known?.carrier_name ?? "",
  })
  const { mutateAsync, isPending, error } = useCorrectShipment(shipment.id)
  const type = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }))
  const carriers = data?.carriers ?? []
  const takesName = carriers.find(({ code }) => code === typed.carrier)?.takes_name ?? false
  const correction = correctionOf(known, {
    tracking: typed.tracking,
    carrier: withCarrier ? typed.carrier : undefined,
    name: withCarrier && takesName ? typed.name : undefined,
  })
  if (!operate) return null

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!correction) return
    // The form may be gone with its problem by the time the answer is here; what is refused stays under the field.
    mutateAsync(correction).then(
      () => {
        toast.success(t("shipping.correct.done"))
        onDone?.()
      },
      () => undefined,
    )
  }
  const tracking = `${id}-tracking`
  const carrier = `${id}-carrier`
  const fault = error ? `${id}-error` : undefined
  return (
    <form className="flex w-full flex-col gap-y-3" onSubmit={save} data-correction>
      <Field id={tracking} label={t("shipping.fact.tracking")}>
        <Input
          id={tracking}
          size="small"
          autoComplete="off"
          maxLength={100}
          value={typed.tracking}
          aria-invalid={error ? true : undefined}
          aria-describedby={fault}
          onChange={({ target }) => type({ tracking: target.value })}
        />
      </Field>
      {withCarrier ? (
        <Field id={carrier} label={t("shipping.correct.carrier")}>
          <CarrierField
            accountId={shipment.account_id}
            carriers={carriers}
            platform={platform}
            value={typed.carrier}
            control={{
              id: carrier,
              "aria-invalid": error ? true : undefined,
              "aria-describedby": `${carrier}-help`,
            }}
            disabled={isPending}
            onChange={(code) => type({ carrier: code, name: "" })}
          />
          {takesName ? (
            <Input
              size="small"
              aria-label={t("shipping.carriers.name")}
              placeholder={t("shipping.carriers.name")}
              maxLength={100}
              value={typed.name}
              onChange={({ target }) => type({ name: target.value })}
            />
          ) : null}
          <Hint id={`${carrier}-help`}>{t("shipping.correct.carrierHelp")}</Hint>
        </Field>
      ) : null}
      {error ? (
        <Hint id={fault} variant="error">
          {error.message}
        </Hint>
      ) : null}
      <div className="flex gap-x-2">
        <Button type="submit" size="small" disabled={!correction} isLoading={isPending}>
          {t("shipping.correct.save")}
        </Button>
        {onDone ? (
          <Button type="button" size="small" variant="secondary" onClick={onDone}>
            {t("common.cancel")}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
