import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { Exchange } from "./model"

export type LocalServer = { url: string; close(): Promise<void> }

type Handle = (
  request: IncomingMessage,
  body: string,
) => Promise<{ status: number; text: string; headers?: object }>

async function listen(handle: Handle): Promise<LocalServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { status, text, headers } = await handle(request, Buffer.concat(chunks).toString())
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text)
  }
  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Stands between the connector and another server and writes down what passes. */
export async function startRecorder(target: string): Promise<LocalServer & { exchanges: Exchange[] }> {
  const exchanges: Exchange[] = []
  const server = await listen(async (request, body) => {
    const { method = "GET", url = "/" } = request
    const names = ["x-amz-access-token", "user-agent", "content-type", "accept"]
    const headers = Object.fromEntries(names.flatMap((name) => [[name, String(request.headers[name] ?? "")]]))
    const answer = await fetch(target + url, { method, headers, ...(method === "GET" ? {} : { body }) })
    const text = await answer.text()
    const read = (json: string): unknown => (json === "" ? undefined : JSON.parse(json))
    exchanges.push({ method, url, sent: read(body), status: answer.status, body: read(text) })
    const rate = answer.headers.get("x-amzn-ratelimit-limit")
    return { status: answer.status, text, headers: rate ? { "x-amzn-ratelimit-limit": rate } : {} }
  })
  return { ...server, exchanges }
}

export type SampleOrder = {
  orderId: string
  createdTime: string
  salesChannel: { marketplaceId?: string }
  proceeds?: { grandTotal?: { amount: string; currencyCode: string } }
}

/** Answers with Amazon's sample orders: each search sample is a page of its own, whatever else the request says. */
export function startSampleServer(
  pages: { orders: SampleOrder[] }[],
  singles: SampleOrder[],
): Promise<LocalServer> {
  return listen(async ({ url = "/" }) => {
    const { pathname, searchParams } = new URL(url, "http://localhost")
    if (pathname.endsWith("/token")) {
      return answer({ access_token: "Atza|sample", token_type: "bearer", expires_in: 3600 })
    }
    const reference = /\/orders\/([\d-]+)$/.exec(pathname)?.[1]
    if (reference && reference !== "2026-01-01") {
      const order = singles.find(({ orderId }) => orderId === reference)
      return order
        ? answer({ order })
        : answer({ errors: [{ code: "NotFound", message: "No such order" }] }, 404)
    }
    const from = Date.parse(searchParams.get("createdAfter") ?? "")
    const to = Date.parse(searchParams.get("createdBefore") ?? "")
    const within = ({ createdTime }: SampleOrder) =>
      Date.parse(createdTime) >= from && Date.parse(createdTime) <= to
    const index = Number(searchParams.get("paginationToken") ?? 0)
    const page = pages[index]
    return answer({
      ...page,
      orders: page.orders.filter(within),
      pagination: index + 1 < pages.length ? { nextToken: String(index + 1) } : {},
    })
  })
}

const answer = (body: unknown, status = 200) => Promise.resolve({ status, text: JSON.stringify(body) })
