import { z } from "@medusajs/framework/zod"
import {
  connectorFailureOf,
  problem,
  rejected,
  type Connection,
  type ConnectorError,
} from "../../../connector"
import { pathPart, type Transport } from "../transport"
import { parseWire } from "../wire"
import { ORDER_CHANGE } from "./notice"
import type { NotificationSettings } from "./options"

const DESTINATIONS_PATH = "/notifications/v1/destinations"
const SUBSCRIPTIONS_PATH = `/notifications/v1/subscriptions/${ORDER_CHANGE}`
/** The only version the payload has; the version of a subscription, not of what is read from it. */
const PAYLOAD_VERSION = "1.0"
/** Destinations belong to the application, and subscriptions are removed in its name. */
const APPLICATION = "sellingpartnerapi::notifications"

const destinationSchema = z.looseObject({
  destinationId: z.string().min(1),
  name: z.string(),
  resource: z.looseObject({ sqs: z.looseObject({ arn: z.string() }).nullish() }),
})
const destinationAnswerSchema = z.looseObject({ payload: destinationSchema })
const destinationsAnswerSchema = z.looseObject({ payload: z.array(destinationSchema).nullish() })
const subscriptionSchema = z.looseObject({
  subscriptionId: z.string().min(1),
  destinationId: z.string().min(1),
})
const subscriptionAnswerSchema = z.looseObject({ payload: subscriptionSchema.nullish() })

type Destination = z.infer<typeof destinationSchema>
type Subscription = z.infer<typeof subscriptionSchema>

/**
 * The queue as a destination of the application, and the seller's subscription to it, by the Notifications API v1. A destination
 * is made once for an application and region, a subscription once for a seller, region and type of notice.
 */
export class Subscriptions {
  constructor(
    private readonly transport: Transport,
    private readonly settings: NotificationSettings,
  ) {}

  /**
   * Makes what is missing. A subscription of the seller that leads to another queue is replaced: Amazon keeps one.
   * @throws ConnectorError as every call; `outcome_unknown` is harmless, since doing it again finds what was made.
   */
  async begin(connection: Connection): Promise<void> {
    const destinationId = (await this.destination(connection)) ?? (await this.makeDestination(connection))
    const known = await this.subscription(connection)
    if (known?.destinationId === destinationId) return
    if (known) {
      connection.logger.warn(
        "Amazon sent the notices of this seller to another queue; they come to ours from now on",
      )
      await this.remove(connection, known)
    }
    await this.make(connection, destinationId)
  }

  /** Ends the subscription, if it leads to our queue: that of another installation is left alone. */
  async end(connection: Connection): Promise<void> {
    const known = await this.subscription(connection)
    if (known && known.destinationId === (await this.destination(connection))) {
      await this.remove(connection, known)
    }
  }

  private async destination(connection: Connection): Promise<string | undefined> {
    return this.oursOf(await this.destinations(connection))?.destinationId
  }

  private oursOf(destinations: Destination[]): Destination | undefined {
    return destinations.find(({ resource }) => resource.sqs?.arn === this.settings.queueArn)
  }

  private async destinations(connection: Connection): Promise<Destination[]> {
    const body = await this.transport.read(connection, {
      operation: "getDestinations",
      path: DESTINATIONS_PATH,
      grantless: APPLICATION,
    })
    return parseWire(destinationsAnswerSchema, body, "getDestinations").payload ?? []
  }

  private async makeDestination(connection: Connection): Promise<string> {
    try {
      const { body } = await this.transport.write(connection, {
        operation: "createDestination",
        path: DESTINATIONS_PATH,
        method: "POST",
        grantless: APPLICATION,
        body: {
          name: this.settings.destinationName,
          resourceSpecification: { sqs: { arn: this.settings.queueArn } },
        },
        refusal: ({ reason }) =>
          problem("request_refused", { reason: `notification queue (notifications.queueArn): ${reason}` }),
      })
      return parseWire(destinationAnswerSchema, body, "createDestination").payload.destinationId
    } catch (thrown) {
      // 409, or an answer that got lost: another account, or another process, may have made it meanwhile.
      const known = isPerhapsThere(thrown) ? await this.destinations(connection) : []
      const made = this.oursOf(known)
      if (made) return made.destinationId
      const { destinationName } = this.settings
      throw known.some(({ name }) => name === destinationName) ? nameTaken(destinationName) : thrown
    }
  }

  private async subscription(connection: Connection): Promise<Subscription | undefined> {
    try {
      const body = await this.transport.read(connection, {
        operation: "getSubscription",
        path: SUBSCRIPTIONS_PATH,
        query: { payloadVersion: PAYLOAD_VERSION },
        reference: ORDER_CHANGE,
      })
      return parseWire(subscriptionAnswerSchema, body, "getSubscription").payload ?? undefined
    } catch (thrown) {
      if (connectorFailureOf(thrown)?.kind === "not_found") return undefined
      throw thrown
    }
  }

  private async make(connection: Connection, destinationId: string): Promise<void> {
    try {
      await this.transport.write(connection, {
        operation: "createSubscription",
        path: SUBSCRIPTIONS_PATH,
        method: "POST",
        body: {
          payloadVersion: PAYLOAD_VERSION,
          destinationId,
          processingDirective: { eventFilter: { eventFilterType: ORDER_CHANGE } },
        },
      })
    } catch (thrown) {
      const made = isPerhapsThere(thrown) ? await this.subscription(connection) : undefined
      if (made?.destinationId !== destinationId) throw thrown
    }
  }

  private async remove(connection: Connection, { subscriptionId }: Subscription): Promise<void> {
    try {
      await this.transport.write(connection, {
        operation: "deleteSubscriptionById",
        path: `${SUBSCRIPTIONS_PATH}/${pathPart(subscriptionId)}`,
        method: "DELETE",
        grantless: APPLICATION,
        reference: subscriptionId,
      })
    } catch (thrown) {
      if (connectorFailureOf(thrown)?.kind !== "not_found") throw thrown
    }
  }
}

/** Another queue of the application, such as one of another installation, has our name at Amazon. */
function nameTaken(name: string): ConnectorError {
  const reason = `another queue has the name "${name}" at Amazon; set notifications.destinationName to one that is free`
  return rejected(`createDestination: ${reason}`, problem("request_refused", { reason }))
}

function isPerhapsThere(thrown: unknown): boolean {
  const kind = connectorFailureOf(thrown)?.kind
  return kind === "rejected" || kind === "outcome_unknown"
}
