import type { ServerResponse } from "node:http"
import { AccessTokens } from "../lwa"
import { Transport } from "../transport"
import { LocalServer, type Received, type Reply } from "./local-server"

const TOKEN_PATH = "/auth/o2/token"

/** Answers one call of the API; a function deals with the response itself, "silence" never answers. */
export type ApiReply =
  Reply | "silence" | ((request: Received, response: ServerResponse) => Reply | undefined)

/** What Amazon says when it refuses something. */
export const anError = (code: string, message: string, details?: string) => ({
  errors: [{ code, message, ...(details === undefined ? {} : { details }) }],
})

/** Token endpoint and Selling Partner API on this machine: tokens Atza|1, Atza|2 ..., and what the test answers. */
export class AnApi {
  /** Requests to the API, without those for tokens. */
  readonly calls: Received[] = []
  /** How many access tokens were given since the replies were set. */
  tokensGiven = 0
  private readonly server = new LocalServer()

  start(): Promise<void> {
    return this.server.start()
  }

  stop(): Promise<void> {
    return this.server.stop()
  }

  /** Answers call by call; the last reply is repeated. */
  answer(...replies: ApiReply[]): void {
    this.calls.length = 0
    this.tokensGiven = 0
    this.server.answer((request, response) => {
      if (request.path === TOKEN_PATH) {
        return { json: { access_token: `Atza|${++this.tokensGiven}`, expires_in: 3600 } }
      }
      this.calls.push(request)
      const reply = replies[Math.min(this.calls.length, replies.length) - 1]
      if (reply === "silence") return undefined
      return typeof reply === "function" ? reply(request, response) : reply
    })
  }

  /** The JSON bodies of the calls. */
  bodies(): unknown[] {
    return this.calls.map(({ body }): unknown => (body === "" ? undefined : JSON.parse(body)))
  }

  transport(changes: { endpoint?: string; requestTimeoutMs?: number } = {}, now?: () => number): Transport {
    const settings = {
      clientId: "client-1",
      clientSecret: "s3cret",
      endpoint: this.server.url,
      tokenEndpoint: this.server.url + TOKEN_PATH,
      requestTimeoutMs: 2_000,
      ...changes,
    }
    return new Transport(settings, new AccessTokens(settings, now))
  }
}

/** Breaks the connection in place of an answer. */
export const aBrokenConnection: ApiReply = (_request, response) => {
  response.socket?.destroy()
  return undefined
}

/** Begins an answer and breaks the connection in the middle of it. */
export const aCutAnswer: ApiReply = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "500" })
  response.write('{"status":', () => response.socket?.destroy())
  return undefined
}

/** An address at which nobody listens. */
export async function aClosedPort(): Promise<string> {
  const server = new LocalServer()
  await server.start()
  await server.stop()
  return server.url
}
