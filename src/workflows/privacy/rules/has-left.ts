import type { ConnectorFailure } from "../../../connector"

/** For how long a store that the platform does not serve may turn out to have come back. */
const SUSPENDED_DAYS = 1
const DAY_MS = 86_400_000

/**
 * Whether a store that wishes to be forgotten has really left, by what the platform answers about it. A refused permission, or a
 * store that it does not know any more, says so. Suspended says neither: it answers so whether the permission still stands, and tells
 * nobody when a suspended store leaves. The wish itself comes only after that, and has a term, so that it counts after a while;
 * a store that came back meanwhile is served again by then. Undefined: nobody knows yet.
 */
export function hasLeft(
  kind: ConnectorFailure["kind"],
  { requestedAt, now }: { requestedAt: Date; now: Date },
): true | undefined {
  switch (kind) {
    case "authorization_lost":
    case "not_found":
      return true
    case "suspended":
      return now.getTime() - requestedAt.getTime() >= SUSPENDED_DAYS * DAY_MS ? true : undefined
    default:
      return undefined
  }
}
