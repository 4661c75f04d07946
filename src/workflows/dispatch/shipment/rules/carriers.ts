import { distance } from "fastest-levenshtein"
import { problem, type PlatformCarrier, type Problem } from "../../../../connector"
import type { CarrierChoice } from "../../../../modules/marketplace/settings"

/** Where the carrier of a fulfilment may be found. */
export type CarrierSource = {
  /** What the fulfilment itself names (`metadata.carrier`, `metadata.carrier_name`): the last word. */
  named: string | null
  carrierName: string | null
  shippingOptionId: string | null
  providerId: string | null
}

export type Carrier = { code: string; name: string | null }

/** Capitals, accents, signs and doubled spaces make no difference. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase()

const namesOf = ({ code, label }: PlatformCarrier): string[] => [code, ...Object.values(label ?? {})]

/** The carrier of the list that is meant, capitals aside, by its code or by what people read. */
export function findCarrier(
  typed: string,
  carriers: readonly PlatformCarrier[],
): PlatformCarrier | undefined {
  const exact = typed.trim().toLowerCase()
  return (
    carriers.find(({ code }) => code.toLowerCase() === exact) ??
    carriers.find((carrier) => namesOf(carrier).some((name) => plain(name) === plain(typed)))
  )
}

/** Wrong letters that are still taken for a typing error. */
const mistakes = (length: number): number => (length <= 3 ? 1 : Math.ceil(length / 3))

/**
 * The carrier that a typed name that is not on the list probably means: one whose name it begins with ("FedEx Ground"), else the
 * one with the fewest wrong letters, within reason.
 */
export function nearestCarrier(
  typed: string,
  carriers: readonly PlatformCarrier[],
): PlatformCarrier | undefined {
  const wanted = plain(typed)
  if (!wanted) return undefined
  const candidates = carriers
    .filter(({ takesName }) => !takesName)
    .flatMap((carrier) => namesOf(carrier).map((name) => ({ carrier, name: plain(name) })))
    .filter(({ name }) => name !== "")
  const begun = candidates
    .filter(({ name }) => `${wanted} `.startsWith(`${name} `))
    .sort((left, right) => right.name.length - left.name.length)[0]
  if (begun) return begun.carrier
  const squeezed = (text: string) => text.replaceAll(" ", "")
  const nearest = candidates
    .map(({ carrier, name }) => ({ carrier, wrong: distance(squeezed(wanted), squeezed(name)) }))
    .sort((left, right) => left.wrong - right.wrong)[0]
  return nearest && nearest.wrong <= mistakes(squeezed(wanted).length) ? nearest.carrier : undefined
}

const unknownCarrier = (order: string, typed: string, carriers: readonly PlatformCarrier[]): Problem =>
  problem("carrier_unknown", {
    order,
    carrier: typed,
    suggestion: nearestCarrier(typed, carriers)?.code ?? "none_near",
  })

/** The account's choice for a fulfilment: for its shipping option, else for its provider. */
function choiceFor({ shippingOptionId, providerId }: CarrierSource, choices: CarrierChoice[]) {
  const by = (source: CarrierChoice["source"], id: string | null) =>
    choices.find((choice) => choice.source === source && choice.source_id === id)
  return by("shipping_option", shippingOptionId) ?? by("fulfillment_provider", providerId)
}

/** The carrier that is told to the platform for a fulfilment, or why there is none. */
export function carrierOf(input: {
  order: string
  source: CarrierSource
  choices: CarrierChoice[]
  carriers: readonly PlatformCarrier[]
  /** The platform keeps no list and asks for none: any name is taken, and none as well. */
  optional?: boolean
}): { carrier: Carrier; problem: null } | { carrier: null; problem: Problem | null } {
  const { order, source, choices, carriers, optional = false } = input
  const choice = choiceFor(source, choices)
  const typed = source.named?.trim() || choice?.carrier
  if (!typed) return { carrier: null, problem: optional ? null : problem("carrier_missing", { order }) }
  const name = source.named?.trim() ? source.carrierName?.trim() || null : (choice?.carrier_name ?? null)
  const found = findCarrier(typed, carriers)
  if (!found && optional) return { carrier: { code: typed, name: null }, problem: null }
  if (!found || (found.takesName && !name)) {
    return { carrier: null, problem: unknownCarrier(order, typed, carriers) }
  }
  return { carrier: { code: found.code, name: found.takesName ? name : null }, problem: null }
}

/** The carriers whose code or label contains what was typed, and the one that it probably means. */
export function searchCarriers(
  typed: string | undefined,
  carriers: readonly PlatformCarrier[],
): { found: PlatformCarrier[]; suggestion: PlatformCarrier | undefined } {
  const wanted = plain(typed ?? "")
  if (!wanted) return { found: [...carriers], suggestion: undefined }
  const found = carriers.filter((carrier) => namesOf(carrier).some((name) => plain(name).includes(wanted)))
  return { found, suggestion: findCarrier(wanted, carriers) ?? nearestCarrier(wanted, carriers) }
}
