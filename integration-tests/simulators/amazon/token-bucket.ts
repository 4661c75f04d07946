/** Rate in requests per second and burst in requests, as the page "Usage Plans and Rate Limits" gives them. */
export interface RateLimit {
  rate: number
  burst: number
}

interface Bucket {
  tokens: number
  filledAt: number
}

/** One bucket for each application, selling partner and operation; a bucket starts full. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>()

  constructor(private readonly now: () => Date) {}

  /** Takes one token; false when there is none (the platform answers 429 then). */
  take(key: string, limit: RateLimit): boolean {
    const at = this.now().getTime()
    const bucket = this.buckets.get(key) ?? { tokens: limit.burst, filledAt: at }
    const elapsedSeconds = Math.max(0, at - bucket.filledAt) / 1000
    bucket.tokens = Math.min(limit.burst, bucket.tokens + elapsedSeconds * limit.rate)
    bucket.filledAt = at
    this.buckets.set(key, bucket)
    // The sum of refills may miss a whole token by a rounding error of the float.
    if (bucket.tokens < 1 - 1e-9) return false
    bucket.tokens = Math.max(0, bucket.tokens - 1)
    return true
  }

  /** Fills every bucket again. */
  reset(): void {
    this.buckets.clear()
  }
}
