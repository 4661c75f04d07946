import { ChevronDownMini } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import type { Choice } from "../../hooks/use-store-choices"

type ChoiceFilterProps = {
  label: string
  options: Choice[]
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/**
 * A filter that takes several of a list. The button says what is chosen, so that nothing has to be opened to see it. (Medusa's
 * own filter chips have buttons without a name and an English word in every language.)
 */
export function ChoiceFilter({ label, options, chosen, onChange }: ChoiceFilterProps) {
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value)
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" type="button" className="max-w-full">
          <span className={names.length ? "text-ui-fg-subtle" : undefined}>{label}</span>
          {names.length ? <span className="max-w-48 truncate">{names.join(", ")}</span> : null}
          <ChevronDownMini className="text-ui-fg-muted" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start" className="max-h-80 overflow-y-auto">
        {options.map(({ value, label: name }) => (
          <DropdownMenu.CheckboxItem
            key={value}
            checked={chosen.includes(value)}
            onCheckedChange={() => toggle(value)}
            onSelect={(event) => event.preventDefault()}
          >
            {name}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
