const LARGEST_DISPLAY_ID = 2_147_483_647

/** What a person typed, without the sign that stands before order numbers on screens. */
const withoutSign = (typed: string): string => typed.trim().replace(/^#\s*/, "")

/** The platform's reference that may be meant: people also copy what the order is called in Medusa, with the account's prefix. */
export function referencesMeant(typed: string, orderPrefix: string): string[] {
  const number = withoutSign(typed)
  const prefix = `${orderPrefix}-`
  const carriesPrefix = number.toLowerCase().startsWith(prefix.toLowerCase()) && number.length > prefix.length
  return carriesPrefix ? [number.slice(prefix.length), number] : [number]
}

/** By what a Medusa order is found that may be meant: its number, what it is called instead, or its id. */
export function medusaOrderMeant(typed: string): Record<string, string | number>[] {
  const number = withoutSign(typed)
  const displayId = /^\d{1,10}$/.test(number) ? Number(number) : undefined
  return [
    { custom_display_id: number },
    { id: number },
    ...(displayId !== undefined && displayId <= LARGEST_DISPLAY_ID ? [{ display_id: displayId }] : []),
  ]
}
