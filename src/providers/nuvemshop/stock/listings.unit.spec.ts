import { aConnection, failureOfPromise, settingsAt } from "../__tests__/a-connection"
import { LocalServer, type Reply } from "../__tests__/local-server"
import { Transport } from "../transport"
import { NuvemshopListings } from "./listings"
import { NuvemshopLocations } from "./locations"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const transport = () => new Transport(settingsAt(server.url))
const read = (progress?: string, connection = aConnection()) =>
  new NuvemshopListings(transport()).read(connection, "789", progress)

const product = (changes: Record<string, unknown> = {}) => ({
  id: 501,
  name: { pt: "Camiseta", es: "Camiseta ES" },
  published: true,
  variants: [
    {
      id: 601,
      sku: "TS-B",
      barcode: "7891234567895",
      stock_management: true,
      stock: 4,
      values: [{ pt: "Azul", es: "Azul ES" }, { pt: "M" }],
    },
    { id: 602, sku: null, barcode: "", stock_management: false, stock: null, values: [] },
  ],
  ...changes,
})
const pageOf = (products: unknown[], next?: number): Reply => ({
  json: products,
  headers: {
    "x-main-language": "pt",
    ...(next ? { link: `<https://x/products?page=${next}>; rel="next"` } : {}),
  },
})

describe("the listings of a store", () => {
  it("are its variants, named as orders name them, in the store's own language", async () => {
    server.answerInTurn(pageOf([product()]))
    await expect(read()).resolves.toEqual({
      listings: [
        {
          listingKey: "501/601",
          sku: "TS-B",
          platformProductId: "501",
          title: "Camiseta (Azul, M)",
          barcode: "7891234567895",
          fulfilledBy: "merchant",
          quantity: 4,
          active: true,
        },
        {
          listingKey: "501/602",
          sku: null,
          platformProductId: "501",
          title: "Camiseta",
          barcode: null,
          fulfilledBy: "merchant",
          quantity: null,
          active: true,
        },
      ],
    })
  })

  it("are not for sale where the product is not shown", async () => {
    server.answerInTurn(pageOf([product({ published: false }), product({ visibility: "hidden" })]))
    const { listings } = await read()
    expect(listings.some(({ active }) => active)).toBe(false)
  })

  it("come page by page until there is none", async () => {
    server.answerInTurn(pageOf([product()], 2), { status: 404, json: { message: "Last page is 1" } })
    const { next } = await read()
    expect(next).toBe('{"page":2}')
    await expect(read(next)).resolves.toEqual({ listings: [] })
    expect(server.received[1].query.get("page")).toBe("2")
  })

  it("are read again later when the first page is not there: a store without products answers an empty list", async () => {
    server.answerInTurn({ status: 404, json: { message: "Not Found" } })
    await expect(failureOfPromise(read())).resolves.toMatchObject({ kind: "unavailable" })
    server.answerInTurn({ status: 404, json: { message: "Last page is 0" } })
    await expect(read()).resolves.toEqual({ listings: [] })
  })

  it("that cannot be read are left out and counted", async () => {
    server.answerInTurn(pageOf([product(), { id: 502 }]))
    const connection = aConnection()
    expect((await read(undefined, connection)).listings).toHaveLength(2)
    expect(connection.recorded.warnings).toEqual(["Listings: 1 products could not be read and were left out"])
    server.answerInTurn(pageOf([{ id: 502 }]))
    await expect(failureOfPromise(read())).resolves.toMatchObject({ kind: "contract_broken" })
  })

  it("begin again when the stored place cannot be read", async () => {
    await expect(failureOfPromise(read("2"))).resolves.toMatchObject({ kind: "page_expired" })
  })
})

describe("the locations of a store", () => {
  it("are told by name, in the order in which the platform takes from them", async () => {
    server.answerInTurn({
      headers: { "x-main-language": "es" },
      json: [
        { id: "01B", name: { pt_BR: "Filial", es_AR: "Sucursal" }, is_default: false, priority: 1 },
        { id: "01A", name: { pt_BR: "Matriz" }, is_default: true, priority: 0 },
        { id: "01C", name: {}, priority: null },
      ],
    })
    await expect(new NuvemshopLocations(transport()).list(aConnection())).resolves.toEqual([
      { id: "01A", name: "Matriz", isDefault: true },
      { id: "01B", name: "Sucursal", isDefault: false },
      { id: "01C", name: "01C", isDefault: false },
    ])
  })
})
