/** Size in requests (or weight) and what drains in a second. */
export interface BucketLimit {
  size: number
  perSecond: number
}

/** What the `x-rate-limit-*` headers tell. */
export interface BucketState {
  limit: number
  remaining: number
  /** Milliseconds until the bucket is empty. */
  resetMs: number
}

interface Level {
  filled: number
  at: number
}

/** One bucket for each application and store; it begins empty and every request fills it by its weight. */
export class LeakyBuckets {
  private readonly levels = new Map<string, Level>()

  constructor(private readonly now: () => number) {}

  /** Pours one request in; false when it would overflow, and then it costs nothing. */
  pour(key: string, limit: BucketLimit, weight = 1): boolean {
    const level = this.level(key, limit)
    // What drained may miss a whole request by a rounding error of the float.
    if (level.filled + weight > limit.size + 1e-9) return false
    level.filled += weight
    return true
  }

  /** Fills a bucket to the brim, as a burst of somebody else's calls would. */
  fill(key: string, limit: BucketLimit): void {
    this.level(key, limit).filled = limit.size
  }

  state(key: string, limit: BucketLimit): BucketState {
    const { filled } = this.level(key, limit)
    return {
      limit: limit.size,
      remaining: Math.max(0, Math.floor(limit.size - filled + 1e-9)),
      resetMs: Math.ceil((filled / limit.perSecond) * 1000),
    }
  }

  /** Empties every bucket. */
  reset(): void {
    this.levels.clear()
  }

  private level(key: string, limit: BucketLimit): Level {
    const at = this.now()
    const level = this.levels.get(key) ?? { filled: 0, at }
    level.filled = Math.max(0, level.filled - (Math.max(0, at - level.at) / 1000) * limit.perSecond)
    level.at = at
    this.levels.set(key, level)
    return level
  }
}
