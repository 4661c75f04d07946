import { createContext, useContext } from "react"
import type { Account } from "../../../lib/answers"
import type { Settings, SiteSettings } from "./account-changes"

export type AccountForm = {
  /** As it is saved. */
  account: Account
  isReadOnly: boolean
  isDirty: boolean
  isSaving: boolean
  /** By field, e.g. "name", "settings.team", "sites.A1.team". */
  errors: Record<string, string>
  /** The account's values with what was changed and not saved. */
  name: string
  activatedAt: string
  settings: Settings
  site: (externalId: string) => SiteSettings | undefined
  setName: (name: string) => void
  setActivatedAt: (at: string) => void
  setSetting: <Name extends keyof Settings>(name: Name, value: Settings[Name]) => void
  setSite: <Name extends keyof SiteSettings>(
    externalId: string,
    name: Name,
    value: SiteSettings[Name],
  ) => void
  save: () => void
  discard: () => void
}

export const AccountFormContext = createContext<AccountForm | undefined>(undefined)

/** The one form of the account page; whatever tab shows a field of it. */
export function useAccountForm(): AccountForm {
  const form = useContext(AccountFormContext)
  if (!form) throw new Error("useAccountForm needs an AccountFormProvider above it")
  return form
}
