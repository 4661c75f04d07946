import type { Random } from "../../amazon/random"

/** Hexadecimal digits, as tokens and codes of the platform are. */
export function secretText(random: Random, length: number): string {
  return random.letters(length, "0123456789abcdef")
}
