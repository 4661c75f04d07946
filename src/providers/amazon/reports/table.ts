import { pipeline, Readable } from "node:stream"
import { parse } from "csv-parse"
import { contractBroken } from "../../../connector"

/** The names a column goes by: the documented one, and those of the languages in which Amazon writes some reports. */
export type Columns<Name extends string> = Record<Name, { names: readonly string[]; required: boolean }>

/** One row by column; "" where the row or the report has no such column. */
export type TableRow<Name extends string> = Record<Name, string>

// A description may be long; a row without an end is no row.
const LONGEST_ROW = 4_000_000

/**
 * The rows of a tab-separated report. Columns are found by the names in its first line, never by their place: Amazon adds
 * columns and orders them differently by marketplace. Quotes are ordinary characters. A row may be shorter or longer than the
 * first line.
 * @throws ConnectorError `contract_broken` with the name of a required column that is not there, or with `rows`.
 */
export async function* rowsOf<Name extends string>(
  text: AsyncIterable<string>,
  columns: Columns<Name>,
): AsyncGenerator<TableRow<Name>> {
  const parser = parse({
    delimiter: "\t",
    quote: null,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  })
  let places: [name: Name, place: number][] | undefined
  try {
    // The callback has nothing to do: what goes wrong in the pipeline is thrown to the loop.
    for await (const cells of pipeline(Readable.from(text), parser, () => undefined)) {
      if (!isRow(cells)) continue
      if (places) yield rowOf(places, cells)
      else places = placesOf(cells, columns)
    }
  } catch (thrown) {
    if (isOfParser(thrown)) throw contractBroken("rows", "report: it is not a tab-separated text")
    throw thrown
  }
  // Not even a first line: which columns there are is not known, so neither is that there are no rows.
  if (!places) placesOf([], columns)
}

function placesOf<Name extends string>(header: string[], columns: Columns<Name>): [Name, number][] {
  const titles = header.map(titleOf)
  return namesOf(columns).map((name) => {
    const place = titles.findIndex((title) => columns[name].names.some((known) => titleOf(known) === title))
    if (place < 0 && columns[name].required) {
      throw contractBroken(name, `report: the column "${name}" is missing`)
    }
    return [name, place]
  })
}

/** A title without its case and without the translation some marketplaces put behind it in brackets. */
function titleOf(title: string): string {
  return title
    .replace(/\(.*\)\s*$/, "")
    .trim()
    .toLowerCase()
}

function rowOf<Name extends string>(places: [Name, number][], cells: string[]): TableRow<Name> {
  const row = {} as TableRow<Name>
  for (const [name, place] of places) row[name] = (cells[place] ?? "").trim()
  return row
}

function namesOf<Name extends string>(columns: Columns<Name>): Name[] {
  return Object.keys(columns) as Name[]
}

function isRow(received: unknown): received is string[] {
  return Array.isArray(received)
}

function isOfParser(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && String(thrown.code).startsWith("CSV_")
}
