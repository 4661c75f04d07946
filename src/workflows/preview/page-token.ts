import { z } from "@medusajs/framework/zod"
import { invalidField } from "../refusals/refusal"

/**
 * Where a preview goes on: the start of the piece of the period in hand, the end of the period - a platform's token is good for the
 * bounds of its first page only, and "now" moves - and the platform's own token.
 */
export type PreviewPosition = { from: string; to: string; token?: string }

const positionSchema = z.strictObject({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  token: z.string().min(1).optional(),
})

export function writePageToken(position: PreviewPosition): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url")
}

/** @throws RefusalError when the token is not one of ours. */
export function readPageToken(token: string): PreviewPosition {
  try {
    return positionSchema.parse(JSON.parse(Buffer.from(token, "base64url").toString("utf8")))
  } catch {
    throw invalidField("page_token", "page_token_foreign", {})
  }
}
