import { gzipSync } from "node:zlib"
import type { Random } from "../random"
import type { ReportSwitches } from "./switches"

/** A report's rows by column. Values are written as they are: flat files know no quotes. */
export interface FlatTable {
  columns: readonly string[]
  rows: Readonly<Record<string, string>>[]
}

/** A report as it is downloaded. */
export interface FlatFile {
  bytes: Buffer
  contentType: string
  gzip: boolean
}

export function flatFileOf(table: FlatTable, switches: ReportSwitches, random: Random): FlatFile {
  const columns = columnsOf(table.columns, switches, random)
  const lines = [
    columns.join("\t"),
    ...table.rows.map((row) => columns.map((name) => plain(row[name] ?? "")).join("\t")),
  ]
  const end = switches.reportLineEnd === "crlf" ? "\r\n" : "\n"
  const text = encoded(lines.map((line) => line + end).join(""), switches.reportCharset)
  const gzip = switches.reportCompression === "gzip"
  return {
    bytes: gzip ? gzipSync(text) : text,
    contentType: `text/plain;charset=${switches.reportCharset}`,
    gzip,
  }
}

function columnsOf(columns: readonly string[], switches: ReportSwitches, random: Random): string[] {
  if (switches.reportColumns === "shuffled") return random.shuffle(columns)
  if (switches.reportColumns === "documented") return [...columns]
  const at = random.int(0, columns.length)
  return [...columns.slice(0, at), "column-of-tomorrow", ...columns.slice(at)]
}

/** A tab or a line break inside a value would be a column or a row. */
function plain(value: string): string {
  return value.replaceAll(/[\t\r\n]+/g, " ")
}

/** What Windows-1252 has at 0x80 to 0x9f; a full stop where it has nothing. (TextDecoder of Node 20 takes it for ISO-8859-1.) */
const WINDOWS_1252 = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ"

/** Characters that the charset lacks become question marks, as in the platform's files. */
function encoded(text: string, charset: ReportSwitches["reportCharset"]): Buffer {
  if (charset === "UTF-8") return Buffer.from(text, "utf8")
  return Buffer.from(
    [...text].map((character) => {
      const code = character.codePointAt(0) ?? 0
      const special = charset === "Windows-1252" ? WINDOWS_1252.indexOf(character) : -1
      if (special >= 0 && code > 0x7f) return 0x80 + special
      return code <= 0xff ? code : 0x3f
    }),
  )
}
