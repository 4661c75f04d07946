import type { Choice } from "../../../hooks/use-store-choices"
import type { Settings } from "../form/account-changes"

export type CarrierChoice = Settings["carriers"][number]
export type CarrierSource = CarrierChoice["source"]

/** Something of the store that a carrier is chosen for. */
export type CarrierRow = { source: CarrierSource; id: string; name: string }

const isFor = (choice: CarrierChoice, { source, id }: Pick<CarrierRow, "source" | "id">): boolean =>
  choice.source === source && choice.source_id === id

/** The choice for a row, and its place in the settings: there the API finds fault with it. */
export function choiceFor(choices: CarrierChoice[], row: Pick<CarrierRow, "source" | "id">) {
  const place = choices.findIndex((choice) => isFor(choice, row))
  return place < 0 ? undefined : { place, ...choices[place] }
}

/** The choices with another one for a row; without a carrier there is none for it. */
export function withChoice(
  choices: CarrierChoice[],
  row: Pick<CarrierRow, "source" | "id">,
  chosen: Pick<CarrierChoice, "carrier" | "carrier_name">,
): CarrierChoice[] {
  const next = { source: row.source, source_id: row.id, ...chosen }
  if (!chosen.carrier) return choices.filter((choice) => !isFor(choice, row))
  return choiceFor(choices, row)
    ? choices.map((choice) => (isFor(choice, row) ? next : choice))
    : [...choices, next]
}

/** A row for each shipping option and provider of the store, and for what is chosen though the store no longer has it. */
export function carrierRows(options: Choice[], providers: Choice[], choices: CarrierChoice[]): CarrierRow[] {
  const rows = [
    ...options.map(({ value, label }) => ({ source: "shipping_option" as const, id: value, name: label })),
    ...providers.map(({ value, label }) => ({
      source: "fulfillment_provider" as const,
      id: value,
      name: label,
    })),
  ]
  const gone = choices.filter((choice) => !rows.some((row) => isFor(choice, row)))
  return [...rows, ...gone.map(({ source, source_id: id }) => ({ source, id, name: id }))]
}
