import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Account } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { useAction } from "../../../lib/query"
import { useAccountForm } from "../form/account-form"
import { InstantInput } from "../form/instant-input"
import { Section } from "../section"

type CursorMove = { resource: "orders"; position: string }

/** Has everything read again that changed since a day; a form of its own, since it acts at once. */
export function CursorSection({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const prompt = usePrompt()
  const { isReadOnly } = useAccountForm()
  const [position, setPosition] = useState("")
  const { mutate, isPending } = useAction<CursorMove, { account: Account }>((body) => ({
    path: `accounts/${account.id}/cursor`,
    body,
  }))
  const cursor = account.cursors.find(({ resource }) => resource === "orders")

  const move = async () => {
    const from = format.instant(position)
    const agreed = await prompt({
      title: t("account.cursor.ask", { from }),
      description: t("account.cursor.askText"),
      confirmText: t("account.cursor.action"),
      cancelText: t("common.cancel"),
      variant: "confirmation",
    })
    if (!agreed) return
    mutate(
      { resource: "orders", position },
      {
        onSuccess: () => {
          setPosition("")
          toast.success(t("account.cursor.done", { from }))
        },
        onError: ({ message }) => toast.error(t("account.cursor.failed"), { description: message }),
      },
    )
  }

  return (
    <Section title={t("account.cursor.title")} help={t("account.cursor.help")}>
      <div className="flex flex-wrap items-end justify-between gap-3 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle">
          {cursor ? t("account.cursor.now", { at: format.instant(cursor.position) }) : t("common.never")}
        </Text>
        <div className="flex flex-wrap items-center gap-2">
          <div className="w-64">
            <InstantInput
              label={t("account.cursor.from")}
              value={position}
              pastOnly
              disabled={isReadOnly || isPending}
              onChange={setPosition}
            />
          </div>
          <Button
            size="small"
            variant="secondary"
            disabled={isReadOnly || !position}
            isLoading={isPending}
            onClick={() => void move()}
          >
            {t("account.cursor.action")}
          </Button>
        </div>
      </div>
    </Section>
  )
}
