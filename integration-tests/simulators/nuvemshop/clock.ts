/** The simulator's time in milliseconds since 1970; control moves it forward. */
export class Clock {
  private offsetMs = 0

  constructor(
    private readonly base: () => Date,
    /** Whether time also passes by itself, so that what is due later may be waited for. */
    readonly runs: boolean,
  ) {}

  now(): number {
    return this.base().getTime() + this.offsetMs
  }

  advance(ms: number): void {
    if (!(ms >= 0)) throw new Error("Time moves forward only.")
    this.offsetMs += ms
  }
}

/** The platform's times: whole seconds, UTC, an offset without colon. */
export function platformTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+0000`
}

export function platformTimeOrNull(at: number | null): string | null {
  return at === null ? null : platformTime(at)
}

/** The object that only `completed_at` is. */
export function phpTime(at: number): { date: string; timezone_type: number; timezone: string } {
  const date = `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}.000000`
  return { date, timezone_type: 3, timezone: "UTC" }
}
