import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { type Answer, failureAnswer, refusal } from "./answer"
import { type CallRecord, loggedQuery } from "./call-log"
import { answerControl, CONTROL_PATH } from "./control-api"
import { faultOf } from "./faults"
import { apiAnswer } from "./gate"
import { jsonText } from "./json-body"
import { Query } from "./query"
import { type Route, routeOf } from "./routes"
import type { OpenCall, World } from "./world"

const MAX_BODY_BYTES = 20 * 1024 * 1024

/** The HTTP server of one simulator; it listens on the loopback interface only. */
export function createSimulatorServer(world: World): Server {
  return createServer((request, response) => {
    handle(world, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy()
      const message = error instanceof Error ? error.message : String(error)
      return send(response, { status: 500, body: { code: 500, message, description: "Simulator" } }, "whole")
    })
  })
}

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "/", ...rest] = (request.url ?? "/").split("?")
  const rawQuery = rest.join("?")
  const method = request.method ?? "GET"
  const text = await readBody(request)
  if (text === undefined) return send(response, failureAnswer(413, "json"), "whole")
  if (path.startsWith(CONTROL_PATH)) {
    return send(response, await answerControl(world, { method, path, rawQuery, body: text }), "whole")
  }

  const route = routeOf(method, path)
  const faults = world.faults.take(route.operation)
  const record: CallRecord = {
    at: new Date(world.clock.now()).toISOString(),
    operation: route.operation,
    method,
    path,
    query: loggedQuery(rawQuery),
    status: 0,
    faults: faults.map((fault) => fault.kind),
  }
  world.log.add(record)
  const latency = faultOf(faults, "latency")
  if (latency && latency.when !== "after") await sleep(latency.ms, undefined, { ref: false })
  const drop = faultOf(faults, "drop")
  if (drop?.when === "before") return void request.socket.destroy()
  const { headers } = request
  const { parts } = route
  const query = new Query(rawQuery)
  const answer = answerFor(route, {
    world,
    method,
    path,
    rawQuery,
    query,
    headers,
    text,
    parts,
    faults,
    record,
  })
  if (latency?.when === "after") await sleep(latency.ms, undefined, { ref: false })
  if (drop?.when === "after") return void request.socket.destroy()
  if (drop?.when !== "during") record.status = answer.status
  const part = drop?.when === "during" ? "half" : faultOf(faults, "broken-json") ? "cut" : "whole"
  return send(response, answer, method === "HEAD" ? "none" : part)
}

/** An error of the service comes instead of the answer: nothing was done, or everything was (`when: "after"`). */
function answerFor(route: Route, call: OpenCall): Answer {
  const failure = faultOf(call.faults, "status")
  const failed = failure && failureAnswer(failure.status, failure.body ?? "json")
  if (failed && failure.when !== "after") return failed
  const answer = withThrottle(call, routeAnswer(route, call))
  return failed ?? answer
}

function routeAnswer(route: Route, call: OpenCall): Answer {
  if (route.kind === "unknown") return refusal(404, "Not found").answer()
  return route.kind === "open" ? route.row.answer(call) : apiAnswer(route.row, call)
}

/** A planned 429 also says when to come back. */
function withThrottle({ faults }: OpenCall, answer: Answer): Answer {
  const throttle = faultOf(faults, "throttle")
  if (!throttle || answer.status !== 429) return answer
  const headers = { "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(throttle.resetMs ?? 1000) }
  return { ...answer, headers: { ...answer.headers, ...headers } }
}

function send(response: ServerResponse, answer: Answer, part: "whole" | "half" | "cut" | "none"): void {
  const bytes = Buffer.from(answer.text ?? jsonText(answer.body ?? {}))
  const whole = part === "cut" ? bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))) : bytes
  // Half of an empty answer would be all of it.
  if (part === "half" && whole.length === 0) return void response.socket?.destroy()
  const type =
    whole.length === 0 ? {} : { "content-type": answer.contentType ?? "application/json; charset=utf-8" }
  const length = answer.status === 204 ? {} : { "content-length": whole.length }
  response.writeHead(answer.status, { ...type, ...length, ...answer.headers })
  if (part === "none") return void response.end()
  if (part !== "half") return void response.end(whole)
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.socket?.destroy())
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= MAX_BODY_BYTES) chunks.push(bytes)
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString("utf8")
}
