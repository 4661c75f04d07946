/** One webhook that an application registered in a store. */
export interface Webhook {
  id: number
  appId: string
  storeId: number
  event: string
  url: string
  createdAt: number
  updatedAt: number
}

/** The webhooks of every application and store. */
export class WebhookRegistry {
  private readonly webhooks = new Map<number, Webhook>()

  add(webhook: Webhook): void {
    this.webhooks.set(webhook.id, webhook)
  }

  remove(id: number): void {
    this.webhooks.delete(id)
  }

  list(storeId?: number, appId?: string): Webhook[] {
    return [...this.webhooks.values()].filter(
      (webhook) =>
        (storeId === undefined || webhook.storeId === storeId) &&
        (appId === undefined || webhook.appId === appId),
    )
  }
}
