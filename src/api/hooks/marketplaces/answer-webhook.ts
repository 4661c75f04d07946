import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hearWebhook, type HeardAs } from "../../../workflows/webhooks/hear-webhook"

/** What the platform is told. Anything but 200 makes it send the webhook again. */
const answers: Record<HeardAs, { status: number; message: string }> = {
  kept: { status: 200, message: "Received" },
  no_receiver: { status: 404, message: "No connector of this name takes webhooks" },
  not_genuine: { status: 401, message: "The signature does not belong to this body" },
  unreadable: { status: 400, message: "The body is not a webhook of this platform" },
}

/** Answers as soon as what the webhook says is stored; the work comes later. */
export async function answerWebhook(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  // Express's type knows any raw body; `readRawBody` has put a buffer there.
  const raw: unknown = req.rawBody
  const heard = await hearWebhook(req.scope, {
    providerId: req.params.provider,
    topic: req.params.topic,
    raw: Buffer.isBuffer(raw) ? raw : Buffer.alloc(0),
    headers: req.headers,
  })
  const { status, message } = answers[heard]
  res.status(status).json({ message })
}
