import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Account } from "../../../lib/answers"
import { useAction } from "../../../lib/query"
import { useAccountForm } from "../form/account-form"
import { Section } from "../section"

/** Disconnects the seller, after saying what stays and what goes and asking for the account's name. */
export function RemoveSection({ account, isReadOnly }: { account: Account; isReadOnly: boolean }) {
  const { t } = useTranslation("marketplaces")
  const prompt = usePrompt()
  const navigate = useNavigate()
  const { discard } = useAccountForm()
  const { mutate, isPending } = useAction<void, { deleted: boolean }>(
    () => ({ path: `accounts/${account.id}`, method: "DELETE" }),
    { leavesPage: true },
  )
  const remove = async () => {
    const agreed = await prompt({
      title: t("account.remove.ask", { account: account.name }),
      description: `${t("account.remove.stays")} ${t("account.remove.goes")}`,
      verificationText: account.name,
      verificationInstruction: t("account.remove.type"),
      confirmText: t("account.remove.action"),
      cancelText: t("common.cancel"),
    })
    if (!agreed) return
    discard()
    mutate(undefined, {
      onSuccess: () => {
        toast.success(t("account.remove.done", { account: account.name }))
        void navigate("/marketplaces", { replace: true })
      },
      onError: ({ message }) => toast.error(t("account.remove.failed"), { description: message }),
    })
  }
  return (
    <Section
      title={t("account.remove.title")}
      actions={
        <Button
          size="small"
          variant="danger"
          disabled={isReadOnly}
          isLoading={isPending}
          onClick={() => void remove()}
        >
          {t("account.remove.action")}
        </Button>
      }
    >
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small">{t("account.remove.stays")}</Text>
        <Text size="small">{t("account.remove.goes")}</Text>
      </div>
    </Section>
  )
}
