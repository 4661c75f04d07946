import { CommandBar } from "@medusajs/ui"
import { Fragment } from "react"
import { useTableTexts } from "../../hooks/use-table-texts"

export type SelectionCommand = { label: string; shortcut: string; action: () => void }

/** Medusa's bar for chosen rows leaves its dialog without a name; a screen reader says how many rows are chosen. */
const nameDialog = (name: string) => (bar: HTMLDivElement | null) =>
  bar?.closest("[role=dialog]")?.setAttribute("aria-label", name)

type SelectionBarProps = {
  count: number
  commands: SelectionCommand[]
  /** Their letters do nothing: a dialog asks for something. */
  deaf?: boolean
}

/** What can be done with the chosen rows of a table; there while any is chosen. */
export function SelectionBar({ count, commands, deaf = false }: SelectionBarProps) {
  const selected = useTableTexts().selected(count)
  return (
    <CommandBar open={count > 0 && commands.length > 0}>
      <CommandBar.Bar ref={nameDialog(selected)}>
        <CommandBar.Value>{selected}</CommandBar.Value>
        {commands.map(({ label, shortcut, action }) => (
          <Fragment key={label}>
            <CommandBar.Seperator />
            <CommandBar.Command label={label} shortcut={shortcut} action={action} disabled={deaf} />
          </Fragment>
        ))}
      </CommandBar.Bar>
    </CommandBar>
  )
}
