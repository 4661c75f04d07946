import { capabilitiesOf, type ConnectorClass } from "../../connector"
import { AmazonConnector } from "./connector"
import provider from "./index"
import { regions } from "./marketplaces"
import { endpointOf, resolveOptions, type AmazonOptions } from "./options"

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

  it("may point the regions at different places, and leave some to Amazon", () => {
    const endpoint = { na: "https://sandbox.example/na/", eu: "http://127.0.0.1:4010", fe: "" }
    const settings = resolveOptions({ ...valid, endpoint })
    expect(settings.endpoint).toEqual({ na: "https://sandbox.example/na", eu: "http://127.0.0.1:4010" })
    expect(regions.map((region) => endpointOf(settings, region))).toEqual([
      "https://sandbox.example/na",
      "http://127.0.0.1:4010",
      undefined,
    ])
    const everywhere = resolveOptions({ ...valid, endpoint: "http://127.0.0.1:4010" })
    expect(regions.map((region) => endpointOf(everywhere, region))).toEqual(
      Array(3).fill("http://127.0.0.1:4010"),
    )
  })

  it.each([{}, { na: "", eu: undefined, fe: null }, null, undefined, ""])(
    "leave every region to Amazon with %j",
    (endpoint) => {
      expect(resolveOptions({ ...valid, endpoint }).endpoint).toBeUndefined()
    },
  )

  it.each<[string, unknown]>([
    ["endpoint.eu", { ...valid, endpoint: { na: "https://x.example", eu: "x.example" } }],
    ["endpoint.us", { ...valid, endpoint: { us: "https://x.example" } }],
    ["endpoint", { ...valid, endpoint: ["https://x.example"] }],
    ["endpoint", { ...valid, endpoint: 7 }],
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
