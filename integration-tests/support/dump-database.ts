type Raw = { raw(statement: string): Promise<unknown> }

/** Runs a statement on the test runner's connection and gives its rows. */
export async function rowsOf<Row = Record<string, unknown>>(
  database: Raw,
  statement: string,
): Promise<Row[]> {
  return ((await database.raw(statement)) as { rows: Row[] }).rows
}

/** Every row of every table as text, lower case: what a thief of the database would read. */
export async function dumpDatabase(database: Raw): Promise<string> {
  const tables = await rowsOf<{ name: string }>(
    database,
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await rowsOf<{ line: string }>(
      database,
      `SELECT one::text AS line FROM "${name}" one ORDER BY 1`,
    )
    texts.push(`# ${name}`, ...rows.map(({ line }) => line))
  }
  return texts.join("\n").toLowerCase()
}

/** The words that stand in a dump, each with the tables in which it does. */
export function foundIn(dump: string, words: string[]): string[] {
  const tables = dump.split(/^# /m)
  return words.flatMap((word) => {
    const wanted = word.toLowerCase()
    const where = tables.filter((table) => table.includes(wanted)).map((table) => table.split("\n", 1)[0])
    return where.length ? [`${word} in ${where.join(", ")}`] : []
  })
}
