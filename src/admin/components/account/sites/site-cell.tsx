import { Input, Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useStoreChoices } from "../../../hooks/use-store-choices"
import type { Site } from "../../../lib/answers"
import { useAccountForm } from "../form/account-form"
import type { SiteSettings } from "../form/account-changes"
import { ChoiceSelect, type ChoiceList } from "../../shared/choice-select"

export type SiteColumn = keyof SiteSettings

/** Columns that name something of the store. */
const lists = {
  sales_channel_id: "sales_channels",
  region_id: "regions",
  stock_location_id: "stock_locations",
  platform_location_id: "stock_locations",
} as const satisfies Partial<Record<SiteColumn, ChoiceList>>
type StoreColumn = keyof typeof lists

const isStoreColumn = (column: SiteColumn): column is StoreColumn => column in lists

type CellProps<Column> = { site: Site; column: Column; label: string }

/** What the marketplace has of its own; empty is "as the account", with what that is at the moment. */
function StoreCell({ site, column, label }: CellProps<StoreColumn>) {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  const { data = [] } = useStoreChoices(lists[column])
  const ofAccount = data.find(({ value }) => value === form.settings[column])
  return (
    <div className="min-w-64">
      <ChoiceSelect
        size="small"
        aria-label={label}
        list={lists[column]}
        value={form.site(site.external_id)?.[column] ?? null}
        emptyLabel={
          ofAccount
            ? t("account.sites.asAccountIs", { value: ofAccount.label })
            : t("account.sites.asAccount")
        }
        disabled={form.isReadOnly || form.isSaving}
        onChange={(value) => form.setSite(site.external_id, column, value)}
      />
    </div>
  )
}

/** One marketplace's value of one column, to be changed. */
export function SiteCell({ site, column }: { site: Site; column: SiteColumn }) {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  const disabled = form.isReadOnly || form.isSaving
  const values = form.site(site.external_id) ?? site
  const label = t("account.sites.fieldOf", { field: t(`account.label.${column}`), marketplace: site.name })
  if (isStoreColumn(column)) return <StoreCell site={site} column={column} label={label} />
  if (column === "enabled") {
    return (
      <Switch
        aria-label={label}
        checked={values.enabled}
        disabled={disabled}
        onCheckedChange={(enabled) => form.setSite(site.external_id, "enabled", enabled)}
      />
    )
  }
  return (
    <Input
      size="small"
      className="min-w-36"
      aria-label={label}
      maxLength={100}
      placeholder={form.settings.team ?? t("account.sites.asAccount")}
      value={values.team ?? ""}
      disabled={disabled}
      onChange={({ target }) => form.setSite(site.external_id, "team", target.value || null)}
    />
  )
}
