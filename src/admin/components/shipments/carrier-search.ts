import type { Carrier } from "../../hooks/use-carriers"

/** Capitals, accents, signs and doubled spaces make no difference; the API compares alike. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase()

/** Carriers whose code or label holds what is typed. */
export function carriersLike(carriers: Carrier[], typed: string): Carrier[] {
  const wanted = plain(typed)
  return carriers.filter(({ code, label }) => [code, label].some((name) => plain(name).includes(wanted)))
}

/** The carrier that is meant by a whole name. */
export function carrierMeant(carriers: Carrier[], typed: string): Carrier | undefined {
  const wanted = plain(typed)
  if (!wanted) return undefined
  return carriers.find(({ code, label }) => [code, label].some((name) => plain(name) === wanted))
}
