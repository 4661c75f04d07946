import { problem, type ChannelOrder } from "../../../connector"
import { aChannelOrder, anAddress } from "./__tests__/a-channel-order"
import { aContext } from "./__tests__/a-context"
import { addressDraft } from "./address-draft"
import { buyerDocument } from "./buyer-document"
import { planOrder } from "./plan-order"

const buyerWith = (document: string | null): ChannelOrder["buyer"] => ({
  name: "Ada Lovelace",
  email: null,
  phone: null,
  document,
  company: null,
})
const inBrazil = { shippingAddress: anAddress({ countryCode: "BR" }) }

describe("the buyer's tax document", () => {
  it.each<[string, Partial<ChannelOrder>, string | null, ReturnType<typeof buyerDocument>]>([
    ["a CPF", inBrazil, "529.982.247-25", { document: "52998224725", invalid: null }],
    ["a CNPJ with letters", inBrazil, "12.abc.345/01de-35", { document: "12ABC34501DE35", invalid: null }],
    ["a mistyped CPF", inBrazil, "529.982.247-26", { document: null, invalid: "cpf" }],
    ["a mistyped CNPJ", inBrazil, "11.222.333/0001-82", { document: null, invalid: "cnpj" }],
    [
      "a mistyped CPF without any address, in reais",
      { shippingAddress: null, currency: "BRL" },
      "529.982.247-26",
      { document: null, invalid: "cpf" },
    ],
    [
      "the document of another country",
      { shippingAddress: anAddress({ countryCode: "AR" }) },
      "20-12345678-9",
      { document: "20123456789", invalid: null },
    ],
    [
      "the document of another country, billed there and sent to Brazil",
      { ...inBrazil, billingAddress: anAddress({ countryCode: "AR" }) },
      "12345678",
      { document: "12345678", invalid: null },
    ],
    ["none", inBrazil, null, { document: null, invalid: null }],
    ["signs only", inBrazil, "-", { document: null, invalid: null }],
  ])("%s counts as what it is", (_what, changes, document, expected) => {
    expect(buyerDocument(aChannelOrder({ ...changes, buyer: buyerWith(document) }))).toEqual(expected)
  })

  it("that cannot be right is told as a remark, and stays on the address as it came", () => {
    const order = aChannelOrder({ ...inBrazil, buyer: buyerWith("529.982.247-26") })
    expect(planOrder(order, aContext()).found).toContainEqual(problem("document_invalid", { kind: "cpf" }))
    expect(addressDraft(order.shippingAddress, order.buyer)).toMatchObject({
      metadata: { document: "529.982.247-26" },
    })
  })

  it("stands on the address without its signs", () => {
    expect(addressDraft(anAddress(), buyerWith("529.982.247-25"))).toMatchObject({
      metadata: { document: "52998224725" },
    })
  })
})
