import type { PlatformStock } from "../../../../connector"

/** False where a platform's marketplaces show different numbers of one level. */
export const isOneNumber = ({ quantities }: PlatformStock): boolean => (quantities?.length ?? 0) < 2

/**
 * What a platform shows, as one number. Where its marketplaces differ it is one that is not `expected`, so that reading back and
 * comparing see the difference: the highest of those, since what is offered too many is sold and cannot be sent.
 */
export function oneNumberOf(stock: PlatformStock, expected: number | null): PlatformStock {
  const others = (stock.quantities ?? []).filter((quantity) => quantity !== expected)
  return isOneNumber(stock) || !others.length ? stock : { ...stock, quantity: Math.max(...others) }
}
