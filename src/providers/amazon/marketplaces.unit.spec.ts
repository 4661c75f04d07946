import { description } from "./description"
import { marketplaceOf, marketplaces, regions, taxInclusiveByDefault } from "./marketplaces"

describe("the marketplaces", () => {
  it("have unique ids and countries, in every region", () => {
    expect(new Set(marketplaces.map(({ id }) => id)).size).toBe(23)
    expect(new Set(marketplaces.map(({ country }) => country)).size).toBe(23)
    expect(regions.map((region) => marketplaces.filter((one) => one.region === region).length)).toEqual([
      4, 16, 3,
    ])
  })

  it.each([
    ["ATVPDKIKX0DER", "US", "na", false],
    ["A2EUQ1WTGCTBG2", "CA", "na", false],
    ["A2Q3Y263D00KWC", "BR", "na", true],
    ["A1F83G8C2ARO7P", "GB", "eu", true],
    ["A1VC38T7YXB528", "JP", "fe", true],
  ])("%s is %s", (id, country, region, gross) => {
    expect(marketplaceOf(id)).toMatchObject({ country, region })
    expect(taxInclusiveByDefault(id)).toBe(gross)
  })
})

describe("the description", () => {
  it("has one field for every credential, and only the token is secret", () => {
    expect(description.credentialFields.map(({ name, secret }) => [name, secret])).toEqual([
      ["region", false],
      ["selling_partner_id", false],
      ["refresh_token", true],
    ])
  })

  it.each<[string, Record<string, unknown>, boolean]>([
    ["what is complete", {}, true],
    ["an unknown key", { client_secret: "x" }, false],
    ["an unknown region", { region: "mars" }, false],
    ["an e-mail address for a seller id", { selling_partner_id: "me@example.com" }, false],
    ["an empty token", { refresh_token: " " }, false],
  ])("checks credentials: %s", (_name, changes, ok) => {
    const credentials = {
      refresh_token: "Atzr|1",
      selling_partner_id: "A2EXAMPLE12345",
      region: "na",
      ...changes,
    }
    expect(description.credentials.safeParse(credentials).success).toBe(ok)
  })

  it("leads to the order at the Seller Central of its marketplace", () => {
    expect(description.orderUrl?.("113-1234567-7654321", "A2Q3Y263D00KWC")).toBe(
      "https://sellercentral.amazon.com.br/orders-v3/order/113-1234567-7654321",
    )
    expect(description.orderUrl?.("113-1234567-7654321", "A0UNKNOWN")).toBeUndefined()
  })
})
