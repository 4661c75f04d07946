import type { OperationRow } from "../operations"
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  updateWebhook,
  WEBHOOK_PARAMETERS,
} from "./webhooks-api"

type WebhookOperation = "listWebhooks" | "createWebhook" | "getWebhook" | "updateWebhook" | "deleteWebhook"

const ONE = "/webhooks/{webhookId}"

/** The scope is that of the event, so the handlers ask for it. */
export const WEBHOOK_ROWS: Readonly<Record<WebhookOperation, OperationRow>> = {
  listWebhooks: { method: "GET", path: "/webhooks", query: WEBHOOK_PARAMETERS, handle: listWebhooks },
  createWebhook: { method: "POST", path: "/webhooks", handle: createWebhook },
  getWebhook: { method: "GET", path: ONE, handle: getWebhook },
  updateWebhook: { method: "PUT", path: ONE, handle: updateWebhook },
  deleteWebhook: { method: "DELETE", path: ONE, handle: deleteWebhook },
}
