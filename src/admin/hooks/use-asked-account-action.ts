import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Account } from "../lib/answers"
import { useAccountAction, type AccountAction } from "./use-account-action"

/** What changes the account's course is asked about before. */
const askedActions = ["pause", "resume"] as const

/** Reads an account now, pauses it or lets it go on: asks where that needs a thought, and tells how it went. */
export function useAskedAccountAction(account: Account) {
  const { t } = useTranslation("marketplaces")
  const prompt = usePrompt()
  const { mutate, isPending, variables } = useAccountAction(account.id)

  const run = async (action: AccountAction) => {
    const asked = askedActions.find((one) => one === action)
    const agreed =
      !asked ||
      (await prompt({
        title: t(`accounts.ask.${asked}.title`, { account: account.name }),
        description: t(`accounts.ask.${asked}.text`),
        confirmText: t(`accounts.action.${asked}`),
        cancelText: t("common.cancel"),
        variant: "confirmation",
      }))
    if (!agreed) return
    mutate(action, {
      onSuccess: () => toast.success(t(`accounts.done.${action}`, { account: account.name })),
      onError: (error) => toast.error(t("accounts.refused"), { description: error.message }),
    })
  }
  return { run, running: isPending ? variables : undefined }
}
