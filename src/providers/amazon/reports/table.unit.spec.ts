import { failureOfPromise } from "../__tests__/failure-of-promise"
import { rowsOf, type Columns } from "./table"

const columns: Columns<"sku" | "title" | "note"> = {
  sku: { names: ["seller-sku", "出品者SKU"], required: true },
  title: { names: ["item-name"], required: true },
  note: { names: ["item-note"], required: false },
}

async function* piecesOf(text: string, size = 7): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size)
}

async function rows(text: string): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const row of rowsOf(piecesOf(text), columns)) found.push(row)
  return found
}

describe("the rows of a report", () => {
  const expected = [
    { sku: "A-1", title: "Mug", note: "" },
    { sku: "A-2", title: "Cup", note: "" },
  ]

  it.each<[string, string]>([
    ["in the documented order", "item-name\tseller-sku\nMug\tA-1\nCup\tA-2\n"],
    ["in another order with new columns", "x\tseller-sku\ty\titem-name\n1\tA-1\t2\tMug\n1\tA-2\t2\tCup"],
    [
      "with the line ends of Windows and empty lines",
      "seller-sku\titem-name\r\n\r\nA-1\tMug\r\nA-2\tCup\r\n\r\n",
    ],
    ["with titles in another case and with blanks", " Seller-SKU \tITEM-NAME\n A-1 \t Mug \nA-2\tCup\n"],
    ["with titles in Japanese", "出品者SKU\titem-name\nA-1\tMug\nA-2\tCup\n"],
    [
      "with translations behind the titles",
      "seller-sku (satıcı sku)\titem-name (ürün adı)\nA-1\tMug\nA-2\tCup\n",
    ],
    ["longer than the first line", "seller-sku\titem-name\nA-1\tMug\tmore\nA-2\tCup\n"],
  ])("are found by the names of the columns: %s", async (_name, text) => {
    await expect(rows(text)).resolves.toEqual(expected)
  })

  it("keep quotes, and line ends of another kind, as they are", async () => {
    const text = 'seller-sku\titem-name\r\nA-1\t"Mug" 5" high\r\nA-2\t"Cup\r\nA-3\tTwo\nlines\r\n'
    await expect(rows(text)).resolves.toMatchObject([
      { title: '"Mug" 5" high' },
      { title: '"Cup' },
      { title: "Two\nlines" },
    ])
  })

  it("may be shorter than the first line, and may be none", async () => {
    await expect(rows("seller-sku\titem-name\nA-1\n")).resolves.toEqual([{ sku: "A-1", title: "", note: "" }])
    await expect(rows("seller-sku\titem-name\n")).resolves.toEqual([])
  })

  it.each<[string, string, string]>([
    ["without a column that is needed", "item-name\nMug\n", "sku"],
    ["without anything", "", "sku"],
    ["that is a page of the web", "<html><body>Error</body></html>", "sku"],
  ])("of a text %s break the contract", async (_name, text, path) => {
    await expect(failureOfPromise(rows(text))).resolves.toMatchObject({ kind: "contract_broken", path })
  })

  it("without an end break the contract", async () => {
    const text = `seller-sku\titem-name\nA-1\t${"x".repeat(5_000_000)}`
    const read = async () => {
      for await (const row of rowsOf(piecesOf(text, 65_536), columns)) void row
    }
    await expect(failureOfPromise(read())).resolves.toMatchObject({ kind: "contract_broken", path: "rows" })
  })

  it("do not hide that their text broke off", async () => {
    async function* broken(): AsyncGenerator<string> {
      yield "seller-sku\titem-name\nA-1\tMug\n"
      throw new Error("broken off")
    }
    const read = async () => {
      for await (const row of rowsOf(broken(), columns)) void row
    }
    await expect(read()).rejects.toThrow("broken off")
  })
})
