import BigNumber from "bignumber.js"
import { z } from "@medusajs/framework/zod"

/**
 * An amount of money as a decimal string in the order's currency, e.g. `"19.90"`, `"-3"`, `"1200"`.
 * Never a float: `0.1 + 0.2` is not `0.3`.
 */
export type Decimal = string

/** Validates a {@link Decimal}: optional minus, digits, optional fraction. No exponent, no blanks, no thousands sign. */
export const decimalSchema = z
  .string()
  .regex(/^-?\d{1,18}(\.\d{1,10})?$/, "must be a decimal string such as 19.90")

export const ZERO: Decimal = "0"

// Own constructor, so that no other user of the library in the process can change how our divisions round.
const Exact = BigNumber.clone({ DECIMAL_PLACES: 20, EXPONENTIAL_AT: 1e9 })

/** Exact sum of decimal strings; the sum of none is "0". */
export function sum(...amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Exact(0)).toFixed()
}

/** `left - right`, exact. */
export function subtract(left: Decimal, right: Decimal): Decimal {
  return new Exact(left).minus(right).toFixed()
}

/** `-amount`. */
export function negate(amount: Decimal): Decimal {
  return new Exact(amount).negated().toFixed()
}

/** The amount without its sign. */
export function absolute(amount: Decimal): Decimal {
  return new Exact(amount).abs().toFixed()
}

/** `amount × factor`, exact. */
export function multiply(amount: Decimal, factor: Decimal | number): Decimal {
  return new Exact(amount).times(factor).toFixed()
}

/** `amount ÷ divisor` to 20 decimal places. The divisor must not be zero. */
export function divide(amount: Decimal, divisor: Decimal | number): Decimal {
  const quotient = new Exact(amount).dividedBy(divisor)
  if (!quotient.isFinite()) throw new RangeError(`Cannot divide ${amount} by ${divisor}`)
  return quotient.toFixed()
}

/** The amount rounded up (towards plus infinity) to a number of decimal places. */
export function roundUp(amount: Decimal, places: number): Decimal {
  return new Exact(amount).decimalPlaces(places, BigNumber.ROUND_CEIL).toFixed()
}

/** How many decimal places the amount needs. */
export function decimalPlaces(amount: Decimal): number {
  return new Exact(amount).decimalPlaces() ?? 0
}

/** -1, 0 or 1, by value: "1.0" equals "1". */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const order = new Exact(left).comparedTo(right)
  return order === null || order === 0 ? 0 : order < 0 ? -1 : 1
}

/** True when both amounts have the same value, however they are written. */
export function equal(left: Decimal, right: Decimal): boolean {
  return compare(left, right) === 0
}

/** True when the amount is zero, however it is written. */
export function isZero(amount: Decimal): boolean {
  return new Exact(amount).isZero()
}

/** The smaller of two amounts. */
export function least(left: Decimal, right: Decimal): Decimal {
  return compare(left, right) <= 0 ? left : right
}
