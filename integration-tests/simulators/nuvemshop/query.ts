import { refusal } from "./answer"

/** Query parameters of a call. What is malformed is refused with 422; which names exist is the gate's matter. */
export class Query {
  private readonly values: URLSearchParams

  constructor(rawQuery: string) {
    this.values = new URLSearchParams(rawQuery)
  }

  names(): string[] {
    return [...new Set(this.values.keys())]
  }

  text(name: string): string | undefined {
    const value = this.values.get(name)
    return value === null || value === "" ? undefined : value
  }

  list(name: string): string[] | undefined {
    return this.text(name)
      ?.split(",")
      .map((value) => value.trim())
  }

  integer(name: string, min = 0): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    if (!/^\d{1,15}$/.test(text) || Number(text) < min) throw wrong(name, `must be an integer from ${min}`)
    return Number(text)
  }

  integers(name: string, maximum = Number.POSITIVE_INFINITY): number[] | undefined {
    const texts = this.list(name)
    if (texts?.some((text) => !/^\d{1,15}$/.test(text))) throw wrong(name, "must be a list of integers")
    if (texts && texts.length > maximum) throw wrong(name, `takes at most ${maximum} values`)
    return texts?.map(Number)
  }

  amount(name: string): number | undefined {
    const text = this.text(name)
    if (text !== undefined && !/^\d+(\.\d+)?$/.test(text)) throw wrong(name, "must be a number")
    return text === undefined ? undefined : Math.round(Number(text) * 100)
  }

  flag(name: string): boolean | undefined {
    const text = this.oneOf(name, ["true", "false"])
    return text === undefined ? undefined : text === "true"
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = allowed.find((one) => one === text)
    if (value === undefined) throw wrong(name, `must be one of ${allowed.join(", ")}`)
    return value
  }

  someOf<T extends string>(name: string, allowed: readonly T[]): T[] | undefined {
    return this.list(name)?.map((text) => {
      const value = allowed.find((one) => one === text)
      if (value === undefined) throw wrong(name, `must be some of ${allowed.join(", ")}`)
      return value
    })
  }

  /** Seconds since 1970 of an ISO 8601 date or date-time. */
  seconds(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const at = instantOf(text)
    if (at === undefined) throw wrong(name, "must be a date in ISO 8601 format")
    return Math.floor(at / 1000)
  }
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** Milliseconds since 1970 of what the platform takes for a date; without a zone it is UTC. */
export function instantOf(text: string): number | undefined {
  const match = INSTANT.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour = "00", minute = "00", second = "00", zone = "Z"] = match
  const exists = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day)
  if (!exists || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offset = zone === "Z" ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(at) ? undefined : at
}

/** Whether an instant lies between two bounds in seconds, as the platform shows only seconds. */
export function isBetween(at: number, min: number | undefined, max: number | undefined): boolean {
  const second = Math.floor(at / 1000)
  return second >= (min ?? -Infinity) && second <= (max ?? Infinity)
}

function wrong(name: string, text: string): ReturnType<typeof refusal> {
  return refusal(422, `${name} ${text}`, { [name]: [text] })
}
