import type { Given } from "./given"

export function carriersTests({ open, simulator, admin, store }: Given): void {
  describe("the carriers of an account", () => {
    const save = (accountId: string, choice: object, lang = "en") =>
      admin().post(`accounts/${accountId}?lang=${lang}`, {
        settings: {
          carriers: [{ source: "shipping_option", source_id: store().shippingOptionId, ...choice }],
        },
      })

    it("are the platform's, and what is typed finds the one that is meant", async () => {
      const { accountId } = await open({ writer: false })
      const all = await admin().get(`accounts/${accountId}/carriers?lang=pt-BR`)
      expect(all.status).toBe(200)
      expect(all.data.suggestion).toBeNull()
      expect(all.data.carriers).toContainEqual({ code: "UPS", label: "UPS", takes_name: false })
      expect(all.data.carriers).toContainEqual({
        code: "Other",
        label: "Outra transportadora",
        takes_name: true,
      })
      const typed = await admin().get(`accounts/${accountId}/carriers?q=Fedx`)
      expect(typed.data.suggestion).toBe("FedEx")
    })

    it("are kept as the platform writes them", async () => {
      const { accountId } = await open({ writer: false })
      const saved = await save(accountId, { carrier: "royal mail" })
      expect(saved.status).toBe(200)
      expect(saved.data.account.settings.carriers).toMatchObject([{ carrier: "Royal Mail" }])
    })

    it.each([
      ["on the platform's list", "Correos", { carrierCode: "Correos" }],
      ["that the list lacks", "Correios", { carrierCode: "Other", carrierName: "Correios" }],
    ])("are taken by a platform that knows its list only: one %s", async (_what, carrier, told) => {
      const shop = await open({ carrier })
      const order = await shop.order()
      await shop.ship(order, ["AA123456785BR"])
      await shop.untilStanding("synchronised")
      expect(simulator().shipments(order.reference)).toMatchObject([told])
    })

    it.each<[string, object, string, string]>([
      ["a typing error", { carrier: "Fedexx" }, "settings.carriers.0.carrier", "the nearest is FedEx"],
      [
        "an unknown carrier",
        { carrier: "Hermod & Sons" },
        "settings.carriers.0.carrier",
        "choose one of its list",
      ],
      ["a missing name", { carrier: "Other" }, "settings.carriers.0.carrier_name", "is required"],
      [
        "a name that nobody asks for",
        { carrier: "UPS", carrier_name: "Brown vans" },
        "settings.carriers.0.carrier_name",
        "is only for a carrier that is not on the list",
      ],
      [
        "a shipping option that is not there",
        { carrier: "UPS", source_id: "so_none" },
        "settings.carriers.0.source_id",
        "there is no shipping option so_none",
      ],
    ])("refuse %s and name the field", async (_what, choice, field, reason) => {
      const { accountId } = await open({ writer: false })
      const refused = await save(accountId, choice)
      expect(refused.status).toBe(400)
      expect(refused.data.message).toContain(`'${field}'`)
      expect(refused.data.message).toContain(reason)
    })
  })
}
