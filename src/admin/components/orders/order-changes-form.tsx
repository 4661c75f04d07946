import { Button, Hint, Input, Label, toast } from "@medusajs/ui"
import { useEffect, useId, useState, type FormEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useAccount } from "../../hooks/use-accounts"
import { useChangeOrder } from "../../hooks/use-orders"
import { usePersonName } from "../../hooks/use-people"
import type { OrderDetails } from "../../lib/answers"
import { ChoiceSelect } from "../shared/choice-select"
import { CustomerField } from "./customer-field"
import {
  areInstallments,
  changesOf,
  isChangeable,
  isUnsaved,
  typedOf,
  type TypedChanges,
} from "./order-changes"
import { numberOf } from "./order-number"

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      {children}
    </div>
  )
}

export type OrderChangesFormProps = {
  order: OrderDetails
  /** Told whether anything typed is not saved yet; nothing is once the form is gone. */
  onUnsaved: (isUnsaved: boolean) => void
}

/** Salesperson, payment method, instalments and customer of an order, as far as its state allows to change them. */
export function OrderChangesForm({ order, onUnsaved }: OrderChangesFormProps) {
  const { t } = useTranslation("marketplaces")
  const id = useId()
  const before = typedOf(order)
  const [typed, setTyped] = useState<TypedChanges>(before)
  const { mutateAsync, isPending, error } = useChangeOrder(order.id)
  const type = (part: Partial<TypedChanges>) => setTyped((known) => ({ ...known, ...part }))
  const changes = changesOf(before, typed)
  const isWrong = !areInstallments(typed.installments)
  const unsaved = isUnsaved(before, typed)

  useEffect(() => {
    onUnsaved(unsaved)
    return () => onUnsaved(false)
  }, [unsaved, onUnsaved])

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!changes) return
    // The form begins anew with what was saved; what is refused stays below it.
    mutateAsync(changes).then(
      () => {
        // What comes to the same as before begins no new form.
        setTyped(before)
        toast.success(t("orders.change.saved", { reference: numberOf(order) }))
      },
      () => undefined,
    )
  }

  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-y-4">
      <Field id={`${id}-salesperson`} label={t("orders.change.salesperson")}>
        <Salesperson
          id={`${id}-salesperson`}
          accountId={order.account_id}
          value={typed.salesperson}
          disabled={isPending}
          onChange={(salesperson) => type({ salesperson })}
        />
      </Field>
      {isChangeable(order, "payment_method") ? (
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-x-3">
          <Field id={`${id}-payment`} label={t("orders.change.payment")}>
            <Input
              id={`${id}-payment`}
              size="small"
              autoComplete="off"
              maxLength={100}
              value={typed.payment}
              aria-describedby={`${id}-payment-hint`}
              onChange={({ target }) => type({ payment: target.value })}
            />
          </Field>
          <Field id={`${id}-installments`} label={t("orders.change.installments")}>
            <Input
              id={`${id}-installments`}
              size="small"
              autoComplete="off"
              inputMode="numeric"
              maxLength={2}
              value={typed.installments}
              aria-invalid={isWrong || undefined}
              aria-describedby={`${id}-payment-hint`}
              onChange={({ target }) => type({ installments: target.value })}
            />
          </Field>
          <Hint id={`${id}-payment-hint`} className="col-span-2 mt-1" variant={isWrong ? "error" : "info"}>
            {isWrong ? t("orders.change.installmentsWrong") : t("orders.change.paymentHint")}
          </Hint>
        </div>
      ) : null}
      {isChangeable(order, "customer_id") ? (
        <CustomerField
          chosen={typed.customer}
          current={before.customer === typed.customer ? (order.order?.customer_id ?? null) : typed.customer}
          disabled={isPending}
          onChange={(customer) => type({ customer })}
        />
      ) : null}
      {error ? (
        <Hint variant="error" role="alert">
          {error.message}
        </Hint>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="small" variant="secondary" disabled={!changes} isLoading={isPending}>
          {t("orders.change.save")}
        </Button>
        {unsaved ? (
          <Button
            type="button"
            size="small"
            variant="transparent"
            disabled={isPending}
            onClick={() => setTyped(before)}
          >
            {t("orders.change.discard")}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

type SalespersonProps = {
  id: string
  accountId: string
  value: string | null
  disabled: boolean
  onChange: (id: string | null) => void
}

/** One of the store's users, or whom the account's settings name. */
function Salesperson({ accountId, ...control }: SalespersonProps) {
  const { t } = useTranslation("marketplaces")
  const { data } = useAccount(accountId)
  const nameOf = usePersonName()
  const usual = nameOf(data?.account.settings.salesperson_id ?? null)
  const emptyLabel = usual ? t("orders.change.asAccount", { name: usual }) : t("orders.change.nobody")
  return <ChoiceSelect list="users" size="small" emptyLabel={emptyLabel} {...control} />
}
