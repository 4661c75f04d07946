import { CommandBar } from "@medusajs/ui"
import { Fragment, useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTableTexts } from "../../hooks/use-table-texts"
import { isNoCommand } from "./command-letters"

/** As many rows as the API acts on at once. */
export const MOST_CHOSEN = 100

export type SelectionCommand = {
  label: string
  /** One small letter. */
  shortcut: string
  /** Done when its questions are answered and the API has answered. */
  action: () => Promise<unknown>
}

/** What is open above the page and takes letters for itself. */
const OVERLAYS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]"

/** Medusa's commands look at a key's letter alone: what is pressed with it is stopped before they hear of it. */
function useLettersAlone(commands: SelectionCommand[]): void {
  const letters = commands.map(({ shortcut }) => shortcut).join("")
  useEffect(() => {
    const stop = (event: KeyboardEvent) => {
      if (isNoCommand(event, [...letters])) event.stopPropagation()
    }
    window.addEventListener("keydown", stop, { capture: true })
    return () => window.removeEventListener("keydown", stop, { capture: true })
  }, [letters])
}

type SelectionBarProps = { count: number; commands: SelectionCommand[] }

/** What can be done with the chosen rows of a table, one thing at a time; there while any is chosen. */
export function SelectionBar({ count, commands }: SelectionBarProps) {
  const { t } = useTranslation("marketplaces")
  const selected = useTableTexts().selected(count)
  // While one asks or is on its way, letters and buttons do nothing.
  const [isBusy, setBusy] = useState(false)
  const isOpen = count > 0 && commands.length > 0
  const shown = isOpen && count <= MOST_CHOSEN ? commands : []
  useLettersAlone(shown)

  const bar = useRef<HTMLDivElement | null>(null)
  // Medusa's bar leaves its dialog without a name; a screen reader says how many rows are chosen.
  const nameDialog = (element: HTMLDivElement | null) => {
    bar.current = element
    element?.closest("[role=dialog]")?.setAttribute("aria-label", selected)
  }

  const run = (action: SelectionCommand["action"]) => {
    // A letter that was meant for a menu or a question.
    const overlay = document.activeElement?.closest(OVERLAYS)
    if (overlay && !overlay.contains(bar.current)) return
    setBusy(true)
    void action().finally(() => setBusy(false))
  }
  return (
    <CommandBar open={isOpen}>
      <CommandBar.Bar ref={nameDialog}>
        <CommandBar.Value>
          {count > MOST_CHOSEN ? t("common.tooManyChosen", { chosen: count, most: MOST_CHOSEN }) : selected}
        </CommandBar.Value>
        {shown.map(({ label, shortcut, action }) => (
          <Fragment key={label}>
            <CommandBar.Seperator />
            <CommandBar.Command
              label={label}
              shortcut={shortcut}
              action={() => run(action)}
              disabled={isBusy}
            />
          </Fragment>
        ))}
      </CommandBar.Bar>
    </CommandBar>
  )
}
