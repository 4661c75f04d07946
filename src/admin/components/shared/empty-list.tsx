import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

type EmptyListProps = {
  /** `noAccount` leads to the wizard, `notFound` back to all; others have no way out but what the text says. */
  why: string
  title: string
  text: string
  /** What the way back to all is called. */
  clear: string
  onReset: () => void
}

/** Why a list is empty, and the way out of it. */
export function EmptyList({ why, title, text, clear, onReset }: EmptyListProps) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="flex max-w-md flex-col items-center gap-y-3 text-center" data-empty={why}>
      <Text weight="plus">{title}</Text>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {text}
      </Text>
      {why === "noAccount" ? (
        <Button asChild size="small">
          <Link to="/marketplaces?connect=1">{t("orders.empty.noAccount.action")}</Link>
        </Button>
      ) : null}
      {why === "notFound" ? (
        <Button size="small" variant="secondary" onClick={onReset}>
          {clear}
        </Button>
      ) : null}
    </div>
  )
}
