/** What a handler answers; the server adds the headers every answer has. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** Sent as it is instead of `body`. */
  text?: string
  contentType?: string
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
}

/** A refusal in one of the platform's five error shapes. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`Refused with ${status}`)
  }

  answer(): Answer {
    return { status: this.status, body: this.body }
  }
}

/** `{ code, message, description }`, with the arrays of the fields that are wrong where there are any. */
export function refusal(status: number, description: string, fields: Record<string, string[]> = {}): Refusal {
  return new Refusal(status, { code: status, message: TITLES[status] ?? "Error", description, ...fields })
}

/** The legacy shape of a validation, `{ field: [texts] }`. */
export function fieldRefusal(fields: Record<string, string[]>): Refusal {
  return new Refusal(422, fields)
}

/** The shape of fulfillment orders: `{ message, description, messages }`. */
export function fulfillmentRefusal(
  status: number,
  description: string,
  messages?: Record<string, string[]>,
): Refusal {
  const body = { message: TITLES[status] ?? "Error", description }
  return new Refusal(status, messages ? { ...body, messages } : body)
}

export function unreadableJson(): Refusal {
  return new Refusal(400, { error: "Problems parsing JSON" })
}

export function notFound(what: string): Refusal {
  return refusal(404, `${what} not found`)
}

/** What the service, or the edge before it, says when something broke. */
export function failureAnswer(status: number, body: "json" | "empty" | "html"): Answer {
  if (body === "empty") return { status, text: "" }
  if (body === "html")
    return { status, text: `<html><body><h1>${status}</h1></body></html>`, contentType: "text/html" }
  return {
    status,
    body: { code: status, message: TITLES[status] ?? "Error", description: "Try again later" },
  }
}
