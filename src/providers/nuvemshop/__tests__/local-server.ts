import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http"

export type Received = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}
export type Reply = { status?: number; headers?: Record<string, string>; json?: unknown; text?: string }
/** Undefined: the answerer has dealt with the response itself, or never answers. */
export type Answerer = (request: Received, response: ServerResponse) => Reply | undefined

/** A real HTTP server on a free port of this machine that records what it is asked. */
export class LocalServer {
  readonly received: Received[] = []
  url = ""
  private answerer: Answerer = () => ({ status: 500 })
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? "/", "http://local")
      const body = Buffer.concat(chunks).toString()
      const received = { method: request.method ?? "", path, query, headers: request.headers, body }
      this.received.push(received)
      const reply = this.answerer(received, response)
      if (reply) write(response, reply)
    })
  })

  answer(answerer: Answerer): void {
    this.received.length = 0
    this.answerer = answerer
  }

  /** Answers call by call; the last reply is repeated. */
  answerInTurn(...replies: (Reply | Answerer)[]): void {
    let turn = 0
    this.answer((request, response) => {
      const reply = replies[Math.min(turn++, replies.length - 1)]
      return typeof reply === "function" ? reply(request, response) : reply
    })
  }

  /** Method and path of every call behind the store, with the JSON that was sent. */
  calls(): { call: string; sent?: unknown }[] {
    return this.received.map(({ method, path, body }) => ({
      call: `${method} ${path.replace(/^\/2025-03\/\d+/, "")}`,
      ...(body === "" ? {} : { sent: JSON.parse(body) as unknown }),
    }))
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve))
    const address = this.server.address()
    this.url = typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : ""
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

function write(response: ServerResponse, { status = 200, headers = {}, json, text }: Reply): void {
  const type = json === undefined ? "text/html" : "application/json"
  response.writeHead(status, { "content-type": type, ...headers })
  response.end(json === undefined ? (text ?? "") : JSON.stringify(json))
}

/** Breaks the connection in place of an answer. */
export const aBrokenConnection: Answerer = (_request, response) => {
  response.socket?.destroy()
  return undefined
}

/** Never answers. */
export const silence: Answerer = () => undefined
