import { z } from "@medusajs/framework/zod"
import { connectorFailureOf, problem, rejected, type Connection } from "../../../connector"
import { endsBefore, nextPage } from "../paging"
import { pathPart, type ApiAnswer, type Transport } from "../transport"
import { idSchema, parseWire } from "../wire"

/** The events we ask for. Requests about personal data are not among them: their addresses are set in the partner portal. */
export const subscribedEvents = [
  "order/created",
  "order/updated",
  "order/paid",
  "order/packed",
  "order/fulfilled",
  "order/cancelled",
  "order/pending",
  "order/voided",
  "order/unpacked",
  "order/edited",
  "fulfillment_order/status_updated",
  "product/created",
  "product/updated",
  "product/deleted",
  "app/uninstalled",
  "app/suspended",
  "app/resumed",
] as const

/** After so many refusals without a single success it is the address that the platform does not take. */
const ENOUGH_REFUSALS = 3
const PER_PAGE = 200

const registrationsSchema = z.array(z.looseObject({ id: idSchema, event: z.string(), url: z.string() }))
type Registration = z.infer<typeof registrationsSchema>[number]

/** The webhooks that the application has registered in a store; no other application's are listed. */
export class Registrations {
  constructor(private readonly transport: Transport) {}

  /**
   * Registers what is missing. The platform does not say what it does with a second registration of the same event and address, so
   * that it never gets one.
   * @throws ConnectorError `rejected` with `webhooks_not_registered`, after everything else has been registered.
   */
  async register(connection: Connection, url: string): Promise<void> {
    const known = await this.list(connection)
    const refused: { event: string; reason: string }[] = []
    let taken = 0
    for (const event of subscribedEvents) {
      const own = known.filter((one) => one.event === event && isOurs(one, url))
      try {
        await this.settle(connection, event, url, own)
        taken += 1
      } catch (thrown) {
        const failure = connectorFailureOf(thrown)
        if (failure?.kind !== "rejected") throw thrown
        refused.push({ event, reason: failure.problem.details.reason ?? "" })
        if (taken === 0 && refused.length >= ENOUGH_REFUSALS) break
      }
    }
    if (refused.length === 0) return
    const reason = `${refused.map(({ event }) => event).join(", ")}: ${refused[0].reason}`
    throw rejected(`webhooks: ${reason}`, problem("webhooks_not_registered", { reason }))
  }

  /** @throws ConnectorError as every call. */
  async unregister(connection: Connection, url: string): Promise<void> {
    for (const one of await this.list(connection)) if (one.url === url) await this.remove(connection, one)
  }

  /** One registration of the event at the address, made of what there is. */
  private async settle(
    connection: Connection,
    event: string,
    url: string,
    own: Registration[],
  ): Promise<void> {
    const there = own.find((one) => one.url === url)
    const [movable, ...surplus] = own.filter((one) => one !== there)
    if (there) {
      for (const one of movable ? [movable, ...surplus] : []) await this.remove(connection, one)
      return
    }
    const body = { event, url }
    await this.transport.write(
      connection,
      movable
        ? { name: "webhook", method: "PUT", path: `/webhooks/${pathPart(movable.id)}`, body }
        : { name: "webhook", method: "POST", path: "/webhooks", body },
    )
    for (const one of surplus) await this.remove(connection, one)
  }

  private async remove(connection: Connection, { id }: Registration): Promise<void> {
    try {
      await this.transport.write(connection, {
        name: "webhook",
        method: "DELETE",
        path: `/webhooks/${pathPart(id)}`,
      })
    } catch (thrown) {
      if (connectorFailureOf(thrown)?.kind !== "not_found") throw thrown
    }
  }

  private async list(connection: Connection): Promise<Registration[]> {
    const found: Registration[] = []
    for (let page: number | undefined = 1; page !== undefined;) {
      const answer = await this.page(connection, page)
      if (!answer) return found
      const { body, headers } = answer
      found.push(...parseWire(registrationsSchema, body, "webhooks"))
      const next = nextPage(headers)
      page = next !== undefined && next > page ? next : undefined
    }
    return found
  }

  /** Undefined behind the last page, which the platform answers with 404; so it may where nothing is registered yet. */
  private async page(connection: Connection, page: number): Promise<ApiAnswer | undefined> {
    try {
      const query = { page, per_page: PER_PAGE }
      return await this.transport.read(connection, { name: "webhooks", path: "/webhooks", query })
    } catch (thrown) {
      if (endsBefore(page, thrown)) return undefined
      throw thrown
    }
  }
}

/** Ours is what leads to the same path, on whichever host the store has been reached before. */
function isOurs(registration: Registration, url: string): boolean {
  return (
    registration.url === url ||
    (URL.canParse(registration.url) && new URL(registration.url).pathname === new URL(url).pathname)
  )
}
