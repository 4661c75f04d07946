import type { ConnectorFailure } from "../../../connector"
import { hasLeft } from "./has-left"

const now = new Date("2026-11-22T12:00:00Z")
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

describe("a store that wishes to be forgotten", () => {
  it.each<[string, ConnectorFailure["kind"], number, true | undefined]>([
    ["has left when its permission is gone", "authorization_lost", 0, true],
    ["has left when the platform does not know it any more", "not_found", 0, true],
    ["may have come back while it is suspended", "suspended", 23, undefined],
    ["has left when it is still suspended a day after its wish", "suspended", 24, true],
    ["may have come back while the platform does not answer, however long", "unavailable", 240, undefined],
    ["may have come back while the platform asks for patience", "throttled", 240, undefined],
    ["may have come back when the answer is none that we know", "contract_broken", 240, undefined],
  ])("%s", (_what, kind, hours, expected) => {
    expect(hasLeft(kind, { requestedAt: hoursAgo(hours), now })).toBe(expected)
  })
})
