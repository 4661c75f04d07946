import Medusa, { FetchError } from "@medusajs/js-sdk"
import type { Problem } from "./answers"

const BACKEND = __BACKEND_URL__ || "/"

/** The admin's own session: the browser's cookie signs every request. */
export const sdk = new Medusa({ baseUrl: BACKEND, auth: { type: "session" } })

export type QueryValues = Record<string, string | number | boolean | string[] | undefined>

export type RequestOptions = {
  method?: "GET" | "POST" | "DELETE"
  query?: QueryValues
  body?: object
}

/** Lists go as `state=a,b`; what is undefined or empty is left out. */
const written = (query: QueryValues): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(",") : String(value ?? "")
      return text === "" ? [] : [[name, text]]
    }),
  )

type RefusalBody = { message?: string; problem?: Problem }

/** What the API refused: its sentence as message, and the problem where it tells one. */
export class RefusedRequest extends FetchError {
  constructor(answer: Response, { message, problem }: RefusalBody) {
    super(message ?? answer.statusText, answer.statusText, answer.status)
    this.problem = problem
  }
  readonly problem: Problem | undefined
}

function addressOf(path: string, query: QueryValues): URL {
  const base = new URL(BACKEND, window.location.origin)
  const address = new URL(
    `${base.pathname.replace(/\/$/, "")}/admin/marketplaces/${path.replace(/^\//, "")}`,
    base,
  )
  address.search = new URLSearchParams(written(query)).toString()
  return address
}

/**
 * Asks the marketplace API; `path` is relative to /admin/marketplaces. Not by the sdk, whose error keeps the sentence of a
 * refusal and drops its problem.
 * @throws RefusedRequest
 */
export async function request<Answer>(
  path: string,
  { method = "GET", query = {}, body }: RequestOptions = {},
): Promise<Answer> {
  const answer = await fetch(addressOf(path, query), {
    method,
    credentials: "include",
    headers: { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
    body: body && JSON.stringify(body),
  })
  if (!answer.ok) throw await refused(answer)
  return answer.json() as Promise<Answer>
}

const refused = async (answer: Response): Promise<RefusedRequest> =>
  new RefusedRequest(answer, (await answer.json().catch(() => ({}))) as RefusalBody)

const FILE_NAME = /filename="([^"]+)"/

/**
 * Fetches a file with the session of the person at the screen; a plain link would show a refusal as a page of its own. It is
 * called as the server says, or `name` where the server is another origin and that is not told.
 * @throws RefusedRequest
 */
export async function requestFile(path: string, query: QueryValues, name: string): Promise<File> {
  const answer = await fetch(addressOf(path, query), { credentials: "include" })
  if (!answer.ok) throw await refused(answer)
  const [, given = name] = FILE_NAME.exec(answer.headers.get("content-disposition") ?? "") ?? []
  return new File([await answer.blob()], given)
}
