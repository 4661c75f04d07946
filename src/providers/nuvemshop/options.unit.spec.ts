import { capabilitiesOf, type ConnectorClass } from "../../connector"
import { NuvemshopConnector } from "./connector"
import provider from "./index"
import { resolveOptions, type NuvemshopOptions } from "./options"

const valid = { appId: "1234", clientSecret: "s3cret-value", contact: "dev@example.com" }

describe("the options of the nuvemshop provider", () => {
  it("have defaults; what is empty counts as not given", () => {
    expect(resolveOptions({ ...valid, endpoint: "", authHeader: "", country: undefined })).toEqual({
      appId: "1234",
      clientSecret: "s3cret-value",
      userAgent: "medusa-plugin-marketplaces (dev@example.com)",
      endpoint: "https://api.nuvemshop.com.br",
      authEndpoint: "https://www.nuvemshop.com.br",
      authHeader: "authorization",
      requestTimeoutMs: 30_000,
    })
  })

  it("use the hosts of Tiendanube outside Brazil, and may point everything at a simulator", () => {
    expect(resolveOptions({ ...valid, appId: 77, country: "ar" })).toMatchObject({
      appId: "77",
      endpoint: "https://api.tiendanube.com",
      authEndpoint: "https://www.tiendanube.com",
    })
    const local = { endpoint: "http://127.0.0.1:4020/", authEndpoint: "http://127.0.0.1:4020" }
    expect(resolveOptions({ ...valid, ...local, authHeader: "authentication" })).toMatchObject({
      endpoint: "http://127.0.0.1:4020",
      authEndpoint: "http://127.0.0.1:4020",
      authHeader: "authentication",
    })
  })

  it.each<[string, unknown]>([
    ["appId", { ...valid, appId: undefined }],
    ["appId", { ...valid, appId: "my-app" }],
    ["clientSecret", { ...valid, clientSecret: " " }],
    ["contact", { ...valid, contact: "João\ns3cret-value" }],
    ["appName", { ...valid, appName: "Loja (s3cret-value)" }],
    ["appId", undefined],
    ["endpoint", { ...valid, endpoint: "api.nuvemshop.com.br" }],
    ["authEndpoint", { ...valid, authEndpoint: "https://user:s3cret-value@x/" }],
    ["authHeader", { ...valid, authHeader: "bearer" }],
    ["country", { ...valid, country: "Brasil" }],
    ["requestTimeoutMs", { ...valid, requestTimeoutMs: "30000" }],
  ])("stop the boot with a sentence that names %s and shows no secret", (name, options) => {
    const boot = () => NuvemshopConnector.validateOptions(options)
    expect(boot).toThrow(`Option "${name}" of the marketplace provider "nuvemshop"`)
    expect(boot).not.toThrow(/s3cret/)
  })
})

describe("the nuvemshop provider", () => {
  const connectorClass: ConnectorClass<NuvemshopOptions> = NuvemshopConnector
  const connector = new connectorClass({}, valid)

  it("is a connector of the marketplace module with everything but held stock", () => {
    expect(connectorClass.identifier).toBe("nuvemshop")
    expect(capabilitiesOf(connector)).toEqual([
      "authorization",
      "orders",
      "listings",
      "shipments",
      "stock",
      "locations",
      "webhooks",
    ])
    expect(provider).toMatchObject({ module: "marketplace", services: [NuvemshopConnector] })
  })

  it("counts from the payment, lands orders in review and asks for no carrier", () => {
    expect(connector.orders?.countsFrom).toBe("paid")
    expect(connector.orders?.platformShips).toBe(false)
    expect(connector.describe()).toMatchObject({
      orderPrefix: "NS",
      defaultSettings: {
        review_first: true,
        customer_rule: "name_and_document",
        product_match: "sku_barcode_title",
      },
    })
    expect(connector.shipments).toMatchObject({ carriers: [], carrierOptional: true, trackingOptional: true })
  })
})
