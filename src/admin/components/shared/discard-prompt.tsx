import { Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFocusReturn } from "../../hooks/use-focus-return"

type DiscardPromptProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What is lost. */
  text: string
  onDiscard: () => void
}

/** Asks in a drawer before what was typed there is lost. */
export function DiscardPrompt({ open, onOpenChange, text, onDiscard }: DiscardPromptProps) {
  const { t } = useTranslation("marketplaces")
  const returnFocus = useFocusReturn(open)
  return (
    <Prompt open={open} onOpenChange={onOpenChange} variant="confirmation">
      <Prompt.Content onCloseAutoFocus={returnFocus}>
        <Prompt.Header>
          <Prompt.Title>{t("common.discard.title")}</Prompt.Title>
          <Prompt.Description>{text}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel type="button">{t("common.back")}</Prompt.Cancel>
          <Prompt.Action type="button" onClick={onDiscard}>
            {t("common.discard.confirm")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
