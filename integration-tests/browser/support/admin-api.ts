type Query = Record<string, string | number | boolean | string[]>
/** Of any shape: a wrong path fails the expectation. */
type Body = Awaited<ReturnType<Response["json"]>>

const searchOf = (query: Query): string => {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    Array.isArray(value) ? value.map((one) => [`${key}[]`, one]) : [[key, String(value)]],
  )
  return entries.length > 0 ? `?${new URLSearchParams(entries).toString()}` : ""
}

/**
 * The admin API, to arrange what a person would otherwise click together, and to look at what a click has done. A path
 * without a slash in front is one of ours: `get("accounts")`.
 */
export class AdminApi {
  private constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<AdminApi> {
    const { token } = await new AdminApi(url, "").post("/auth/user/emailpass", { email, password })
    return new AdminApi(url, token)
  }

  get = (path: string, query: Query = {}): Promise<Body> => this.send("GET", `${path}${searchOf(query)}`)
  post = (path: string, body: object = {}): Promise<Body> => this.send("POST", path, body)
  remove = (path: string): Promise<Body> => this.send("DELETE", path)

  /** The cookie of a signed-in browser. */
  async sessionCookie(): Promise<{ name: string; value: string }> {
    const answer = await fetch(`${this.url}/auth/session`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.token}` },
    })
    const [pair = ""] = (answer.headers.getSetCookie()[0] ?? "").split(";")
    const [name = "", value = ""] = pair.split("=")
    if (!answer.ok || !value) throw new Error(`There is no session: ${answer.status} ${await answer.text()}`)
    return { name, value }
  }

  private async send(method: string, path: string, body?: object): Promise<Body> {
    const route = path.startsWith("/") ? path : `/admin/marketplaces/${path}`
    const answer = await fetch(`${this.url}${route}`, {
      method,
      headers: {
        ...(body && { "content-type": "application/json" }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${route} was refused with ${answer.status}: ${text}`)
    return text === "" ? undefined : JSON.parse(text)
  }
}
