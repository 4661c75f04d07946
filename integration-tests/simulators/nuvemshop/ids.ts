import type { Random } from "../amazon/random"

const START = {
  order: 1_871_254_200,
  line: 1_069_053_800,
  product: 58_765_000,
  variant: 144_223_000,
  customer: 66_100_400,
  webhook: 2_050_900,
  metafield: 27_400,
  category: 4_567_000,
} as const

const ULID_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Ids as the platform gives them: rising numbers for most, ULIDs for locations and fulfillment orders. */
export class Ids {
  private readonly last: Record<keyof typeof START, number>

  constructor(
    private readonly random: Random,
    firstOrderId = START.order + 1,
  ) {
    this.last = { ...START, order: firstOrderId - 1 }
  }

  next(kind: keyof typeof START): number {
    this.last[kind] += 1
    return this.last[kind]
  }

  ulid(at: number): string {
    let time = at
    let head = ""
    for (let i = 0; i < 10; i += 1) {
      head = (ULID_DIGITS[time % 32] ?? "0") + head
      time = Math.floor(time / 32)
    }
    return head + this.random.letters(16, ULID_DIGITS)
  }
}
