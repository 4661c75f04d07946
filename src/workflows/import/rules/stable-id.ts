import { createHash } from "node:crypto"

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const LENGTH = 26

/**
 * An id in Medusa's form that follows from what it stands for. Everything an import makes gets such an id, so that a second
 * attempt - after a crash, or by another worker - meets the primary key of the first instead of making another.
 */
export function stableId(prefix: string, ...parts: string[]): string {
  const digest = createHash("sha256").update(parts.join("\u0000")).digest()
  let text = ""
  for (let index = 0; index < LENGTH; index++) text += CROCKFORD[digest[index] % CROCKFORD.length]
  return `${prefix}_${text}`
}

/**
 * The id of the Medusa order of an inbox row. Medusa's storefront shows an order - e-mail, addresses, document - to whoever knows
 * its id, so that it follows from the row's own random id and from nothing that others know: a reference is on every parcel.
 */
export const orderIdOf = (marketplaceOrderId: string): string => stableId("order", marketplaceOrderId)
