import type { IncomingHttpHeaders } from "node:http"
import { SqsError } from "./sqs-error"

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/\s,]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

/** Checks an AWS signature (version 4) for its form, its key id and its scope; not cryptographically. */
export function checkSignature(
  headers: IncomingHttpHeaders,
  accessKeyIds: readonly string[],
  regions: readonly string[],
): void {
  const { authorization } = headers
  if (authorization === undefined)
    throw new SqsError("MissingAuthenticationTokenException", "Missing Authentication Token")
  const [, keyId = "", day = "", region = "", service = "", signed = ""] = FORM.exec(authorization) ?? []
  if (keyId === "")
    throw new SqsError("IncompleteSignatureException", "The Authorization header is malformed.")
  if (!accessKeyIds.includes(keyId))
    throw new SqsError(
      "UnrecognizedClientException",
      "The security token included in the request is invalid.",
    )
  const date = headers["x-amz-date"]
  const dated = typeof date === "string" && /^\d{8}T\d{6}Z$/.test(date) && date.startsWith(day)
  const names = signed.split(";")
  const covered = ["host", "x-amz-date"].every((name) => names.includes(name))
  if (!dated || !covered || service !== "sqs" || !regions.includes(region))
    throw new SqsError(
      "InvalidSignatureException",
      "Credential should be scoped to a valid region, date and service.",
    )
}
