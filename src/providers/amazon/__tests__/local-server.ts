import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http"

export type Received = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}
export type Reply = { status?: number; headers?: Record<string, string>; json?: unknown; text?: string }
export type Answerer = (
  request: Received,
  response: ServerResponse,
) => Reply | undefined | Promise<Reply | undefined>

/** A real HTTP server on a free port of this machine that records what it is asked. */
export class LocalServer {
  readonly received: Received[] = []
  url = ""
  private answerer: Answerer = () => ({ status: 500 })
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://local")
      const received = {
        method: request.method ?? "",
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      }
      this.received.push(received)
      void Promise.resolve(this.answerer(received, response)).then((reply) => {
        // Undefined: the answerer has dealt with the response itself, or never answers.
        if (reply) write(response, reply)
      })
    })
  })

  answer(answerer: Answerer): void {
    this.received.length = 0
    this.answerer = answerer
  }

  /** Answers call by call; the last reply is repeated. */
  answerInTurn(...replies: Reply[]): void {
    let turn = 0
    this.answer(() => replies[Math.min(turn++, replies.length - 1)])
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
  response.writeHead(status, {
    "content-type": json === undefined ? "text/html" : "application/json",
    ...headers,
  })
  response.end(json === undefined ? (text ?? "") : JSON.stringify(json))
}
