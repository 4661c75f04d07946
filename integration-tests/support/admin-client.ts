import type { AdminSession } from "./admin-session"

export type Answer = {
  status: number
  /** Of any shape: a wrong path fails the expectation. */
  data: Awaited<ReturnType<Response["json"]>>
  headers: Record<string, unknown>
}

type Http = { request(options: Record<string, unknown>): Promise<Answer> }
type Send = { as?: AdminSession | null; headers?: Record<string, string> }

/** Talks to the admin API and keeps every answer, so that a test can look through all of them. */
export class AdminClient {
  readonly answers: Answer[] = []

  constructor(
    private readonly http: Http,
    private readonly admin: AdminSession,
  ) {}

  get = (path: string, send?: Send) => this.send("GET", path, undefined, send)
  post = (path: string, body: object = {}, send?: Send) => this.send("POST", path, body, send)
  remove = (path: string, send?: Send) => this.send("DELETE", path, undefined, send)

  async send(method: string, path: string, data: object | undefined, send: Send = {}): Promise<Answer> {
    const session = send.as === undefined ? this.admin : send.as
    const answer = await this.http.request({
      method,
      url: path.startsWith("/") ? path : `/admin/marketplaces/${path}`,
      data,
      headers: { ...session?.headers, ...send.headers },
      maxRedirects: 0,
      validateStatus: () => true,
    })
    this.answers.push(answer)
    return answer
  }
}
