import { aChannelOrder, anAddress } from "../../import/rules/__tests__/a-channel-order"
import { isAbout } from "./is-about"

const order = aChannelOrder({
  buyer: {
    name: "Maria Silva",
    email: "maria@example.com",
    phone: "+55 11 98765-4321",
    document: "52998224725",
    company: null,
  },
  shippingAddress: anAddress({ phone: "+55 11 2222-3333" }),
})
const nobody = { id: null, email: null, phone: null, document: null }

describe("whether a privacy request is about an order's buyer", () => {
  it.each([
    ["the same document, written with dots", { document: "529.982.247-25" }, true],
    ["another document", { document: "111.444.777-35" }, false],
    ["the same e-mail, written in capitals", { email: "MARIA@example.com " }, true],
    ["another e-mail", { email: "mario@example.com" }, false],
    ["the same phone, and nothing else known", { phone: "5511987654321" }, true],
    ["the phone of the parcel, and nothing else known", { phone: "55 11 22223333" }, true],
    ["the same phone, but another document", { phone: "5511987654321", document: "11144477735" }, false],
    ["nothing at all", {}, false],
    ["empty words", { email: "", phone: "", document: "" }, false],
  ])("%s", (_what, customer, expected) => {
    expect(isAbout(order, { ...nobody, ...customer })).toBe(expected)
  })
})
