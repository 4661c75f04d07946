import { Trouble } from "./say.mjs"

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** A signed-in conversation with a Medusa server. Refused requests become trouble with Medusa's own words. */
export class MedusaClient {
  #token

  constructor(baseUrl) {
    this.baseUrl = baseUrl
  }

  async request(method, route, body) {
    const response = await fetch(`${this.baseUrl}${route}`, {
      method,
      headers: {
        ...(body ? { "content-type": "application/json" } : {}),
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
    })
    const text = await response.text()
    if (!response.ok) {
      throw new Trouble(`${method} ${route} was refused with ${response.status}: ${reason(text)}`)
    }
    return text ? JSON.parse(text) : undefined
  }

  get(route, query = {}) {
    const search = new URLSearchParams(query).toString()
    return this.request("GET", search ? `${route}?${search}` : route)
  }

  post(route, body = {}) {
    return this.request("POST", route, body)
  }

  async login(email, password) {
    try {
      const { token } = await this.post("/auth/user/emailpass", { email, password })
      this.#token = token
    } catch (error) {
      throw new Trouble(
        `Signing in as ${email} failed. ${error.message} If this administrator existed before with another ` +
          "password, set ADMIN_EMAIL and ADMIN_PASSWORD to theirs.",
      )
    }
  }
}

function reason(text) {
  try {
    return JSON.parse(text).message ?? text
  } catch {
    return text.startsWith("<") ? "there is no such route." : text.slice(0, 300)
  }
}

/** Waits until /health answers. `ended` settles when the server's process is over: then waiting is pointless. */
export async function waitForHealth(baseUrl, { ended, seconds = 180 }) {
  let over = false
  void ended.then(() => (over = true))
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline && !over) {
    try {
      const { ok } = await fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(2000) })
      if (ok) {
        return
      }
    } catch {
      // Not listening yet.
    }
    await wait(300)
  }
  throw new Trouble(
    over ? "Medusa ended while starting." : `Medusa did not answer on ${baseUrl} within ${seconds} seconds.`,
  )
}
