import type { StockAnswer, StockLevel } from "../../connector"
import { noAnswerFromAmazon, noMarketplace, outcomeOfAll, unlisted, type StockOutcome } from "./stock-outcome"

/** Levels on their way to one marketplace after the other: what came of them, and whether more may be sent. */
export class StockRun {
  /** Nothing more is sent: why. */
  end: StockOutcome | undefined
  private readonly told = new Map<StockLevel, { country: string; outcome: StockOutcome }[]>()
  private readonly sentByAmazon = new Set<StockLevel>()
  private unanswered = 0

  constructor(
    private readonly levels: readonly StockLevel[],
    private readonly isAnyEnabled: boolean,
  ) {}

  /** Amazon's word on a level in a marketplace. Two in a row without a usable one end the run, and so does one that was not sent. */
  note(level: StockLevel, country: string, outcome: StockOutcome): void {
    this.told.set(level, [...(this.told.get(level) ?? []), { country, outcome }])
    this.unanswered = outcome.outcome === "unknown" ? this.unanswered + 1 : 0
    if (outcome.outcome === "not_sent") this.end ??= outcome
    if (this.unanswered > 1) this.end ??= noAnswerFromAmazon
  }

  /** The marketplace lists it, and Amazon sends it there. */
  noteSentByAmazon(level: StockLevel): void {
    this.sentByAmazon.add(level)
  }

  answers(): StockAnswer[] {
    return this.levels.map((level) => ({ listingKey: level.listingKey, ...this.outcomeOf(level) }))
  }

  private outcomeOf(level: StockLevel): StockOutcome {
    if (!this.isAnyEnabled) return noMarketplace
    const told = this.told.get(level)
    if (told) return outcomeOfAll(told, level.sku)
    // Amazon has taken over sending it: looking it up shows so.
    return this.sentByAmazon.has(level) ? { outcome: "unknown" } : unlisted(level.sku)
  }
}
