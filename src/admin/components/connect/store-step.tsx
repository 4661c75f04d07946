import { useTranslation } from "react-i18next"
import { ChoiceSelect } from "../shared/choice-select"
import { Field } from "./field"
import { StepFrame, type StepProps } from "./step-frame"
import { storeSettingNames, storeSettings, storeSettingsOf } from "./store-settings"
import { useKnownChoices } from "./use-known-choices"

/** Where in the store the account's orders land, and from where their goods go out. */
export function StoreStep({ draft, connector, onChange }: StepProps) {
  const { t } = useTranslation("marketplaces")
  const names = storeSettingNames.filter(
    (name) => name !== "platform_location_id" || (connector?.platform_ships ?? true),
  )
  const chosen = storeSettingsOf(draft.store, useKnownChoices())
  return (
    <StepFrame title={t("connect.store.title")} text={t("connect.store.text")}>
      <div className="flex flex-col gap-y-6">
        {names.map((name) => (
          <Field
            key={name}
            id={`connect-${name}`}
            label={t(`account.label.${name}`)}
            help={t(`connect.store.help.${name}`)}
          >
            {({ "aria-labelledby": _label, ...aria }) => (
              <ChoiceSelect
                {...aria}
                list={storeSettings[name]}
                value={chosen[name]}
                emptyLabel={t(`account.empty.${name}`)}
                disabled={false}
                onChange={(value) => onChange({ ...draft, store: { ...draft.store, [name]: value } })}
              />
            )}
          </Field>
        ))}
      </div>
    </StepFrame>
  )
}
