import { Button, Drawer, Text, usePrompt } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFocusReturn } from "../../../hooks/use-focus-return"
import { DrawerHeading } from "../../shared/drawer-heading"

type TypedDrawerProps = {
  title: string
  help: string
  action: string
  isOpen: boolean
  /** Something was typed that closing would lose. */
  isDirty: boolean
  isPending: boolean
  canSubmit: boolean
  error: Error | null
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A drawer with a form; asks before it throws away what was typed. */
export function TypedDrawer(props: TypedDrawerProps) {
  const { t } = useTranslation("marketplaces")
  const prompt = usePrompt()
  const returnFocus = useFocusReturn(props.isOpen)
  const close = async () => {
    const agreed =
      !props.isDirty ||
      (await prompt({
        title: t("account.unsaved.title"),
        description: t("account.unsaved.close"),
        cancelText: t("account.unsaved.stay"),
        confirmText: t("account.unsaved.discard"),
        variant: "confirmation",
      }))
    if (agreed) props.onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (props.canSubmit && !props.isPending) props.onSubmit()
  }
  return (
    <Drawer open={props.isOpen} onOpenChange={(open) => (open ? undefined : void close())}>
      <Drawer.Content onCloseAutoFocus={returnFocus}>
        <form onSubmit={submit} className="flex flex-1 flex-col overflow-hidden" autoComplete="off">
          <DrawerHeading title={props.title}>{props.help}</DrawerHeading>
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
            {props.children}
            {props.error ? (
              <Text size="small" className="text-ui-fg-error" role="alert">
                {props.error.message}
              </Text>
            ) : null}
          </Drawer.Body>
          <Drawer.Footer>
            <Button size="small" variant="secondary" type="button" onClick={() => void close()}>
              {t("common.cancel")}
            </Button>
            <Button size="small" type="submit" disabled={!props.canSubmit} isLoading={props.isPending}>
              {props.action}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
