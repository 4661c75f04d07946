import { stringify } from "csv-stringify/sync"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Language } from "../../../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../modules/marketplace"
import type { serializeMovement } from "../../serializers/movement"
import { showMovements } from "../list-movements"
import type { movementFilters } from "../movement-filters"
import { columns, words } from "./words"

type Movement = ReturnType<typeof serializeMovement>
type Filters = Awaited<ReturnType<typeof movementFilters>>

const PAGE = 1_000
/** By this a spreadsheet knows that the file is UTF-8, and not its own idea of letters. */
const BYTE_ORDER_MARK = "\uFEFF"
/** What the spreadsheets of a language split a line at: a semicolon where the comma stands before the cents. */
const separators: Record<Language, string> = { en: ",", "pt-BR": ";", es: ";" }

/**
 * The start of a text, and every place where a spreadsheet set to another language would start a new cell, when what stands there
 * begins like a formula.
 */
const FORMULA = /(?<=^|[,;\t\r\n]"*)(?=[=+\-@\t\r])/g

/** A text as a spreadsheet takes it for a text: what begins like a formula would be calculated, whoever wrote it. */
export const cell = (text: string | null): string => (text ?? "").replace(FORMULA, "'")

const rowOf = (movement: Movement, language: Language) => [
  new Date(movement.at).toISOString().replace("T", " ").slice(0, 19),
  words[language].reasons[movement.reason],
  cell(movement.reference),
  cell(movement.line_reference),
  cell(movement.marketplace),
  cell(movement.listing_key),
  cell(movement.sku),
  cell(movement.variant?.product_title ?? null),
  cell(movement.variant?.title ?? null),
  cell(movement.location.name ?? movement.location.id),
  movement.quantity,
  movement.balance,
]

const written = (rows: unknown[][], language: Language): string =>
  stringify(rows, { delimiter: separators[language] })

export const headOf = (language: Language): string =>
  BYTE_ORDER_MARK + written([columns.map((column) => words[language].columns[column])], language)

export const linesOf = (movements: Movement[], language: Language): string =>
  written(
    movements.map((movement) => rowOf(movement, language)),
    language,
  )

/** The file in pieces, so that a long one needs no more memory than a short one. What happens from now on is not in it. */
export async function* movementsCsv(
  container: MedusaContainer,
  filters: Filters,
  language: Language,
): AsyncGenerator<string> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const before = new Date()
  const until = filters.at?.$lt && filters.at.$lt < before ? filters.at.$lt : before
  const where = { ...filters, at: { ...filters.at, $lt: until } }
  yield headOf(language)
  for (let skip = 0; ; skip += PAGE) {
    const rows = await marketplace.listStockMovements(where, {
      take: PAGE,
      skip,
      order: { at: "DESC", id: "DESC" },
    })
    if (rows.length) yield linesOf(await showMovements(container, rows), language)
    if (rows.length < PAGE) return
  }
}
