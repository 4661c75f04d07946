import { createHmac, timingSafeEqual } from "node:crypto"
import type { Connection, WebhookEvent, WebhookHeaders, WebhookReceiver } from "../../../connector"
import type { NuvemshopSettings } from "../options"
import { eventsOf } from "./events"
import type { Registrations } from "./registrations"

const SIGNATURE = "x-linkedstore-hmac-sha256"

/** Webhooks of the platform: signed with the application's client secret over the body as it arrived. */
export class NuvemshopWebhooks implements WebhookReceiver {
  constructor(
    private readonly settings: Pick<NuvemshopSettings, "clientSecret">,
    private readonly registrations: Registrations,
  ) {}

  verify(raw: Buffer, headers: WebhookHeaders): boolean {
    const given = headers[SIGNATURE]
    if (typeof given !== "string" || !/^[0-9a-f]{64}$/i.test(given)) return false
    const expected = createHmac("sha256", this.settings.clientSecret).update(raw).digest()
    return timingSafeEqual(expected, Buffer.from(given, "hex"))
  }

  /** @throws ConnectorError `contract_broken`. */
  parse(raw: Buffer, topic?: string): WebhookEvent[] {
    return eventsOf(raw, topic)
  }

  /** @throws ConnectorError as {@link WebhookReceiver.register}. */
  register(connection: Connection, url: string): Promise<void> {
    return this.registrations.register(connection, url)
  }

  /** @throws ConnectorError as every call. */
  unregister(connection: Connection, url: string): Promise<void> {
    return this.registrations.unregister(connection, url)
  }
}
