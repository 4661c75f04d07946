/** As the API takes it. */
const MOST_UNITS = 100_000

/** Units per package as typed; undefined when it is no whole number that the API takes. */
export function unitsTyped(text: string): number | undefined {
  if (!/^\d+$/.test(text.trim())) return undefined
  const units = Number(text)
  return units >= 1 && units <= MOST_UNITS ? units : undefined
}
