import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useRef, type ReactNode } from "react"

export type RowAction = { label: string; icon: ReactNode; onSelect: () => void }

/**
 * What can be done with one row. An action runs after the menu has closed and its button has the focus again, so that a
 * dialog it opens gives the focus back to the button and not to a menu item that is gone.
 */
export function RowMenu({ label, actions }: { label: string; actions: RowAction[] }) {
  const button = useRef<HTMLButtonElement>(null)
  const chosen = useRef<RowAction>()
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton ref={button} size="small" variant="transparent" type="button" aria-label={label}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          button.current?.focus()
          chosen.current?.onSelect()
          chosen.current = undefined
        }}
      >
        {actions.map((action) => (
          <DropdownMenu.Item
            key={action.label}
            className="[&_svg]:text-ui-fg-subtle gap-x-2"
            onSelect={() => {
              chosen.current = action
            }}
          >
            {action.icon}
            {action.label}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
