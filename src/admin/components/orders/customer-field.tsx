import { Button, Input, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useCustomer, useCustomers, type Customer } from "../../hooks/use-customers"
import { useDebounced } from "../../hooks/use-debounced"

function CustomerName({ customer: { name, details } }: { customer: Customer }) {
  return (
    <>
      <Text as="span" size="small" leading="compact" className="block break-words">
        {name}
      </Text>
      {details ? (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle block break-words">
          {details}
        </Text>
      ) : null}
    </>
  )
}

type CustomerFieldProps = {
  /** Whom a person chose; null = the buyer, as the order came. */
  chosen: string | null
  /** Whose order it is; null while that is not known. */
  current: string | null
  disabled: boolean
  onChange: (id: string | null) => void
}

/** Whose order it is, and a search over the store's customers for somebody else. */
export function CustomerField({ chosen, current, disabled, onChange }: CustomerFieldProps) {
  const { t } = useTranslation("marketplaces")
  const [isSearching, setSearching] = useState(false)
  const { data: customer } = useCustomer(current)
  const choose = (id: string | null) => {
    onChange(id)
    setSearching(false)
  }
  return (
    <div role="group" aria-label={t("orders.change.customer")} className="flex flex-col gap-y-2">
      <Text size="small" leading="compact" weight="plus">
        {t("orders.change.customer")}
      </Text>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="min-w-0">
          {customer && current ? (
            <CustomerName customer={customer} />
          ) : (
            <Text size="small" className="text-ui-fg-subtle">
              {t("orders.change.buyer")}
            </Text>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          {chosen ? (
            <Button
              type="button"
              size="small"
              variant="transparent"
              disabled={disabled}
              onClick={() => choose(null)}
            >
              {t("orders.change.takeBuyer")}
            </Button>
          ) : null}
          <Button
            type="button"
            size="small"
            variant="secondary"
            aria-expanded={isSearching}
            disabled={disabled}
            onClick={() => setSearching(!isSearching)}
          >
            {t("orders.change.chooseCustomer")}
          </Button>
        </div>
      </div>
      {isSearching ? <CustomerSearch chosen={current} onChoose={choose} /> : null}
    </div>
  )
}

function CustomerSearch({ chosen, onChoose }: { chosen: string | null; onChoose: (id: string) => void }) {
  const { t } = useTranslation("marketplaces")
  const id = useId()
  const [text, setText] = useState("")
  const q = useDebounced(text.trim())
  const { data, error } = useCustomers(q)
  const nothing = q && data?.length === 0 ? t("orders.change.nobodyFound", { q }) : undefined
  return (
    <div className="flex flex-col gap-y-2">
      <Input
        // What was asked for is typed at once.
        autoFocus
        type="search"
        size="small"
        autoComplete="off"
        maxLength={100}
        aria-label={t("orders.change.searchCustomer")}
        placeholder={t("orders.change.searchCustomer")}
        value={text}
        onChange={({ target }) => setText(target.value)}
        // Enter asks nothing of the form around.
        onKeyDown={(event) => (event.key === "Enter" ? event.preventDefault() : undefined)}
      />
      <Text size="small" role="status" className={error || nothing ? "text-ui-fg-subtle" : "sr-only"}>
        {error?.message ?? nothing}
      </Text>
      {data?.length ? (
        <RadioGroup
          aria-label={t("orders.change.customer")}
          className="max-h-60 gap-0 divide-y overflow-y-auto rounded-lg border"
          value={chosen ?? ""}
        >
          {data.map((customer) => (
            <div key={customer.id} className="flex items-center gap-x-3 px-3">
              {/* Not by the group: its arrow keys choose what they pass, and choosing closes the list. */}
              <RadioGroup.Item
                id={`${id}-${customer.id}`}
                value={customer.id}
                className="shrink-0"
                onClick={() => onChoose(customer.id)}
              />
              <Label htmlFor={`${id}-${customer.id}`} className="min-w-0 flex-1 cursor-pointer py-2">
                <CustomerName customer={customer} />
              </Label>
            </div>
          ))}
        </RadioGroup>
      ) : null}
    </div>
  )
}
