import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Webhooks name things by their ids; the longest list the orders of a buyer. */
const MOST_BYTES = 256 * 1024

/**
 * Puts the body as it arrived into `req.rawBody`, whatever it says it is: a signature is over bytes, and what does not bear one is
 * parsed by nobody (an error of a parser would quote it in the log). Longer bodies are turned away before they are read.
 */
export async function readRawBody(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (Number(req.get("content-length") ?? 0) > MOST_BYTES) {
    res
      .set("Connection", "close")
      .status(413)
      .json({ message: `A webhook has at most ${MOST_BYTES} bytes` })
    return
  }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length
    // It did not say how long it would be: leaving the loop hangs up.
    if (length > MOST_BYTES) return
    chunks.push(chunk)
  }
  req.rawBody = Buffer.concat(chunks)
  next()
}
