import { createHash } from "node:crypto"

/**
 * Tells credentials from those that came after them, and nothing of what they are. They are sealed anew whenever they change, and
 * never the same twice.
 */
export const credentialsMark = ({ sealed_credentials: sealed }: { sealed_credentials: string }): string =>
  createHash("sha256").update(sealed).digest("base64url")
