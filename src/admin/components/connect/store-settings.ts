import type { Choice } from "../../hooks/use-store-choices"

/** The settings that say where in the store an account's orders land, as they are asked; and what each is chosen from. */
export const storeSettings = {
  sales_channel_id: "sales_channels",
  stock_location_id: "stock_locations",
  platform_location_id: "stock_locations",
} as const
export type StoreSetting = keyof typeof storeSettings
export const storeSettingNames = ["sales_channel_id", "stock_location_id", "platform_location_id"] as const

/** Empty has a meaning of its own: the store's, or the sales channel's, default. */
export type StoreSettings = Record<StoreSetting, string | null>

/** What the store has, as far as it is known yet. */
export type StoreChoices = Partial<Record<(typeof storeSettings)[StoreSetting], Choice[]>>

/**
 * Where there is only one, there is nothing to choose. The only location is the shop's own shelf, though: goods that lie
 * in the platform's warehouses would be counted twice there, so those are left to a person.
 */
const onlyOneIsMeant = {
  sales_channel_id: true,
  stock_location_id: true,
  platform_location_id: false,
} as const satisfies Record<StoreSetting, boolean>

/** What a person has chosen; what they did not touch is the only one there is, or empty. */
export function storeSettingsOf(chosen: Partial<StoreSettings>, choices: StoreChoices): StoreSettings {
  const settingOf = (name: StoreSetting): string | null => {
    const choice = chosen[name]
    if (choice !== undefined) return choice
    const [only, ...others] = choices[storeSettings[name]] ?? []
    return only && !others.length && onlyOneIsMeant[name] ? only.value : null
  }
  return {
    sales_channel_id: settingOf("sales_channel_id"),
    stock_location_id: settingOf("stock_location_id"),
    platform_location_id: settingOf("platform_location_id"),
  }
}

/** What an account has already; what is empty there is still to be chosen. */
export const storeSettingsIn = (settings: StoreSettings): Partial<StoreSettings> =>
  Object.fromEntries(
    storeSettingNames.flatMap((name) => (settings[name] === null ? [] : [[name, settings[name]]])),
  )
