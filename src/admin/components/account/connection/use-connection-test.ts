import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Account, Problem } from "../../../lib/answers"
import { useAction } from "../../../lib/query"

/** Asks the platform whether the account still works; the answer stays until it is asked again. */
export function useConnectionTest(account: Account) {
  const { t } = useTranslation("marketplaces")
  const { mutate, isPending, data, error } = useAction<void, { account: Account; problem: Problem | null }>(
    () => ({ path: `accounts/${account.id}/verify` }),
  )
  const run = () =>
    mutate(undefined, {
      onSuccess: ({ problem }) =>
        problem
          ? toast.error(t("account.test.failed"), { description: problem.title })
          : toast.success(t("account.test.works")),
      onError: ({ message }) => toast.error(t("account.test.failed"), { description: message }),
    })
  return { run, isPending, result: isPending ? undefined : data, error: isPending ? null : error }
}

export type ConnectionTest = ReturnType<typeof useConnectionTest>
