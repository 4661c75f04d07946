import { readdirSync, readFileSync, type Dirent } from "node:fs"
import path from "node:path"

const source = path.join(__dirname, "..")

/** Other names under which people know the platforms of the folders here, and platforms that were looked at. */
const ALSO_KNOWN_AS = ["tiendanube", "totvs"]

const nested = (entry: Dirent): boolean => entry.isDirectory()

const platforms = [
  ...readdirSync(__dirname, { withFileTypes: true })
    .filter(nested)
    .map(({ name }) => name),
  ...ALSO_KNOWN_AS,
]

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (file === __dirname) return []
    return nested(entry) ? filesBelow(file) : [file]
  })

/** Lines that name a platform, as "file:line". A file's own name counts too. */
function naming(files: string[]): string[] {
  const name = new RegExp(platforms.join("|"), "i")
  return files.flatMap((file) => {
    const where = path.relative(source, file)
    const lines = [where, ...readFileSync(file, "utf8").split("\n")]
    return lines.flatMap((line, at) => (name.test(line) ? [`${where}:${at}`] : []))
  })
}

describe("the port", () => {
  const files = filesBelow(source)

  it("is looked at in whole", () => {
    expect(platforms).toEqual(expect.arrayContaining(["amazon", "nuvemshop"]))
    expect(files.length).toBeGreaterThan(500)
  })

  it("keeps every platform's name inside its provider: neither code nor comment nor text nor test has one", () => {
    expect(naming(files)).toEqual([])
  })
})
