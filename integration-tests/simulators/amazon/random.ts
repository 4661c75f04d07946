/** A seeded source of choices: the same seed gives the same run. Never used for amounts other than to choose integers. */
export class Random {
  private state: number

  constructor(seed: number | string) {
    this.state = hash(String(seed))
  }

  /** A number in [0, 1). (mulberry32) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** An integer between both bounds, inclusive. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.int(0, values.length - 1)]
    if (value === undefined) throw new Error("Random.pick needs at least one value.")
    return value
  }

  /** Picks a key in proportion to its weight; keys with weight 0 are never picked. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K {
    const keys = (Object.keys(weights) as K[]).filter((key) => (weights[key] ?? 0) > 0)
    const total = keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0)
    let rest = this.next() * total
    for (const key of keys) {
      rest -= weights[key] ?? 0
      if (rest < 0) return key
    }
    return this.pick(keys)
  }

  shuffle<T>(values: readonly T[]): T[] {
    const left = [...values]
    const result: T[] = []
    while (left.length > 0) result.push(...left.splice(this.int(0, left.length - 1), 1))
    return result
  }

  digits(length: number): string {
    return Array.from({ length }, () => this.int(0, 9)).join("")
  }

  letters(length: number, alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"): string {
    return Array.from({ length }, () => alphabet[this.int(0, alphabet.length - 1)]).join("")
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.int(0, 255)))
  }

  /** An independent source, so that one part's choices do not move another's. */
  fork(label: string): Random {
    return new Random(`${this.int(0, 0x7fffffff)}:${label}`)
  }
}

function hash(text: string): number {
  let value = 2166136261
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 16777619)
  return value ^ (value >>> 13)
}
