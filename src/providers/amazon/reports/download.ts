import { pipeline, Readable } from "node:stream"
import { TextDecoder } from "node:util"
import { createGunzip } from "node:zlib"
import { connectorFailureOf, contractBroken, unavailable, type ConnectorError } from "../../../connector"
import { presentable, stopped, USER_AGENT } from "../http"

/** Where a document lies, as Amazon answered it. */
export type DocumentAddress = { url: string; packed: boolean }

export type DownloadLimits = {
  /** For the whole document. It is read while it comes, so that the reader's work counts too. */
  timeoutMs: number
  /** As it is sent and, where it is packed, as it is unpacked. */
  mostBytes: number
}

/** A listings report of a million products is a few hundred megabytes when it is unpacked. */
export const downloadLimits: DownloadLimits = { timeoutMs: 120_000, mostBytes: 1_024 ** 3 }

const NAME = "report document"

/**
 * The text of a document, piece by piece: nothing is held in memory as a whole. The address is presigned: it gets no access
 * token, is no page of the quota, stands in no message, and redirects are not followed.
 * @throws ConnectorError `unavailable` (also for an address that has expired: ask for the document again),
 * `contract_broken` (`content-type` with an unknown charset, `document` that is too large).
 */
export async function* download(
  address: DocumentAddress,
  signal: AbortSignal,
  limits: DownloadLimits = downloadLimits,
): AsyncGenerator<string> {
  const timer = AbortSignal.timeout(limits.timeoutMs)
  try {
    const response = await fetch(address.url, {
      headers: { "user-agent": USER_AGENT, "accept-encoding": "identity" },
      redirect: "manual",
      signal: AbortSignal.any([signal, timer]),
    })
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel()
      throw failed(`HTTP ${response.status}`)
    }
    const decoder = decoderOf(response.headers.get("content-type"))
    const packed = address.packed && !unpackedByFetch(response.headers)
    for await (const bytes of unpacked(piecesOf(response.body), packed, limits.mostBytes)) {
      yield decoder.decode(bytes, { stream: true })
    }
    yield decoder.decode()
  } catch (thrown) {
    if (connectorFailureOf(thrown)) throw thrown
    if (signal.aborted) throw stopped(NAME)
    throw failed(timer.aborted ? `not complete within ${limits.timeoutMs} ms` : codeOf(thrown), thrown)
  }
}

/**
 * `fetch` has unpacked by itself what the server declared as packed on the way. Amazon declares `identity`, which is nothing,
 * for a packed document unless it is asked otherwise (model `reports_2021-06-30`, `enableContentEncodingUrlHeader`).
 */
function unpackedByFetch(headers: Headers): boolean {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? ""
  return encoding !== "" && encoding !== "identity"
}

async function* piecesOf(body: NonNullable<Response["body"]>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
  } finally {
    // Whoever stops early ends the transfer; what broke has been thrown already.
    await reader.cancel().catch(() => undefined)
  }
}

async function* unpacked(
  pieces: AsyncIterable<Uint8Array>,
  packed: boolean,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  const sent = limited(pieces, mostBytes)
  // The callback has nothing to do: what goes wrong anywhere in the pipeline is thrown to whoever reads its end.
  const bytes = packed
    ? limited(
        pipeline(Readable.from(sent), createGunzip(), () => undefined),
        mostBytes,
      )
    : sent
  yield* bytes
}

async function* limited(pieces: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const piece of pieces) {
    read += piece.byteLength
    if (read > mostBytes) {
      throw contractBroken("document", `${NAME}: it is larger than ${mostBytes} bytes`)
    }
    yield piece
  }
}

/** UTF-8, ISO-8859-1, Windows-1252 and Shift-JIS are seen, under several names; without a name it is UTF-8. */
function decoderOf(contentType: string | null): TextDecoder {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8"
  try {
    return new TextDecoder(charset)
  } catch {
    throw contractBroken("content-type", `${NAME}: the charset ${presentable(charset)} is not known`)
  }
}

/** What broke: a code of the network or of unpacking; never the message, which may hold the address. */
function codeOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
  return typeof code === "string" ? `failure ${presentable(code)}` : "network failure"
}

function failed(reason: string, cause?: unknown): ConnectorError {
  return unavailable(`${NAME}: ${reason}`, { reason: `${NAME}: ${reason}` }, cause)
}
