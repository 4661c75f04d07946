/** Brazilian tax documents: of a person, and of a company. */
export type DocumentKind = "cpf" | "cnpj"

/** "Ñ" and "&" belong to the Mexican RFC of a company or person whose name has them: without them it is another one's. */
const NOT_OF_THE_DOCUMENT = /[^0-9A-ZÑ&]/g
const CPF = /^\d{11}$/
/** Letters since July 2026; the two check digits stay digits. */
const CNPJ = /^[0-9A-Z]{12}\d{2}$/
/** 000.000.000-00 and its like pass the check digits and are nobody's. */
const ONE_SIGN_ONLY = /^(.)\1*$/
const ZERO = "0".charCodeAt(0)

/** A tax document so that two writings of it are equal: digits, capitals and `&`, without dots, dashes and blanks. */
export const plainDocument = (written: string | null | undefined): string =>
  (written ?? "").normalize("NFC").toUpperCase().replace(NOT_OF_THE_DOCUMENT, "")

/** The check digit (modulo 11) behind some signs; weights count up from 2 on the right, and begin anew after `most`. */
function checkDigit(signs: string, most: number): string {
  const sum = [...signs].reverse().reduce((total, sign, index) => {
    const weight = 2 + (index % (most - 1))
    return total + (sign.charCodeAt(0) - ZERO) * weight
  }, 0)
  const remainder = sum % 11
  return remainder < 2 ? "0" : String(11 - remainder)
}

function hasItsCheckDigits(plain: string, most: number): boolean {
  const body = plain.slice(0, -2)
  const first = checkDigit(body, most)
  return plain === body + first + checkDigit(body + first, most)
}

/** What a tax document is, however it is written; null where its form or its check digits are wrong. */
export function documentKind(written: string | null | undefined): DocumentKind | null {
  const plain = plainDocument(written)
  if (ONE_SIGN_ONLY.test(plain)) return null
  if (CPF.test(plain)) return hasItsCheckDigits(plain, 11) ? "cpf" : null
  if (CNPJ.test(plain)) return hasItsCheckDigits(plain, 9) ? "cnpj" : null
  return null
}
