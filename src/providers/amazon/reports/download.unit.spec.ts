import { gzipSync } from "node:zlib"
import { failureOfPromise } from "../__tests__/failure-of-promise"
import { LocalServer } from "../__tests__/local-server"
import { download, downloadLimits, type DocumentAddress, type DownloadLimits } from "./download"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

type Served = { status?: number; headers?: Record<string, string>; bytes?: Uint8Array; breaksOff?: boolean }

function serve({ status = 200, headers = {}, bytes = new Uint8Array(), breaksOff }: Served): void {
  server.answer((_request, response) => {
    response.writeHead(status, { "content-type": "text/plain;charset=UTF-8", ...headers })
    if (breaksOff) response.write(bytes, () => response.socket?.destroy())
    else response.end(bytes)
    return undefined
  })
}

async function read(
  packed = false,
  limits: Partial<DownloadLimits> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<string> {
  const address: DocumentAddress = { url: `${server.url}/document?X-Amz-Signature=secret`, packed }
  let text = ""
  for await (const piece of download(address, signal, { ...downloadLimits, timeoutMs: 2_000, ...limits })) {
    text += piece
  }
  return text
}

const bytesOf = (...codes: number[]) => Uint8Array.from(codes)
const utf8 = (text: string) => new TextEncoder().encode(text)

describe("the text of a document", () => {
  it.each<[string, string, Uint8Array, string]>([
    ["UTF-8", "text/plain;charset=UTF-8", utf8("São Paulo 靴"), "São Paulo 靴"],
    ["UTF-8 with a byte order mark", "text/plain; charset=utf-8", utf8("\uFEFFsku"), "sku"],
    ["UTF-8 where nothing is declared", "text/plain", utf8("ç"), "ç"],
    ["ISO-8859-1", 'text/plain; charset="ISO-8859-1"', bytesOf(0x63, 0xe7, 0xe3), "cçã"],
    ["Windows-1252", "text/plain;charset=Cp1252", bytesOf(0x80, 0x20, 0xe9), "€ é"],
    ["Shift-JIS", "text/plain;charset=Shift_JIS", bytesOf(0x8c, 0x43), "靴"],
  ])("is read as %s", async (_name, contentType, bytes, expected) => {
    serve({ headers: { "content-type": contentType }, bytes })
    await expect(read()).resolves.toBe(expected)
    serve({ headers: { "content-type": contentType }, bytes: gzipSync(bytes) })
    await expect(read(true)).resolves.toBe(expected)
  })

  it("is whole where a character is cut by the end of a piece", async () => {
    const text = "€".repeat(200_000)
    serve({ bytes: gzipSync(utf8(text)) })
    await expect(read(true)).resolves.toBe(text)
  })

  it("is unpacked once where the server declares the packing as well", async () => {
    serve({ headers: { "content-encoding": "gzip" }, bytes: gzipSync("sku") })
    await expect(read(true)).resolves.toBe("sku")
  })

  it.each(["identity", "Identity", ""])(
    "is unpacked where the server declares that it did nothing on the way (%j)",
    async (encoding) => {
      serve({ headers: { "content-encoding": encoding }, bytes: gzipSync("sku") })
      await expect(read(true)).resolves.toBe("sku")
      serve({ headers: { "content-encoding": encoding }, bytes: utf8("sku") })
      await expect(read()).resolves.toBe("sku")
    },
  )

  it("is asked for without an access token", async () => {
    serve({ bytes: utf8("x") })
    await read()
    expect(server.received[0].headers).not.toHaveProperty("x-amz-access-token")
    expect(server.received[0].headers["user-agent"]).toContain("medusa-plugin-marketplaces")
  })
})

describe("a document that cannot be had", () => {
  it.each<[string, Served, boolean, Partial<DownloadLimits>, string, RegExp]>([
    ["expired", { status: 403 }, false, {}, "unavailable", /HTTP 403/],
    ["gone", { status: 404 }, false, {}, "unavailable", /HTTP 404/],
    [
      "elsewhere, where nobody follows",
      { status: 302, headers: { location: "/other" } },
      false,
      {},
      "unavailable",
      /HTTP 302/,
    ],
    [
      "cut off",
      { bytes: utf8("sku"), headers: { "content-length": "99" }, breaksOff: true },
      false,
      {},
      "unavailable",
      /./,
    ],
    [
      "cut off and packed",
      { bytes: gzipSync("sku".repeat(999)).subarray(0, 20) },
      true,
      {},
      "unavailable",
      /Z_BUF_ERROR/,
    ],
    ["not packed as told", { bytes: utf8("sku") }, true, {}, "unavailable", /Z_DATA_ERROR/],
    [
      "too large",
      { bytes: utf8("x".repeat(101)) },
      false,
      { mostBytes: 100 },
      "contract_broken",
      /larger than 100/,
    ],
    [
      "too large when unpacked",
      { bytes: gzipSync("x".repeat(100_000)) },
      true,
      { mostBytes: 1_000 },
      "contract_broken",
      /larger than 1000/,
    ],
    [
      "in an unknown charset",
      { headers: { "content-type": "text/plain;charset=klingon" } },
      false,
      {},
      "contract_broken",
      /klingon/,
    ],
  ])("is %s", async (_name, served, packed, limits, kind, message) => {
    serve(served)
    const failure = await failureOfPromise(read(packed, limits))
    expect(failure).toMatchObject({ kind, message: expect.stringMatching(message) })
    expect(failure.message).not.toContain("secret")
    expect(server.received).toHaveLength(1)
  })

  it("takes too long, or is not wanted any more", async () => {
    server.answer(() => undefined)
    await expect(failureOfPromise(read(false, { timeoutMs: 100 }))).resolves.toMatchObject({
      kind: "unavailable",
      problem: { details: { reason: "report document: not complete within 100 ms" } },
    })
    await expect(failureOfPromise(read(false, {}, AbortSignal.timeout(50)))).resolves.toMatchObject({
      kind: "unavailable",
      problem: { details: { reason: "the call was stopped" } },
    })
  })
})
