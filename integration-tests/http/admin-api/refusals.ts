import { addSeller } from "../../support/amazon-seller"
import { connect, orderOf, sync, type Shop } from "./shop"

type Told = { en: string; "pt-BR": string; es: string }

/** What we refuse is told in the language of the person who asks. */
export function refusalSuite(shop: () => Shop): void {
  /** Asks in each language, and once by the browser's. */
  async function expectTold(path: string, body: object, code: string, told: Told, status = 400) {
    for (const [language, sentence] of Object.entries(told)) {
      const answer = await shop().api.post(`${path}?lang=${language}`, body)
      expect(answer).toMatchObject({ status, data: { code, type: expect.any(String) as string } })
      expect(answer.data.message).toContain(sentence)
    }
    const unnamed = await shop().api.post(path, body)
    expect(unnamed.data.message).toContain(told.en)
    const browser = await shop().api.post(path, body, { headers: { "accept-language": "pt-PT,pt;q=0.9" } })
    expect(browser.data.message).toContain(told["pt-BR"])
  }

  it("tells what a paused account refuses, with the account's name", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator), { name: "Canecas" })
    await shop().api.post(`accounts/${id}/pause`)
    await expectTold(`accounts/${id}/sync`, {}, "account_paused", {
      en: 'Account "Canecas" is paused',
      "pt-BR": "A conta “Canecas” está pausada. Retome-a",
      es: "La cuenta «Canecas» está en pausa. Reanúdela",
    })
  })

  it("tells what an account without its authorization refuses", async () => {
    const seller = addSeller(shop().simulator)
    const { id } = await connect(shop(), seller)
    shop().simulator.revokeRefreshToken(seller.refreshToken)
    await shop().api.post(`accounts/${id}/verify`)
    const references = ["702-0000000-0000000"]
    await expectTold(`accounts/${id}/import`, { references }, "account_unauthorized", {
      en: "Renew the connection first",
      "pt-BR": "Renove a conexão primeiro",
      es: "Renueve la conexión primero",
    })
    await expectTold(`accounts/${id}/resume`, {}, "resume_unauthorized", {
      en: "resuming is for paused accounts",
      "pt-BR": "retomar só serve",
      es: "solo se reanudan",
    })
  })

  it("tells what an order refuses, with its number and its state", async () => {
    const seller = addSeller(shop().simulator, { orders: 1, generate: { skus: ["MUG-WHITE"] } })
    const account = await connect(shop(), seller)
    await sync(shop(), account.id)
    const { id, reference } = await orderOf(shop(), account.id, seller.orders[0].orderId)
    await expectTold(`orders/${id}/approve`, {}, "order_not_in_review", {
      en: `Order ${reference} is not in review (it is “imported”)`,
      "pt-BR": `O pedido ${reference} não está para revisar (situação: importado)`,
      es: `El pedido ${reference} no está por revisar (estado: importado)`,
    })
    await expectTold(`orders/${id}/ignore`, {}, "order_final", {
      en: `Order ${reference} is “imported” and can no longer be rejected`,
      "pt-BR": `O pedido ${reference} não pode mais ser rejeitado`,
      es: `El pedido ${reference} ya no se puede rechazar`,
    })
  })

  it("tells what a mapping refuses, and names the field", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator))
    const mapping = { account_id: id, listing_key: "X", variant_id: "variant_none" }
    await expectTold("mappings", mapping, "fields_invalid", {
      en: "Field 'variant_id': there is no product variant variant_none",
      "pt-BR": "Campo 'variant_id': não existe a variante de produto variant_none",
      es: "Campo 'variant_id': no existe la variante de producto variant_none",
    })
  })

  it("tells what is wrong with a field", async () => {
    const { id } = await connect(shop(), addSeller(shop().simulator))
    await expectTold(`accounts/${id}`, { settings: { interval_minutes: 0 } }, "fields_invalid", {
      en: "Invalid request: Field 'settings.interval_minutes': must be at least 1",
      "pt-BR": "Solicitação inválida: Campo 'settings.interval_minutes': deve ser no mínimo 1",
      es: "Solicitud no válida: Campo 'settings.interval_minutes': debe ser como mínimo 1",
    })
    const backwards = { from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z" }
    await expectTold(`accounts/${id}/import`, backwards, "fields_invalid", {
      en: "Field 'to': must be later than 'from'",
      "pt-BR": "Campo 'to': deve ser depois de 'from'",
      es: "Campo 'to': debe ser posterior a 'from'",
    })
  })

  it("tells what is wrong with credentials, and never repeats them", async () => {
    const credentials = { refresh_token: "Atzr_hidden", selling_partner_id: "hidden", region: "na" }
    const body = { provider_id: "amazon", name: "A", credentials }
    await expectTold("accounts", body, "fields_invalid", {
      en: "Field 'credentials.selling_partner_id': must be a seller id such as",
      "pt-BR": "Campo 'credentials.selling_partner_id': não tem o formato esperado",
      es: "Campo 'credentials.selling_partner_id': no tiene el formato esperado",
    })
    expect(JSON.stringify(shop().api.answers.map(({ data }) => data as unknown))).not.toContain("hidden")
  })

  it("tells that something is not there", async () => {
    const told = {
      en: "There is no marketplace account none",
      "pt-BR": "Não existe a conta de marketplace none",
      es: "No existe la cuenta de marketplace none",
    }
    await expectTold("accounts/none/pause", {}, "account_unknown", told, 404)
  })
}
