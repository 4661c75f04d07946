import { useTranslation } from "react-i18next"
import { useAccountForm } from "../form/account-form"
import { FieldRow } from "../form/field-row"
import { InstantInput } from "../form/instant-input"

/** From when orders are taken. It cannot be empty: clearing it puts back what is saved. */
export function ActivationField() {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  const label = t("account.label.activated_at")
  return (
    <FieldRow
      id="activated_at"
      label={label}
      help={t(`account.help.activated_at.${form.account.activation_counts}`)}
      error={form.errors.activated_at}
    >
      {() => (
        <InstantInput
          label={label}
          value={form.activatedAt}
          disabled={form.isReadOnly || form.isSaving}
          onChange={(at) => form.setActivatedAt(at || form.account.activated_at)}
        />
      )}
    </FieldRow>
  )
}
