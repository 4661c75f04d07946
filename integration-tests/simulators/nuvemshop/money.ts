/** Amounts are whole cents inside; as decimals they are strings on orders and products, numbers on fulfillment orders. */
export type Cents = number

export function decimal(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, "0")
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Cents of a decimal text or number; undefined when it is none. */
export function centsOf(value: unknown): Cents | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(String(value))
  if (!match) return undefined
  const [, sign, whole = "0", part = ""] = match
  const cents = Number(whole) * 100 + Number(part.padEnd(2, "0"))
  return sign === "-" ? -cents : cents
}

/** As `centsOf`, for callers who must give an amount. */
export function cents(value: string | number): Cents {
  const amount = centsOf(value)
  if (amount === undefined) throw new Error(`"${value}" is no amount.`)
  return amount
}

export interface Money {
  value: number
  currency: string
}

export function money(amount: Cents, currency: string): Money {
  return { value: amount / 100, currency }
}
