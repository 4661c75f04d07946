/** Goods on their way from our warehouse, of one inventory item at one platform location. */
export type OpenTransfer = { id: string; reference: string; listingKey: string; open: number }

/** A part of a difference between the platform's count and our level, with what explains it. */
export type Explained = { quantity: number; transfer: OpenTransfer | null }

/**
 * Explains a difference: more than we had is what was sent in, the oldest transfer first and each up to what is still open of
 * it; the rest, and everything that is less, is simply the platform's count.
 */
export function explainDifference(difference: number, transfers: OpenTransfer[]): Explained[] {
  let left = difference
  const parts: Explained[] = []
  for (const transfer of transfers) {
    const quantity = Math.min(left, transfer.open)
    if (quantity <= 0) continue
    parts.push({ quantity, transfer })
    left -= quantity
  }
  return left === 0 ? parts : [...parts, { quantity: left, transfer: null }]
}
