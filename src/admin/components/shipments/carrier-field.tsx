import { ChevronUpDown } from "@medusajs/icons"
import { Button, Input, Text, clx } from "@medusajs/ui"
import { useId, useState, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useCarriers, type Carrier } from "../../hooks/use-carriers"
import { useDebounced } from "../../hooks/use-debounced"
import type { ControlProps } from "../account/form/field-row"
import { carrierMeant, carriersLike } from "./carrier-search"

type CarrierFieldProps = {
  accountId: string
  carriers: Carrier[]
  platform: string
  /** A code of the list, or what was typed that is not on it; empty: none is chosen. */
  value: string
  control: ControlProps
  disabled: boolean
  onChange: (code: string) => void
}

/** The carrier that a name that is not on the list probably means. */
function Nearest({
  accountId,
  platform,
  value,
  carriers,
  onChange,
}: Omit<CarrierFieldProps, "control" | "disabled">) {
  const { t } = useTranslation("marketplaces")
  const typed = useDebounced(value)
  const { data } = useCarriers(accountId, typed, typed !== "")
  const nearest = typed === value ? carriers.find(({ code }) => code === data?.suggestion) : undefined
  return (
    <div className="flex flex-wrap items-center gap-2" role="status">
      <Text size="small" className="text-ui-fg-subtle">
        {t("shipping.carriers.unknown", { platform, carrier: value })}
      </Text>
      {nearest ? (
        <Button size="small" variant="secondary" type="button" onClick={() => onChange(nearest.code)}>
          {t("shipping.carriers.didYouMean", { carrier: nearest.label })}
        </Button>
      ) : null}
    </div>
  )
}

/** One of the platform's carriers: chosen from the list, found by typing a part of its name, or typed freely. */
export function CarrierField({ control, disabled, ...props }: CarrierFieldProps) {
  const { carriers, value, onChange } = props
  const { t } = useTranslation("marketplaces")
  const listId = useId()
  const known = carriers.find(({ code }) => code === value)
  // A platform without a list of carriers takes any name.
  const hasList = carriers.length > 0
  const [typed, setTyped] = useState<string>()
  const [isWanted, setWanted] = useState(false)
  const [active, setActive] = useState(-1)
  const shown = typed ?? known?.label ?? value
  // What is chosen already does not narrow the list that is opened to choose another.
  const offered = carriersLike(carriers, typed ?? "")
  const isOpen = isWanted && offered.length > 0

  const open = () => {
    setWanted(true)
    setActive(-1)
  }
  const close = () => {
    setWanted(false)
    setTyped(undefined)
    setActive(-1)
  }
  const choose = (code: string) => {
    onChange(code)
    close()
  }
  const move = (step: number) => {
    if (!isOpen) open()
    else setActive((place) => (place + step + offered.length) % offered.length)
  }
  const keys: Record<string, () => boolean> = {
    ArrowDown: () => (move(1), true),
    ArrowUp: () => (move(-1), true),
    Enter: () => {
      if (!isOpen || !offered[active]) return false
      choose(offered[active].code)
      return true
    },
    Escape: () => (isOpen ? (close(), true) : false),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!keys[event.key]?.()) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="flex flex-col gap-y-2">
      <div className="relative">
        <Input
          {...control}
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
          maxLength={100}
          disabled={disabled}
          placeholder={t("shipping.carriers.placeholder")}
          className="pr-8"
          value={shown}
          onClick={({ currentTarget }) => {
            open()
            currentTarget.select()
          }}
          onBlur={close}
          onKeyDown={onKeyDown}
          onChange={({ target }) => {
            setTyped(target.value)
            open()
            onChange(carrierMeant(carriers, target.value)?.code ?? target.value.trim())
          }}
        />
        {hasList ? (
          <ChevronUpDown
            className="text-ui-fg-muted pointer-events-none absolute right-2 top-1/2 -translate-y-1/2"
            aria-hidden
          />
        ) : null}
        {isOpen ? (
          <ul
            id={listId}
            role="listbox"
            aria-labelledby={`${control.id}-label`}
            className="bg-ui-bg-component shadow-elevation-flyout absolute inset-x-0 top-full z-20 mt-1 max-h-60 overflow-y-auto rounded-lg p-1"
          >
            {offered.map(({ code, label }, place) => (
              <li
                key={code}
                id={`${listId}-${place}`}
                role="option"
                aria-selected={code === value}
                ref={(row) => (place === active ? row?.scrollIntoView({ block: "nearest" }) : undefined)}
                className={clx(
                  "txt-compact-small hover:bg-ui-bg-component-hover cursor-pointer rounded-md px-2 py-1.5",
                  place === active && "bg-ui-bg-component-hover",
                  code === value && "font-medium",
                )}
                // Before the field loses the focus, which closes the list.
                onMouseDown={(event) => {
                  event.preventDefault()
                  choose(code)
                }}
              >
                {label}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {value && !known && !isOpen && hasList ? <Nearest {...props} /> : null}
    </div>
  )
}
