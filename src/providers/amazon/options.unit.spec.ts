import { capabilitiesOf, type ConnectorClass } from "../../connector"
import { AmazonConnector } from "./connector"
import provider from "./index"
import { resolveOptions, type AmazonOptions } from "./options"

const valid = { clientId: "amzn1.client", clientSecret: "s3cret-value", applicationId: "amzn1.sp.solution.1" }

describe("the options of the amazon provider", () => {
  it("have defaults; what is empty counts as not given", () => {
    expect(resolveOptions({ ...valid, endpoint: "", tokenEndpoint: undefined })).toEqual({
      ...valid,
      endpoint: undefined,
      tokenEndpoint: "https://api.amazon.com/auth/o2/token",
      sellerCentralUrl: undefined,
      requestTimeoutMs: 30_000,
      draftApplication: false,
      redirectUri: undefined,
    })
  })

  it("may point everything at a simulator", () => {
    const settings = resolveOptions({ ...valid, endpoint: "http://127.0.0.1:4010/", requestTimeoutMs: 500 })
    expect(settings).toMatchObject({ endpoint: "http://127.0.0.1:4010", requestTimeoutMs: 500 })
  })

  it.each<[string, unknown]>([
    ["clientId", { ...valid, clientId: undefined }],
    ["clientSecret", { ...valid, clientSecret: " " }],
    ["applicationId", { ...valid, applicationId: 7 }],
    ["clientId", undefined],
    ["endpoint", { ...valid, endpoint: "sellingpartnerapi-na.amazon.com" }],
    ["endpoint", { ...valid, endpoint: "ftp://x" }],
    ["tokenEndpoint", { ...valid, tokenEndpoint: "https://user:s3cret-value@x/" }],
    ["sellerCentralUrl", { ...valid, sellerCentralUrl: "https://x/?s3cret-value" }],
    ["redirectUri", { ...valid, redirectUri: "/callback" }],
    ["requestTimeoutMs", { ...valid, requestTimeoutMs: "30000" }],
    ["requestTimeoutMs", { ...valid, requestTimeoutMs: 0 }],
    ["draftApplication", { ...valid, draftApplication: "false" }],
  ])("stop the boot with a sentence that names %s and shows no secret", (name, options) => {
    const boot = () => AmazonConnector.validateOptions(options)
    expect(boot).toThrow(`Option "${name}" of the marketplace provider "amazon"`)
    expect(boot).not.toThrow(/s3cret/)
  })
})

describe("the amazon provider", () => {
  it("is a connector of the marketplace module that connects accounts and brings orders", () => {
    const connectorClass: ConnectorClass<AmazonOptions> = AmazonConnector
    expect(connectorClass.identifier).toBe("amazon")
    expect(capabilitiesOf(new connectorClass({}, valid))).toEqual([
      "authorization",
      "orders",
      "listings",
      "shipments",
      "stock",
      "inventory",
    ])
    expect(provider).toMatchObject({ module: "marketplace", services: [AmazonConnector] })
  })
})
