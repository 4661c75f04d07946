import { aConnection, failureOfPromise, settingsAt } from "./__tests__/a-connection"
import { LocalServer } from "./__tests__/local-server"
import { readStore } from "./store"
import { Transport } from "./transport"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())
const verify = () => readStore(new Transport(settingsAt(server.url)), aConnection())

const store = {
  id: 789,
  name: { es: "Mi tienda", pt: "Minha loja" },
  business_id: "12.345.678/0001-95",
  country: "BR",
  main_currency: "BRL",
  main_language: "pt",
}

describe("the store behind a connection", () => {
  it("is the account and its one marketplace, named in its own language", async () => {
    server.answerInTurn({ json: store })
    await expect(verify()).resolves.toEqual({
      externalId: "789",
      storeName: "Minha loja",
      companyDocument: "12345678000195",
      language: "pt",
      marketplaces: [
        { externalId: "789", name: "Minha loja", country: "BR", currency: "BRL", participating: true },
      ],
    })
  })

  it("need not tell more than its number", async () => {
    server.answerInTurn({ json: { id: "789", name: {} } })
    await expect(verify()).resolves.toMatchObject({
      storeName: null,
      companyDocument: null,
      language: null,
      marketplaces: [{ name: "789", country: null, currency: null }],
    })
  })

  it("must be the one that was asked for", async () => {
    server.answerInTurn({ json: { ...store, id: 790 } })
    await expect(failureOfPromise(verify())).resolves.toMatchObject({ kind: "contract_broken", path: "id" })
  })
})
