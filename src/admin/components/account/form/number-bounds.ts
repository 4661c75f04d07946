import type { Settings } from "./account-changes"

/** Settings that are a whole number, and between which it has to be; the API holds the same. */
export const numberBounds = {
  interval_minutes: { least: 1, most: 24 * 60 },
  stock_buffer: { least: 0, most: 1_000_000 },
  stock_cap: { least: 0, most: 1_000_000 },
  stock_brake_percent: { least: 1, most: 100 },
  personal_data_days: { least: 1, most: 3650 },
} as const satisfies Partial<Record<keyof Settings, { least: number; most: number }>>

type NumberName = keyof typeof numberBounds
const names = Object.keys(numberBounds) as NumberName[]

/** The numbers among what was typed that the API would refuse. Empty is none where a setting may be empty. */
export function wrongNumbers(settings: Partial<Settings>) {
  return names.flatMap((name) => {
    const value = settings[name]
    const bounds = numberBounds[name]
    if (value === undefined || value === null) return []
    const isRight = Number.isInteger(value) && value >= bounds.least && value <= bounds.most
    return isRight ? [] : [{ name, bounds }]
  })
}
