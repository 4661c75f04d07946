import { z } from "@medusajs/framework/zod"
import {
  capabilitiesOf,
  type Connector,
  type CredentialField,
  type Language,
  type LocalizedText,
} from "../../../../connector"
import { accountSettingsSchema } from "../../../../modules/marketplace/settings"

const serializeField = (field: CredentialField, language: Language) => ({
  name: field.name,
  label: field.label[language],
  help: field.help[language],
  secret: field.secret,
  options: field.options?.map(({ value, label }) => ({ value, label: label[language] })) ?? null,
})

const inLanguage = (texts: LocalizedText[], language: Language): string[] =>
  texts.map((text) => text[language])

/** What a connector is and takes, for forms and screens. */
export function serializeConnector(id: string, connector: Connector, language: Language) {
  const description = connector.describe()
  return {
    id,
    name: description.name,
    order_prefix: description.orderPrefix,
    capabilities: capabilitiesOf(connector),
    credential_fields: description.credentialFields.map((field) => serializeField(field, language)),
    credentials_schema: z.toJSONSchema(description.credentials, { io: "input", unrepresentable: "any" }),
    authorization_choices: description.authorizationChoices.map((field) => serializeField(field, language)),
    settings_schema: z.toJSONSchema(accountSettingsSchema, { io: "input" }),
    /** What a new account of this platform begins with. */
    default_settings: accountSettingsSchema.parse(description.defaultSettings ?? {}),
    /** Which instant of an order is held against the account's activation date. */
    activation_counts: connector.orders?.countsFrom ?? "placed",
    /** False where the merchant sends every order. */
    platform_ships: connector.orders?.platformShips ?? true,
    /** True where a package needs no carrier of a list. */
    carrier_optional: connector.shipments?.carrierOptional ?? false,
    /** Longest time that the platform lets a buyer's data be kept; null = it sets no limit. */
    personal_data_days: description.personalDataDays ?? null,
    limits: Object.entries(description.limits).map(([operation, limit]) => ({
      operation,
      rate_per_second: limit.ratePerSecond,
      burst: limit.burst,
    })),
    brings: inLanguage(description.brings, language),
    does_not_bring: inLanguage(description.doesNotBring, language),
  }
}
