import fc from "fast-check"
import { owesLevel, settledLevel, type LevelRow } from "./owes"
import { prepareLevel } from "./prepare-level"
import { readBackOf } from "./read-back"

/**
 * One listing with everything that moves its stock, in memory: the shelf, the platform with orders that we have not read, and
 * the row of the outbox, moved by the rules and nothing else. What a worker computed may be old when it is sent.
 */
class Model {
  available = 20
  platform = 20
  unread = 0
  pushes = 0
  private row: (LevelRow & { previous: number | null; revision: number }) | null = null
  /** A worker has prepared this, and not sent it yet. */
  private inHand: { quantity: number; previous: number | null; revision: number } | null = null
  private clock = 0

  private at(): Date {
    this.clock += 1
    return new Date(this.clock)
  }
  private get offer() {
    return { quantity: Math.max(0, this.available) }
  }

  change(by: number): void {
    this.available += by
    this.owe()
  }
  sellThere(): void {
    if (this.platform < 1) return
    this.platform -= 1
    this.unread += 1
  }
  readOrders(): void {
    this.available -= this.unread
    this.unread = 0
    this.owe()
  }
  owe(): void {
    if (!owesLevel(this.row && { ...this.row, inHand: this.inHand !== null }, this.offer)) return
    const known = this.row ?? {
      quantity: null,
      locations: null,
      attemptedAt: null,
      confirmedAt: null,
      previous: null,
      revision: 0,
    }
    this.row = { ...known, state: "owed", due: true, inHand: false, revision: known.revision + 1 }
  }
  prepare(): void {
    if (this.row?.state !== "owed" || this.inHand) return
    const certain = settledLevel(this.row)
    const sent = this.row.quantity === null ? null : { quantity: this.row.quantity, locations: null }
    const facts = {
      sku: "MUG",
      fulfilledBy: "merchant",
      offer: this.offer,
      certain,
      needsLocations: false,
    } as const
    const level = prepareLevel({ ...facts, likely: certain ?? sent })
    if (level.to === "keep") {
      Object.assign(this.row, { state: "confirmed", quantity: level.quantity, confirmedAt: this.at() })
    }
    if (level.to === "send") this.inHand = { ...level, revision: this.row.revision }
  }
  send(answer: "accepted" | "lost before" | "lost after" | "throttled"): void {
    const sent = this.inHand
    this.inHand = null
    // The write-ahead refuses what has been owed anew since.
    if (!sent || this.row?.state !== "owed" || this.row.revision !== sent.revision) return
    if (answer === "throttled") return
    Object.assign(this.row, { quantity: sent.quantity, previous: sent.previous, attemptedAt: this.at() })
    this.row.state = answer === "accepted" ? "sent" : "unknown"
    this.pushes += 1
    if (answer !== "lost before") this.platform = sent.quantity
  }
  lookUp(): void {
    if (this.row?.state !== "sent" && this.row?.state !== "unknown") return
    const { previous: before, quantity: sent } = this.row
    const applied = sent !== null && readBackOf({ before, sent, shown: this.platform }) === "applied"
    Object.assign(
      this.row,
      applied ? { state: "confirmed", confirmedAt: this.at() } : { state: "owed", due: true },
    )
  }
  drain(): void {
    this.readOrders()
    for (let turns = 0; turns < 20; turns++) {
      this.prepare()
      this.send("accepted")
      this.lookUp()
    }
  }
  get open(): boolean {
    return this.row !== null && this.row.state !== "confirmed"
  }
}

const step = fc.oneof(
  fc.integer({ min: -6, max: 6 }).map((by) => (model: Model) => model.change(by)),
  fc.constant((model: Model) => model.sellThere()),
  fc.constant((model: Model) => model.readOrders()),
  fc.constant((model: Model) => model.prepare()),
  fc
    .constantFrom("accepted" as const, "lost before" as const, "lost after" as const, "throttled" as const)
    .map((answer) => (model: Model) => model.send(answer)),
  fc.constant((model: Model) => model.lookUp()),
)

describe("a listing's level, whatever happens in whatever order", () => {
  it("is never more than there is once the queue is empty, and is not sent again then", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const model = new Model()
        for (const take of steps) take(model)
        model.drain()
        expect(model.open).toBe(false)
        expect(model.platform).toBeLessThanOrEqual(Math.max(0, model.available))

        const { pushes } = model
        model.owe()
        model.drain()
        expect(model.pushes).toBe(pushes)
      }),
      { numRuns: 5_000 },
    )
  })
})
