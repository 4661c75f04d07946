import { MedusaError } from "@medusajs/framework/utils"
import { languages, type Language } from "../../connector"

/** A connector to load, in the form every Medusa module with providers takes. */
export type ConnectorProviderOption = {
  /** Package path or file, e.g. "medusa-plugin-marketplaces/providers/<platform>". */
  resolve: unknown
  /** Name of this connector in accounts; the same class may be loaded twice under two ids. */
  id: string
  options?: Record<string, unknown>
}

/** Options of the plugin. */
export type MarketplaceOptions = {
  /** 32 bytes in base64 that seal credentials and payloads (`openssl rand -base64 32`). */
  encryptionKey: string
  /** Earlier keys, still accepted for reading while values are sealed again under the new key. @default [] */
  previousEncryptionKeys?: string[]
  /** Connectors to load. @default [] */
  providers?: ConnectorProviderOption[]
  /** Seconds after which work of a process that died is taken over. @default 120 */
  leaseSeconds?: number
  /** `false` switches the schedule off for this installation; imports by hand still work. @default true */
  automaticImport?: boolean
  /** Orders decided and written together. @default 50 */
  batchSize?: number
  /**
   * Language of what is stored for everybody, which is the notifications of the admin's bell. Screens and the API speak the
   * reader's own. @default "en"
   */
  language?: Language
  /**
   * Name of this installation. Shipments and stock are written to a platform only by the installation in which a person switched
   * that on, so that a copy of the database (staging, a restored backup) stays silent. An installation is known by the name, host
   * and port of its database; give it a name of its own where one database is reached by several addresses, and another name to
   * each copy. @default the database's name, host and port
   */
  installation?: string
  /**
   * Address under which platforms reach this server, such as "https://shop.example.com": they are asked to call it when something
   * changes (webhooks). @default the address at which an admin connects the account
   */
  publicUrl?: string
}

const KEY_BYTES = 32

function invalid(sentence: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `medusa-plugin-marketplaces: ${sentence}`)
}

/** The bytes of a sealing key, or a boot-stopping sentence that names the option. */
export function keyBytes(option: string, value: unknown): Buffer {
  if (typeof value !== "string" || value === "") {
    invalid(`option "${option}" is missing. Give 32 random bytes in base64: openssl rand -base64 32`)
  }
  const bytes = Buffer.from(value, "base64")
  if (bytes.length !== KEY_BYTES) {
    invalid(`option "${option}" must be ${KEY_BYTES} bytes in base64, these are ${bytes.length}`)
  }
  return bytes
}

function wholeNumber(
  option: string,
  value: unknown,
  fallback: number,
  minimum: number,
  maximum: number,
): number {
  if (value === undefined) return fallback
  if (typeof value !== "number" || !Number.isInteger(value) || value < minimum || value > maximum) {
    invalid(`option "${option}" must be a whole number from ${minimum} to ${maximum}`)
  }
  return value
}

function languageOf(value: unknown): Language {
  const language = value === undefined ? languages[0] : languages.find((known) => known === value)
  return language ?? invalid(`option "language" must be one of ${languages.join(", ")}`)
}

const localHosts = ["localhost", "127.0.0.1", "[::1]"]

function publicUrlOf(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined
  const isSafe =
    url?.protocol === "https:" || (url?.protocol === "http:" && localHosts.includes(url.hostname))
  if (!url || !isSafe || url.search || url.hash || url.username) {
    invalid(
      `option "publicUrl" must be an address that begins with https://, such as "https://shop.example.com"`,
    )
  }
  return url.href.replace(/\/+$/, "")
}

/** Checked options with their defaults. */
export type ResolvedOptions = {
  keys: Buffer[]
  leaseSeconds: number
  automaticImport: boolean
  batchSize: number
  language: Language
  installation: string | undefined
  /** Without a slash at its end. */
  publicUrl: string | undefined
}

/**
 * Checks the options at boot.
 * @throws MedusaError with a sentence that names the option that is missing or malformed.
 */
export function resolveOptions(options: Partial<MarketplaceOptions> | undefined): ResolvedOptions {
  const previous = options?.previousEncryptionKeys ?? []
  if (!Array.isArray(previous)) invalid(`option "previousEncryptionKeys" must be a list of keys`)
  if (options?.automaticImport !== undefined && typeof options.automaticImport !== "boolean") {
    invalid(`option "automaticImport" must be true or false`)
  }
  const installation = options?.installation
  if (installation !== undefined && (typeof installation !== "string" || installation.trim() === "")) {
    invalid(`option "installation" must be a text, such as "production"`)
  }
  return {
    keys: [
      keyBytes("encryptionKey", options?.encryptionKey),
      ...previous.map((key, index) => keyBytes(`previousEncryptionKeys[${index}]`, key)),
    ],
    leaseSeconds: wholeNumber("leaseSeconds", options?.leaseSeconds, 120, 2, 3600),
    automaticImport: options?.automaticImport ?? true,
    batchSize: wholeNumber("batchSize", options?.batchSize, 50, 1, 500),
    language: languageOf(options?.language),
    installation: installation?.trim(),
    publicUrl: publicUrlOf(options?.publicUrl),
  }
}
