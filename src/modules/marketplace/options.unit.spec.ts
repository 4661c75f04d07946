import { randomBytes } from "node:crypto"
import { resolveOptions } from "./options"

const key = randomBytes(32).toString("base64")

describe("the plugin's options", () => {
  it("need nothing but the key", () => {
    expect(resolveOptions({ encryptionKey: key })).toEqual({
      keys: [Buffer.from(key, "base64")],
      leaseSeconds: 120,
      automaticImport: true,
      batchSize: 50,
      language: "en",
      installation: undefined,
      publicUrl: undefined,
    })
  })

  it("put the current key before the earlier ones", () => {
    const earlier = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")]
    const { keys } = resolveOptions({ encryptionKey: key, previousEncryptionKeys: earlier })
    expect(keys.map((bytes) => bytes.toString("base64"))).toEqual([key, ...earlier])
  })

  it.each(["en", "pt-BR", "es"] as const)("let the bell speak %s", (language) => {
    expect(resolveOptions({ encryptionKey: key, language }).language).toBe(language)
  })

  it("name the installation, without the space around the name", () => {
    expect(resolveOptions({ encryptionKey: key, installation: " production " }).installation).toBe(
      "production",
    )
  })

  it.each([
    ["https://shop.example.com/", "https://shop.example.com"],
    ["https://example.com/shop", "https://example.com/shop"],
    ["http://localhost:9000", "http://localhost:9000"],
  ])("take %s as the address that platforms call", (publicUrl, taken) => {
    expect(resolveOptions({ encryptionKey: key, publicUrl }).publicUrl).toBe(taken)
  })

  it.each<[string, Record<string, unknown>]>([
    ["encryptionKey", {}],
    ["encryptionKey", { encryptionKey: "" }],
    ["encryptionKey", { encryptionKey: 7 }],
    ["encryptionKey", { encryptionKey: randomBytes(16).toString("base64") }],
    ["encryptionKey", { encryptionKey: randomBytes(33).toString("base64") }],
    ["previousEncryptionKeys", { encryptionKey: key, previousEncryptionKeys: key }],
    ["previousEncryptionKeys[1]", { encryptionKey: key, previousEncryptionKeys: [key, "short"] }],
    ["leaseSeconds", { encryptionKey: key, leaseSeconds: 1 }],
    ["leaseSeconds", { encryptionKey: key, leaseSeconds: "120" }],
    ["leaseSeconds", { encryptionKey: key, leaseSeconds: 2.5 }],
    ["batchSize", { encryptionKey: key, batchSize: 0 }],
    ["batchSize", { encryptionKey: key, batchSize: 501 }],
    ["language", { encryptionKey: key, language: "pt" }],
    ["installation", { encryptionKey: key, installation: " " }],
    ["installation", { encryptionKey: key, installation: 7 }],
    ["automaticImport", { encryptionKey: key, automaticImport: "false" }],
    ["publicUrl", { encryptionKey: key, publicUrl: "shop.example.com" }],
    ["publicUrl", { encryptionKey: key, publicUrl: "http://shop.example.com" }],
    ["publicUrl", { encryptionKey: key, publicUrl: "https://shop.example.com?secret=1" }],
    ["publicUrl", { encryptionKey: key, publicUrl: 7 }],
  ])("stop the boot with a sentence that names %s", (name, options) => {
    expect(() => resolveOptions(options)).toThrow(`"${name}"`)
    expect(() => resolveOptions(options)).toThrow(/medusa-plugin-marketplaces/)
  })

  it("stop the boot when there are none at all", () => {
    expect(() => resolveOptions(undefined)).toThrow(/"encryptionKey"/)
  })

  it("never repeat a key in the complaint", () => {
    const malformed = randomBytes(31).toString("base64")
    try {
      resolveOptions({ encryptionKey: malformed })
    } catch (thrown) {
      expect(String(thrown)).not.toContain(malformed)
    }
    expect.assertions(1)
  })
})
