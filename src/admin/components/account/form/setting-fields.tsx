import { Input, Select, Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAccountForm } from "./account-form"
import type { Settings } from "./account-changes"
import { ChoiceSelect, type ChoiceList } from "../../shared/choice-select"
import { FieldRow } from "./field-row"

/** The settings that a person chooses; whether the set-up is finished is the wizard's affair. */
type Chosen = Omit<Settings, "set_up">
/** The names of the settings that hold a value of a type. */
type NamesOf<Value> = {
  [Name in keyof Chosen]: Chosen[Name] extends Value ? Name : never
}[keyof Chosen]
type StoreReference = Exclude<NamesOf<string | null>, PolicyName | "team" | "shipment_problem_email">
type PolicyName =
  | "stock_policy"
  | "unmapped_policy"
  | "unpriced_policy"
  | "product_match"
  | "customer_rule"
  | "customer_without_document"

/** The words of a setting, its place in the form and what is wrong with it. */
function useSettingRow(name: keyof Chosen) {
  const { t } = useTranslation("marketplaces")
  const { errors } = useAccountForm()
  const id = `settings.${name}`
  return { id, label: t(`account.label.${name}`), help: t(`account.help.${name}`), error: errors[id] }
}

export function SwitchSetting({ name }: { name: NamesOf<boolean> }) {
  const form = useAccountForm()
  return (
    <FieldRow {...useSettingRow(name)}>
      {(control) => (
        <Switch
          {...control}
          checked={form.settings[name]}
          disabled={form.isReadOnly || form.isSaving}
          onCheckedChange={(checked) => form.setSetting(name, checked)}
        />
      )}
    </FieldRow>
  )
}

type NumberName = NamesOf<number>
type OptionalNumberName = Exclude<NamesOf<number | null>, NumberName>

/** A number; typed away it is not a number, which the form does not save. */
export function NumberSetting({ name }: { name: NumberName }) {
  const form = useAccountForm()
  const value = form.settings[name]
  return (
    <FieldRow {...useSettingRow(name)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          value={Number.isNaN(value) ? "" : value}
          disabled={form.isReadOnly || form.isSaving}
          onChange={({ target }) => form.setSetting(name, target.valueAsNumber)}
        />
      )}
    </FieldRow>
  )
}

/** A number or none; empty has a meaning of its own. */
export function OptionalNumberSetting({ name }: { name: OptionalNumberName }) {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  return (
    <FieldRow {...useSettingRow(name)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          placeholder={t(`account.empty.${name}`)}
          value={form.settings[name] ?? ""}
          disabled={form.isReadOnly || form.isSaving}
          onChange={({ target }) => form.setSetting(name, target.value === "" ? null : target.valueAsNumber)}
        />
      )}
    </FieldRow>
  )
}

export function TextSetting({ name }: { name: "team" }) {
  const form = useAccountForm()
  return (
    <FieldRow {...useSettingRow(name)}>
      {(control) => (
        <Input
          {...control}
          maxLength={100}
          value={form.settings[name] ?? ""}
          disabled={form.isReadOnly || form.isSaving}
          onChange={({ target }) => form.setSetting(name, target.value || null)}
        />
      )}
    </FieldRow>
  )
}

export function EmailSetting({ name }: { name: "shipment_problem_email" }) {
  const form = useAccountForm()
  return (
    <FieldRow {...useSettingRow(name)}>
      {(control) => (
        <Input
          {...control}
          type="email"
          autoComplete="off"
          maxLength={200}
          value={form.settings[name] ?? ""}
          disabled={form.isReadOnly || form.isSaving}
          onChange={({ target }) => form.setSetting(name, target.value.trim() || null)}
        />
      )}
    </FieldRow>
  )
}

/** A choice between what may happen. */
export function PolicySetting<Name extends PolicyName>({
  name,
  values,
}: {
  name: Name
  values: readonly Settings[Name][]
}) {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  return (
    <FieldRow {...useSettingRow(name)}>
      {(control) => (
        <Select
          value={form.settings[name]}
          disabled={form.isReadOnly || form.isSaving}
          onValueChange={(chosen) => {
            const value = values.find((one) => one === chosen)
            if (value) form.setSetting(name, value)
          }}
        >
          <Select.Trigger {...control}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {values.map((value) => (
              <Select.Item key={value} value={value}>
                {t(`account.option.${value}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </FieldRow>
  )
}

/** Something of the store; empty has a meaning of its own. */
export function StoreSetting({ name, list }: { name: StoreReference; list: ChoiceList }) {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  return (
    <FieldRow {...useSettingRow(name)}>
      {(control) => (
        <ChoiceSelect
          {...control}
          list={list}
          value={form.settings[name]}
          emptyLabel={t(`account.empty.${name}`)}
          disabled={form.isReadOnly || form.isSaving}
          onChange={(value) => form.setSetting(name, value)}
        />
      )}
    </FieldRow>
  )
}
