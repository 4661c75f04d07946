import { randomBytes } from "node:crypto"
import { credentialsPurpose, payloadPurpose, Sealer } from "./sealer"

const [first, second] = [randomBytes(32), randomBytes(32)]
const secret = { refresh_token: "Atzr|very-secret", name: "Ada Lovelace" }
const purpose = credentialsPurpose("mpacc_1")

describe("a sealed value", () => {
  it("opens to what was sealed, and shows nothing of it meanwhile", () => {
    const sealed = new Sealer([first]).seal(secret, purpose)
    expect(new Sealer([first]).open(sealed, purpose)).toEqual(secret)
    expect(sealed).not.toMatch(/Atzr|Ada|refresh/)
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toMatch(/Atzr|Ada|refresh/)
  })

  it("looks different every time", () => {
    const sealer = new Sealer([first])
    expect(sealer.seal(secret, purpose)).not.toBe(sealer.seal(secret, purpose))
  })

  it.each([
    ["null", null],
    ["a text", "ß 🎁"],
    ["a list", [1, [2]]],
    ["a large answer", { x: "y".repeat(1e6) }],
  ])("may be %s", (_what, value) => {
    const sealer = new Sealer([first])
    expect(sealer.open(sealer.seal(value, purpose), purpose)).toEqual(value)
  })

  it.each([
    ["another account", credentialsPurpose("mpacc_2")],
    ["another column", payloadPurpose("mpacc_1", "111-0000001-0000001")],
  ])("does not open as that of %s", (_what, other) => {
    const sealer = new Sealer([first])
    expect(() => sealer.open(sealer.seal(secret, purpose), other)).toThrow()
  })

  it("of one order does not open as that of another", () => {
    const sealer = new Sealer([first])
    const sealed = sealer.seal(secret, payloadPurpose("mpacc_1", "1"))
    expect(() => sealer.open(sealed, payloadPurpose("mpacc_1", "2"))).toThrow()
  })

  it("does not open when any part of it was changed", () => {
    const sealer = new Sealer([first])
    const parts = sealer.seal(secret, purpose).split(".")
    for (const [index, part] of parts.entries()) {
      const flipped = part.replace(/^./, (letter) => (letter === "A" ? "B" : "A"))
      const changed = parts.map((one, at) => (at === index ? flipped : one)).join(".")
      expect(() => sealer.open(changed, purpose)).toThrow()
      const without = parts.map((one, at) => (at === index ? "" : one)).join(".")
      expect(() => sealer.open(without, purpose)).toThrow()
    }
  })

  it("does not open with a shortened seal of authenticity", () => {
    const sealer = new Sealer([first])
    const [format, key, iv, tag, text] = sealer.seal(secret, purpose).split(".")
    const short = Buffer.from(tag, "base64url").subarray(0, 4).toString("base64url")
    expect(() => sealer.open([format, key, iv, short, text].join("."), purpose)).toThrow()
  })

  it.each(["", "v1", "plain text", "v2.a.b.c.d", '{"refresh_token":"x"}'])("is never %p", (text) => {
    expect(() => new Sealer([first]).open(text, purpose)).toThrow(/encryption key/)
  })
})

describe("changing the key", () => {
  it("seals under the new key and still opens what the old one sealed", () => {
    const old = new Sealer([first]).seal(secret, purpose)
    const rotated = new Sealer([second, first])
    expect(rotated.open(old, purpose)).toEqual(secret)
    expect(rotated.seal(secret, purpose).startsWith(rotated.currentPrefix)).toBe(true)
    expect(old.startsWith(rotated.currentPrefix)).toBe(false)
  })

  it("needs the old key until everything is sealed again, and says which key is missing", () => {
    const old = new Sealer([first]).seal(secret, purpose)
    const keyId = old.split(".")[1]
    expect(() => new Sealer([second]).open(old, purpose)).toThrow(keyId)
    const again = new Sealer([second, first]).seal(new Sealer([second, first]).open(old, purpose), purpose)
    expect(new Sealer([second]).open(again, purpose)).toEqual(secret)
  })

  it("does not tell the key by its name", () => {
    const prefix = new Sealer([first]).currentPrefix
    expect(prefix).toMatch(/^v1\.[0-9a-f]{8}\.$/)
    expect(first.toString("hex")).not.toContain(prefix.split(".")[1])
  })
})
