import { isRecord, jsonBody } from "../json-body"
import { parseQuery } from "../query-parameters"
import { type Answer, conflict, invalidInput, notFound } from "../sp-api-answer"
import type { GrantlessCall, World } from "../world"
import type { Destination } from "./subscriptions"

const ARN = /^arn:aws:sqs:\S+:\S+:\S+$/

/** `POST /notifications/v1/destinations`. */
export function createDestination(world: World, call: GrantlessCall): Answer {
  const { name, resourceSpecification } = jsonBody(call.body)
  if (typeof name !== "string" || name === "" || name.length > 256)
    throw invalidInput('"name" must have 1 to 256 characters.')
  const resource = resourceOf(world, name, resourceSpecification)
  const taken = world.subscriptions
    .destinationsOf(call.clientId)
    .some((known) => known.name === name || JSON.stringify(known.resource) === JSON.stringify(resource))
  if (taken) throw conflict("A destination with this name or resource exists already.")
  return {
    status: 200,
    body: { payload: shown(world.subscriptions.addDestination({ clientId: call.clientId, name, resource })) },
  }
}

/** `GET /notifications/v1/destinations`. */
export function getDestinations(world: World, call: GrantlessCall): Answer {
  parseQuery(call.rawQuery, [])
  return { status: 200, body: { payload: world.subscriptions.destinationsOf(call.clientId).map(shown) } }
}

/** `GET /notifications/v1/destinations/{destinationId}`. */
export function getDestination(world: World, call: GrantlessCall): Answer {
  return { status: 200, body: { payload: shown(destinationOf(world, call)) } }
}

/** `DELETE /notifications/v1/destinations/{destinationId}`. */
export function deleteDestination(world: World, call: GrantlessCall): Answer {
  const { destinationId } = destinationOf(world, call)
  const used = world.subscriptions.subscriptionsOf({ destinationId }).length > 0
  if (used && world.switches.destinationInUse === "conflict")
    throw conflict("Subscriptions use this destination.")
  world.subscriptions.removeDestination(destinationId)
  return { status: 200, body: {} }
}

function resourceOf(world: World, name: string, specification: unknown): Destination["resource"] {
  const { sqs, eventBridge } = isRecord(specification) ? specification : {}
  if ((sqs === undefined) === (eventBridge === undefined))
    throw invalidInput('"resourceSpecification" must hold either "sqs" or "eventBridge".')
  if (isRecord(eventBridge)) {
    const { region, accountId } = eventBridge
    if (typeof region !== "string" || typeof accountId !== "string")
      throw invalidInput('"eventBridge" must hold "region" and "accountId".')
    return { eventBridge: { name, region, accountId } }
  }
  const arn = isRecord(sqs) ? sqs.arn : undefined
  if (typeof arn !== "string" || arn.length > 1000 || !ARN.test(arn))
    throw invalidInput('"sqs.arn" is not the ARN of a queue.')
  if (world.switches.destinationNeedsQueue && !world.queues.byArn(arn))
    throw invalidInput("The queue does not exist or does not let the platform send to it.")
  return { sqs: { arn } }
}

function destinationOf(world: World, call: GrantlessCall): Destination {
  const found = world.subscriptions
    .destinationsOf(call.clientId)
    .find(({ destinationId }) => destinationId === call.parts.destinationId)
  if (!found) throw notFound("There is no such destination.")
  return found
}

function shown({ destinationId, name, resource }: Destination): unknown {
  return { destinationId, name, resource }
}
