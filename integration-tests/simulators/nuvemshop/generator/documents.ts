import type { Random } from "../../amazon/random"

/** A CPF with valid check digits, plain. */
export function cpf(random: Random): string {
  const base = random.digits(9)
  const first = checkDigit(base, [10, 9, 8, 7, 6, 5, 4, 3, 2])
  return base + first + checkDigit(base + first, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
}

/** A CNPJ with valid check digits, plain; since July 2026 its first twelve places may hold letters. */
export function cnpj(random: Random, withLetters = false): string {
  const root = withLetters
    ? random.letters(2, "ABCDEFGHJKLMNPQRSTUVWXYZ") + random.letters(6, "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    : random.digits(8)
  const base = `${root}0001`
  const first = checkDigit(base, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
  return base + first + checkDigit(base + first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
}

export function formattedDocument(plain: string): string {
  return plain.length === 11
    ? plain.replace(/^(...)(...)(...)(..)$/, "$1.$2.$3-$4")
    : plain.replace(/^(..)(...)(...)(....)(..)$/, "$1.$2.$3/$4-$5")
}

/** Letters count by their place in the character table, as the tax office defines it. */
function checkDigit(text: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, index) => total + weight * (text.charCodeAt(index) - 48), 0)
  const rest = sum % 11
  return String(rest < 2 ? 0 : 11 - rest)
}
