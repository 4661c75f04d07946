import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"

const FORMAT = "v1"
const ALGORITHM = "aes-256-gcm"
const IV_BYTES = 12

type Key = { id: string; bytes: Buffer }

/**
 * Seals values with AES-256-GCM. The key's id stands before the value, so that a key can be rotated: the first key seals,
 * all open. `purpose` is bound in, so that a sealed value moved to another row or column does not open.
 */
export class Sealer {
  private readonly keys: Key[]

  constructor(keys: Buffer[]) {
    this.keys = keys.map((bytes) => ({
      id: createHash("sha256").update(bytes).digest("hex").slice(0, 8),
      bytes,
    }))
  }

  seal(value: unknown, purpose: string): string {
    const key = this.keys[0]
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv(ALGORITHM, key.bytes, iv)
    cipher.setAAD(Buffer.from(purpose))
    const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()])
    return [
      FORMAT,
      key.id,
      ...[iv, cipher.getAuthTag(), text].map((part) => part.toString("base64url")),
    ].join(".")
  }

  /** @throws Error when the key is unknown, or the value was changed or belongs elsewhere. */
  open(sealed: string, purpose: string): unknown {
    const [format, keyId, iv, tag, text] = sealed.split(".")
    const key = this.keys.find((candidate) => candidate.id === keyId)
    if (format !== FORMAT || !key) {
      throw new Error(
        `A sealed value names the encryption key "${keyId}", which is not among the configured keys`,
      )
    }
    const decipher = createDecipheriv(ALGORITHM, key.bytes, Buffer.from(iv, "base64url"), {
      authTagLength: 16,
    })
    decipher.setAAD(Buffer.from(purpose))
    decipher.setAuthTag(Buffer.from(tag, "base64url"))
    return JSON.parse(
      decipher.update(Buffer.from(text, "base64url"), undefined, "utf8") + decipher.final("utf8"),
    )
  }

  /** Begin of every value that is sealed under the current key. */
  get currentPrefix(): string {
    return `${FORMAT}.${this.keys[0].id}.`
  }

  /** Begins of the values that are sealed under earlier keys. */
  get earlierPrefixes(): string[] {
    return this.keys.slice(1).map(({ id }) => `${FORMAT}.${id}.`)
  }
}

export const credentialsPurpose = (accountId: string): string => `credentials:${accountId}`
export const payloadPurpose = (accountId: string, reference: string): string =>
  `payload:${accountId}:${reference}`
export const dispatchPurpose = (accountId: string, subject: string): string =>
  `dispatch:${accountId}:${subject}`
/** Of what a consent page sent back, kept until its admin confirms it. */
export const consentPurpose = (providerId: string, userId: string): string =>
  `consent:${providerId}:${userId}`
export const privacyPurpose = (providerId: string, requestKey: string): string =>
  `privacy:${providerId}:${requestKey}`
