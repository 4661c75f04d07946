import fc from "fast-check"
import { nextPiece } from "./period-pieces"

const day = (number: number) => new Date(Date.UTC(2026, 0, number))

describe("the pieces of a long period", () => {
  it("are one where the period is short enough", () => {
    expect(nextPiece(day(1), day(20), 30)).toEqual({ toUtc: day(20), nextFromUtc: null })
    expect(nextPiece(day(1), day(31), 30)).toEqual({ toUtc: day(31), nextFromUtc: null })
  })

  it("go on where the one before ended", () => {
    expect(nextPiece(day(1), day(70), 30)).toEqual({ toUtc: day(31), nextFromUtc: day(31) })
    expect(nextPiece(day(31), day(70), 30)).toEqual({ toUtc: day(61), nextFromUtc: day(61) })
    expect(nextPiece(day(61), day(70), 30)).toEqual({ toUtc: day(70), nextFromUtc: null })
  })

  it("cover any period without a gap, none longer than the platform takes", () => {
    const period = fc.record({
      start: fc.integer({ min: 0, max: 1e9 }),
      length: fc.integer({ min: 0, max: 3 * 365 * 86_400_000 }),
      days: fc.integer({ min: 1, max: 90 }),
    })
    fc.assert(
      fc.property(period, ({ start, length, days }) => {
        const end = new Date(start + length)
        let from: Date | null = new Date(start)
        while (from) {
          const piece = nextPiece(from, end, days)
          expect(piece.toUtc.getTime() - from.getTime()).toBeLessThanOrEqual(days * 86_400_000)
          expect(piece.toUtc.getTime()).toBeGreaterThanOrEqual(from.getTime())
          if (piece.nextFromUtc) expect(piece.nextFromUtc).toEqual(piece.toUtc)
          else expect(piece.toUtc).toEqual(end)
          from = piece.nextFromUtc
        }
      }),
    )
  })
})
