/** What a handler answers; the server adds the request id. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** Sent as it is instead of `body`. */
  text?: string
  /** Sent as they are instead of `text`. */
  bytes?: Buffer
  contentType?: string
}

/** The error envelope of the Selling Partner API: `{ errors: [{ code, message, details? }] }`. */
export class SpApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details = "",
  ) {
    super(message)
  }

  answer(): Answer {
    return {
      status: this.status,
      body: { errors: [{ code: this.code, message: this.message, details: this.details }] },
    }
  }
}

/** What the edge before the service refuses: no envelope, no body. */
export class EdgeRefusal extends SpApiError {
  constructor(status: number) {
    super(status, "", "")
  }

  override answer(): Answer {
    return { status: this.status, text: "" }
  }
}

export function invalidInput(details: string): SpApiError {
  return new SpApiError(400, "InvalidInput", "Invalid Input", details)
}

export function unauthorized(details: string): SpApiError {
  return new SpApiError(403, "Unauthorized", "Access to requested resource is denied.", details)
}

export function missingAuthenticationToken(): SpApiError {
  return new SpApiError(403, "MissingAuthenticationToken", "Missing Authentication Token")
}

export function notFound(details: string): SpApiError {
  return new SpApiError(404, "NotFound", "The requested resource doesn't exist.", details)
}

export function conflict(details: string): SpApiError {
  return new SpApiError(409, "Conflict", "The resource specified conflicts with the current state.", details)
}

export function quotaExceeded(): SpApiError {
  return new SpApiError(429, "QuotaExceeded", "You exceeded your quota for the requested resource.")
}

/** What the service, or the edge before it, says when something broke. */
export function failureAnswer(
  status: number,
  body: "json" | "empty" | "html",
  ofTokenEndpoint: boolean,
): Answer {
  if (body === "empty") return { status, text: "" }
  if (body === "html")
    return { status, text: `<html><body><h1>${status}</h1></body></html>`, contentType: "text/html" }
  if (ofTokenEndpoint)
    return { status, body: { error: status === 503 ? "temporarily_unavailable" : "server_error" } }
  const codes: Record<number, string> = {
    400: "InvalidInput",
    404: "NotFound",
    429: "QuotaExceeded",
    503: "ServiceUnavailable",
  }
  const message = "We encountered an internal error. Please try again."
  return { status, body: { errors: [{ code: codes[status] ?? "InternalFailure", message, details: "" }] } }
}
