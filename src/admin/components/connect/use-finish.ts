import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useCreateAccount, useFirstImport, useSetUpAccount } from "../../hooks/use-connect"
import type { Account, Connector } from "../../lib/answers"
import { credentialsFor, firstPeriod, setUpOf, type Draft } from "./draft"
import { useKnownChoices } from "./use-known-choices"

type Input = {
  draft: Draft
  connector: Connector | undefined
  account: Account | undefined
  /** The account is stored: nothing is lost any more. */
  onSaved: () => void
  onDone: () => void
}

/** Makes the account, or finishes the one a consent made; then starts its first import and shows it. */
export function useFinish({ draft, connector, account, onSaved, onDone }: Input) {
  const { t } = useTranslation("marketplaces")
  const navigate = useNavigate()
  const create = useCreateAccount()
  const setUp = useSetUpAccount(account?.id ?? "")
  const firstImport = useFirstImport()
  const choices = useKnownChoices()

  const save = (): Promise<{ account: Account }> => {
    const chosen = setUpOf(draft, account, choices, new Date())
    if (account) return setUp.mutateAsync(chosen)
    return create.mutateAsync({
      ...chosen,
      provider_id: draft.providerId,
      name: draft.name.trim(),
      credentials: connector ? credentialsFor(draft, connector) : {},
      ...(draft.marketplaceSet.trim() ? { marketplace_set: draft.marketplaceSet.trim() } : {}),
    })
  }

  /** The account is there by now: an import that could not be started is told, and can be asked for again over there. */
  const importPeriod = async (accountId: string, period: { from: string; to: string }) => {
    const target = new URLSearchParams({ import: accountId })
    try {
      const { run_id } = await firstImport.mutateAsync({ accountId, ...period })
      target.set("run", run_id)
    } catch (error) {
      toast.error(t("connect.done.importRefused"), {
        description: error instanceof Error ? error.message : undefined,
      })
    }
    void navigate(`/marketplaces/orders?${target.toString()}`)
  }

  const finish = async () => {
    const saved = await save().catch(() => null)
    if (!saved) return
    onSaved()
    toast.success(t("connect.done.title", { account: saved.account.name }))
    const period = firstPeriod(draft, new Date())
    if (period) await importPeriod(saved.account.id, period)
    else onDone()
  }

  return {
    finish,
    isFinishing: create.isPending || setUp.isPending || firstImport.isPending,
    failure: create.error ?? setUp.error,
  }
}
