import { money, type Decimal } from "../../../connector"

/** Making a number format is slow, and orders come by the thousand in one or two currencies. */
const known = new Map<string, number>()

/** Decimal places in which amounts of a currency are paid. */
export function placesOf(currency: string): number {
  const places = known.get(currency) ?? askedPlaces(currency)
  known.set(currency, places)
  return places
}

function askedPlaces(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** An amount in the smallest unit (cents): a whole number, because no amount here has more than `places`. */
export function toMinor(amount: Decimal, places: number): bigint {
  return BigInt(money.multiply(amount, (10n ** BigInt(places)).toString()))
}

/** The decimal string of an amount in the smallest unit. */
export function fromMinor(amount: bigint, places: number): Decimal {
  return money.divide(amount.toString(), (10n ** BigInt(places)).toString())
}

/**
 * Spreads an amount over parts in proportion to them, by largest remainder: whole units only, together exactly the amount, and
 * no part gets more than it is. The amount must not exceed the parts' sum.
 */
export function spread(amount: bigint, parts: readonly bigint[]): bigint[] {
  const sum = parts.reduce((total, part) => total + part, 0n)
  if (sum === 0n) return parts.map(() => 0n)
  const shares = parts.map((part) => (amount * part) / sum)
  const rest = amount - shares.reduce((total, share) => total + share, 0n)
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: (amount * part) % sum }))
    .sort(
      (left, right) => Number(right.remainder > left.remainder) - Number(right.remainder < left.remainder),
    )
  for (const { index } of byRemainder.slice(0, Number(rest))) shares[index] += 1n
  return shares
}
