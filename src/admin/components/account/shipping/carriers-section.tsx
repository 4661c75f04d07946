import { Input, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCarriers, type Carrier } from "../../../hooks/use-carriers"
import { useStoreChoices, type Choice } from "../../../hooks/use-store-choices"
import type { Account } from "../../../lib/answers"
import { LoadFailure } from "../../shared/load-failure"
import { CarrierField } from "../../shipments/carrier-field"
import { useAccountForm } from "../form/account-form"
import { FieldRow } from "../form/field-row"
import { Section } from "../section"
import { carrierRows, choiceFor, withChoice, type CarrierRow } from "./carrier-choices"

const NONE: Choice[] = []

type RowProps = { account: Account; row: CarrierRow; carriers: Carrier[]; platform: string }

/** The carrier of a shipping option or a provider, with its name where the platform's list has none. */
function CarrierOf({ account, row, carriers, platform }: RowProps) {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  const choices = form.settings.carriers
  const choice = choiceFor(choices, row)
  const carrier = carriers.find(({ code }) => code === choice?.carrier)
  const disabled = form.isReadOnly || form.isSaving
  const fault = (field: string) => choice && form.errors[`settings.carriers.${choice.place}.${field}`]
  const choose = (code: string, name: string | null) =>
    form.setSetting("carriers", withChoice(choices, row, { carrier: code, carrier_name: name }))
  return (
    <FieldRow
      id={`settings.carriers.${row.source}.${row.id}`}
      label={row.name}
      help={t(`shipping.carriers.source.${row.source}`)}
      error={fault("carrier") ?? fault("carrier_name")}
    >
      {(control) => (
        <>
          <CarrierField
            accountId={account.id}
            carriers={carriers}
            platform={platform}
            value={choice?.carrier ?? ""}
            control={control}
            disabled={disabled}
            onChange={(code) => choose(code, null)}
          />
          {choice && carrier?.takes_name ? (
            <Input
              aria-label={t("shipping.carriers.nameOf", { name: row.name })}
              placeholder={t("shipping.carriers.name")}
              maxLength={100}
              disabled={disabled}
              value={choice.carrier_name ?? ""}
              onChange={({ target }) => choose(choice.carrier, target.value || null)}
            />
          ) : null}
        </>
      )}
    </FieldRow>
  )
}

/** Which carrier the platform is told for what leaves by each shipping option and provider of the store. */
export function CarriersSection({ account, platform }: { account: Account; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const { settings } = useAccountForm()
  const carriers = useCarriers(account.id)
  const { data } = carriers
  const options = useStoreChoices("shipping_options")
  const providers = useStoreChoices("fulfillment_providers")
  const failed = [carriers, options, providers].filter(({ error }) => error)
  const isReady = data && options.data && providers.data
  return (
    <Section title={t("shipping.carriers.title")} help={t("account.help.carriers")}>
      {failed[0]?.error ? (
        <LoadFailure
          error={failed[0].error}
          onRetry={() => void Promise.all(failed.map(({ refetch }) => refetch()))}
        />
      ) : isReady ? (
        carrierRows(options.data ?? NONE, providers.data ?? NONE, settings.carriers).map((row) => (
          <CarrierOf
            key={`${row.source} ${row.id}`}
            account={account}
            row={row}
            carriers={data.carriers}
            platform={platform}
          />
        ))
      ) : (
        <div className="px-6 py-4">
          <Skeleton className="h-24 w-full" aria-label={t("common.loading")} />
        </div>
      )}
    </Section>
  )
}
