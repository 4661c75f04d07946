import { createHash } from "node:crypto"

/** An account of any time, removed ones included. */
export type PrefixHolder = {
  provider_id: string
  external_id: string
  marketplace_set: string
  order_prefix: string
}

type Seller = Omit<PrefixHolder, "order_prefix">

const SHORTEST_SUFFIX = 3

const isSame = (left: Seller, right: Seller): boolean =>
  left.provider_id === right.provider_id &&
  left.external_id === right.external_id &&
  left.marketplace_set === right.marketplace_set

/** Capitals and digits that follow from who the seller is. */
function suffixSource(seller: Seller): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([seller.provider_id, seller.external_id, seller.marketplace_set]))
    .digest()
  return BigInt(`0x${digest.toString("hex")}`)
    .toString(36)
    .toUpperCase()
}

/**
 * What begins the display ids of an account's orders. A seller who was connected before gets the earlier prefix back: by it
 * the orders that were imported then are found again. The prefix of another seller is never given away, removed or not: its
 * orders are in Medusa under it.
 */
export function chooseOrderPrefix(base: string, seller: Seller, holders: readonly PrefixHolder[]): string {
  const earlier = holders.find((holder) => isSame(holder, seller))
  if (earlier) return earlier.order_prefix
  const taken = new Set(holders.map((holder) => holder.order_prefix))
  const source = suffixSource(seller)
  let prefix = base
  for (let length = SHORTEST_SUFFIX; taken.has(prefix); length++) prefix = base + source.slice(0, length)
  return prefix
}
