import { toast } from "@medusajs/ui"
import { useMemo, useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Account } from "../../../lib/answers"
import { useAction } from "../../../lib/query"
import { bodyOf, noChanges, noteChange, type AccountBody, type AccountChanges } from "./account-changes"
import { AccountFormContext, type AccountForm } from "./account-form"
import { fieldErrors } from "./field-errors"
import { wrongNumbers } from "./number-bounds"

/** What can be told without asking the API. */
function useLocalErrors({ name, settings }: AccountChanges): Record<string, string> {
  const { t } = useTranslation("marketplaces")
  const numbers = wrongNumbers(settings).map(({ name: setting, bounds }): [string, string] => [
    `settings.${setting}`,
    t(setting === "interval_minutes" ? "account.error.interval" : "account.error.number", bounds),
  ])
  return {
    ...(name?.trim() === "" ? { name: t("account.error.name") } : {}),
    ...Object.fromEntries(numbers),
  }
}

type ProviderProps = { account: Account; isReadOnly: boolean; children: ReactNode }

/**
 * Keeps what was typed until it is saved or discarded. Only differences are kept: what somebody else changes meanwhile
 * shows through as soon as the account is read again, and a save never writes it back.
 */
export function AccountFormProvider({ account, isReadOnly, children }: ProviderProps) {
  const { t } = useTranslation("marketplaces")
  const [changes, setChanges] = useState(noChanges)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const localErrors = useLocalErrors(changes)
  const { mutate, isPending } = useAction<AccountBody, { account: Account }>((body) => ({
    path: `accounts/${account.id}`,
    body,
  }))
  const body = bodyOf(changes)

  const discard = () => {
    setChanges(noChanges)
    setRefused({})
  }
  const save = () => {
    if (!body || Object.keys(localErrors).length) return
    mutate(body, {
      onSuccess: () => {
        discard()
        toast.success(t("account.saved"))
      },
      onError: ({ message }) => {
        const errors = fieldErrors(message, body)
        setRefused(errors)
        toast.error(t("account.notSaved"), {
          description: Object.keys(errors).length ? t("account.error.fields") : message,
        })
      },
    })
  }
  const forgive = (field: string) =>
    setRefused((known) =>
      Object.fromEntries(
        Object.entries(known).filter(([name]) => name !== field && !name.startsWith(`${field}.`)),
      ),
    )

  const form: AccountForm = {
    account,
    isReadOnly,
    isDirty: body !== undefined,
    isSaving: isPending,
    errors: { ...refused, ...localErrors },
    name: changes.name ?? account.name,
    activatedAt: changes.activated_at ?? account.activated_at,
    settings: useMemo(() => ({ ...account.settings, ...changes.settings }), [account, changes]),
    site: (externalId) => {
      const site = account.sites.find(({ external_id }) => external_id === externalId)
      return site && { ...site, ...changes.sites[externalId] }
    },
    setName: (name) => {
      forgive("name")
      setChanges((known) => ({ ...known, name: name === account.name ? undefined : name }))
    },
    setActivatedAt: (at) => {
      forgive("activated_at")
      setChanges((known) => ({ ...known, activated_at: at === account.activated_at ? undefined : at }))
    },
    setSetting: (name, value) => {
      forgive(`settings.${name}`)
      setChanges((known) => ({
        ...known,
        settings: noteChange(known.settings, account.settings, name, value),
      }))
    },
    setSite: (externalId, name, value) => {
      const site = account.sites.find(({ external_id }) => external_id === externalId)
      if (!site) return
      forgive(`sites.${externalId}.${name}`)
      setChanges((known) => ({
        ...known,
        sites: { ...known.sites, [externalId]: noteChange(known.sites[externalId] ?? {}, site, name, value) },
      }))
    },
    save,
    discard,
  }
  return <AccountFormContext.Provider value={form}>{children}</AccountFormContext.Provider>
}
