import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAccountForm } from "./account-form"

/** Stands at the bottom of the window for as long as something is not saved. */
export function SaveBar() {
  const { t } = useTranslation("marketplaces")
  const { isDirty, isSaving, errors, save, discard } = useAccountForm()
  if (!isDirty) return null
  const hasErrors = Object.keys(errors).length > 0
  return (
    <section
      aria-label={t("account.unsaved.title")}
      className="bg-ui-bg-base shadow-elevation-flyout sticky bottom-3 z-10 flex flex-wrap items-center justify-between gap-3 rounded-lg px-6 py-3"
    >
      <Text size="small" role="status" className={hasErrors ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
        {t(hasErrors ? "account.error.fields" : "account.unsaved.title")}
      </Text>
      <div className="flex gap-x-2">
        <Button size="small" variant="secondary" disabled={isSaving} onClick={discard}>
          {t("account.unsaved.discard")}
        </Button>
        <Button size="small" isLoading={isSaving} onClick={save}>
          {t("common.save")}
        </Button>
      </div>
    </section>
  )
}
