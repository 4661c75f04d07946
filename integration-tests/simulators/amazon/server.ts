import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { loggedQuery, type CallRecord } from "./call-log"
import { answerControl, CONTROL_PATH } from "./control-api"
import { faultOf } from "./faults"
import { spApiAnswer } from "./gate"
import { type Route, routeOf } from "./routes"
import { type Answer, failureAnswer, missingAuthenticationToken } from "./sp-api-answer"
import type { OpenCall, World } from "./world"

const MAX_BODY_BYTES = 20 * 1024 * 1024

/** The HTTP server of one simulator; it listens on the loopback interface only. */
export function createSimulatorServer(world: World): Server {
  return createServer((request, response) => {
    handle(world, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy()
      const message = error instanceof Error ? error.message : String(error)
      return send(response, { status: 500, body: { errors: [{ code: "InternalFailure", message }] } }, {})
    })
  })
}

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "/", ...rest] = (request.url ?? "/").split("?")
  const rawQuery = rest.join("?")
  const method = request.method ?? "GET"
  const gone = new AbortController()
  response.once("close", () => gone.abort())
  const body = await readBody(request)
  if (body === undefined) return send(response, { status: 413, body: { errors: [] } }, {})
  if (path.startsWith(CONTROL_PATH)) {
    return send(response, answerControl(world, { method, path, rawQuery, body }), {})
  }

  const target = request.headers["x-amz-target"]
  const route = routeOf(method, path, typeof target === "string" ? target : undefined)
  const faults = world.faults.take(route.operation)
  const record: CallRecord = {
    at: world.now().toISOString(),
    operation: route.operation,
    method,
    path,
    query: loggedQuery(rawQuery),
    status: 0,
    requestId: requestIdOf(world),
    faults: faults.map((fault) => fault.kind),
  }
  world.log.add(record)
  const latency = faultOf(faults, "latency")
  if (latency && latency.when !== "after") await sleep(latency.ms, undefined, { ref: false })
  const drop = faultOf(faults, "drop")
  if (drop?.when === "before") return void request.socket.destroy()
  const parts = route.kind === "unknown" ? {} : route.parts
  const { headers: sent } = request
  const { signal } = gone
  const call: OpenCall = { method, path, rawQuery, headers: sent, body, parts, faults, record, signal }
  const answer = await answerFor(world, route, call)
  if (latency?.when === "after") await sleep(latency.ms, undefined, { ref: false })
  if (drop?.when === "after") return void request.socket.destroy()
  if (drop?.when !== "during") record.status = answer.status
  const headers = { "x-amzn-RequestId": record.requestId }
  return send(
    response,
    answer,
    headers,
    drop?.when === "during" ? "half" : faultOf(faults, "broken-json") ? "cut" : "whole",
  )
}

/** An error of the service comes instead of the answer: nothing was done, or everything was (`when: "after"`). */
async function answerFor(world: World, route: Route, call: OpenCall): Promise<Answer> {
  const failure = faultOf(call.faults, "status")
  const failed = failure && failureAnswer(failure.status, failure.body ?? "json", route.operation === "token")
  if (failed && failure.when !== "after") return failed
  const answer = await routeAnswer(world, route, call)
  return failed ?? answer
}

function routeAnswer(world: World, route: Route, call: OpenCall): Answer | Promise<Answer> {
  if (route.kind === "unknown") return missingAuthenticationToken().answer()
  return route.kind === "open" ? route.row.answer(world, call) : spApiAnswer(world, route, call)
}

function send(
  response: ServerResponse,
  answer: Answer,
  headers: Record<string, string>,
  part: "whole" | "half" | "cut" = "whole",
): void {
  const text = answer.text ?? JSON.stringify(answer.body ?? {})
  const bytes = answer.bytes ?? Buffer.from(text)
  const whole = part === "cut" ? bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))) : bytes
  // Half of an empty answer would be all of it.
  if (part === "half" && whole.length === 0) return void response.socket?.destroy()
  const type = whole.length === 0 ? {} : { "content-type": answer.contentType ?? "application/json" }
  const length = answer.status === 204 ? {} : { "content-length": whole.length }
  response.writeHead(answer.status, { ...type, ...length, ...answer.headers, ...headers })
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

function requestIdOf(world: World): string {
  const hex = world.random.bytes(16).toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
