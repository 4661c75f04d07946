import type { Random } from "./random"

/** What a page token stands for; the client only sees an opaque text. */
export interface PageState<T> {
  owner: string
  /** Every parameter of the request but those that may change between pages. */
  boundParameters: string
  position: T
}

export type PageTokenProblem = "unknown" | "expired" | "foreign" | "parameters"

/**
 * Page tokens of searchOrders: opaque, with `+`, `/` and `=` inside (they must be URL-encoded), bound to the
 * seller and to all other parameters, dead after 24 hours (Orders API v2026-01-01, `pagination.nextToken`).
 */
export class PageTokens<T> {
  private readonly issued = new Map<string, PageState<T> & { expiresAt: number }>()

  constructor(
    private readonly now: () => Date,
    private readonly random: Random,
  ) {}

  issue(state: PageState<T>, lifetimeMs: number): string {
    // 0xfbffbf is "+/+/" in base64, and 22 bytes end in "==".
    const bytes = Buffer.concat([
      this.random.bytes(9),
      Buffer.from([0xfb, 0xff, 0xbf]),
      this.random.bytes(10),
    ])
    const token = bytes.toString("base64")
    this.issued.set(token, { ...state, expiresAt: this.now().getTime() + lifetimeMs })
    return token
  }

  redeem(token: string, owner: string, boundParameters: string): T | PageTokenProblem {
    const state = this.issued.get(token)
    if (!state) return "unknown"
    if (state.owner !== owner) return "foreign"
    if (state.expiresAt <= this.now().getTime()) return "expired"
    if (state.boundParameters !== boundParameters) return "parameters"
    return state.position
  }

  /** Ends every token issued so far. */
  expireAll(): void {
    for (const state of this.issued.values()) state.expiresAt = 0
  }
}
