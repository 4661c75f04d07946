import type { Money } from "./types"

/** Amounts are integers of the currency's minor unit (cents; whole yen). Only this file turns them into text. */

const WITHOUT_DECIMALS = new Set(["JPY"])

export function currencyDecimals(currency: string): number {
  return WITHOUT_DECIMALS.has(currency) ? 0 : 2
}

/** 1050 USD minor units are "10.50"; 1050 JPY are "1050". */
export function formatMinor(minor: number, currency: string): string {
  if (!Number.isSafeInteger(minor)) throw new Error(`${minor} is not an integer of minor units.`)
  const decimals = currencyDecimals(currency)
  const sign = minor < 0 ? "-" : ""
  const digits = String(Math.abs(minor))
  if (decimals === 0) return `${sign}${digits}`
  const padded = digits.padStart(decimals + 1, "0")
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`
}

export function money(minor: number, currency: string): Money {
  return { amount: formatMinor(minor, currency), currencyCode: currency }
}

/** Whole-number division, rounded half up; both are non-negative integers. */
export function divideRounded(numerator: number, denominator: number): number {
  const doubled = numerator * 2 + denominator
  return (doubled - (doubled % (denominator * 2))) / (denominator * 2)
}

/** Tax to be added to an amount without tax. `rate` is in basis points (1900 is 19 %). */
export function taxOnTop(amount: number, rate: number): number {
  return divideRounded(amount * rate, 10000)
}

/** Tax contained in an amount that includes it. `rate` is in basis points. */
export function taxWithin(amount: number, rate: number): number {
  return amount - divideRounded(amount * 10000, 10000 + rate)
}
