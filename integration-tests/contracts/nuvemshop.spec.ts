import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import {
  DEFAULT_PRODUCTS,
  DEMO_APP,
  type NuvemshopSimulator,
  startNuvemshopSimulator,
} from "../simulators/nuvemshop"
import { routeOf } from "../simulators/nuvemshop/routes"

/** The platform publishes no OpenAPI; these are a third party's paths and the vendor's Postman collections. */
const PATHS = "api-evangelist-nuvemshop/openapi/_original/nuvemshop-openapi.yml"
const CALLS = "api-docs/utils/postman/postman.json"
const PRIVACY = "api-docs/utils/lgpd-webhooks-testing-tool/lgpd_webhooks_test.json"

const shared = path.join(__dirname, "..", "..", "..", "shared", "contracts")
const folder = [process.env.CONTRACTS_DIR ?? shared]
  .map((candidate) => path.join(candidate, "nuvemshop"))
  .find((candidate) => existsSync(path.join(candidate, PATHS)))
const WHY = "their files are not on this machine: set CONTRACTS_DIR to the folder that holds nuvemshop"
/** Checks that need the contract files; without them the report says so. */
const check = (what: string, body: (files: string) => void) => {
  if (folder) describe(what, () => body(folder))
  else it.skip(`${what}: ${WHY}`, () => undefined) // skipped only where the files are not there; the name says why
}

/** What a connector has no use for. */
const NOT_SIMULATED = [/^\/(categories|coupons|scripts)/, /^\/products\/\{\w+\}\/images/, /^\/customers/]

check("the simulated Nuvemshop against what is published", (files) => {
  const read = (file: string): string => readFileSync(path.join(files, file), "utf8")
  let simulator: NuvemshopSimulator

  beforeAll(async () => {
    simulator = await startNuvemshopSimulator({
      stores: [{ id: 1, accessToken: "token", products: [...DEFAULT_PRODUCTS] }],
    })
  })
  afterAll(() => simulator.close())

  const send = (method: string, url: string, body?: unknown): Promise<Response> =>
    fetch(`${simulator.url}${url}`, {
      method,
      headers: {
        authentication: "bearer token",
        "user-agent": "Contracts (contracts@example.com)",
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  it("knows every call of the catalogue, the orders, the webhooks and the store, save placing an order", () => {
    const unknown = callsOf(read(PATHS))
      .filter(({ template }) => !NOT_SIMULATED.some((pattern) => pattern.test(template)))
      .filter(({ method, template }) => {
        const url = `/2025-03/1${template.replaceAll(/\{\w+\}/g, "1")}`
        return routeOf(method, url).kind === "unknown"
      })
    expect(unknown).toEqual([{ method: "POST", template: "/orders" }])
  })

  it("takes the vendor's own examples of a webhook, a variant, and packing, sending and closing an order", async () => {
    const { id } = simulator.placeOrder({ lines: [{ sku: "MUG-WHITE" }] })
    const example = (name: string, method: string): unknown =>
      JSON.parse(exampleOf(read(CALLS), name, method))
    const webhook = await send("POST", "/v1/1/webhooks", example("/webhooks", "POST"))
    expect(webhook.status).toBe(201)
    const packed = await send("POST", `/v1/1/orders/${id}/pack`, example("/pack", "POST"))
    expect(packed.status).toBe(200)
    const sent = await send("POST", `/v1/1/orders/${id}/fulfill`, example("/fulfill", "POST"))
    expect(await sent.json()).toMatchObject({
      shipping_tracking_number: "ABC1234",
      shipping_status: "shipped",
    })
    const closed = await send("POST", `/v1/1/orders/${id}/close`, example("/close", "POST"))
    expect(closed.status).toBe(200)
    const [product] = [...simulator.store().products.keys()]
    const variant = await send("POST", `/v1/1/products/${product}/variants`, example("/variants", "POST"))
    expect([variant.status, await variant.json()]).toMatchObject([201, { price: "19.00" }])
  })

  it("trades a code sent as the vendor's example sends it", async () => {
    simulator.app().redirectUrl = "https://shop.example/return"
    const body = JSON.parse(exampleOf(read(CALLS), "/apps/authorize/token", "POST")) as Record<string, string>
    const code = new URL(simulator.accept()).searchParams.get("code")
    const answer = await send("POST", "/apps/authorize/token", {
      ...body,
      client_id: DEMO_APP.appId,
      client_secret: DEMO_APP.clientSecret,
      code,
    })
    expect(await answer.json()).toMatchObject({ token_type: "bearer", user_id: "1" })
  })

  it("asks for personal data with the fields of the vendor's testing tool", async () => {
    const script = read(PRIVACY)
    simulator.app().privacyUrls = {
      storeRedact: "http://127.0.0.1:9/",
      customersRedact: "http://127.0.0.1:9/",
      customersDataRequest: "http://127.0.0.1:9/",
    }
    simulator.placeOrder({ lines: [{ sku: "MUG-WHITE" }] })
    simulator.storeRedact()
    simulator.customersRedact()
    simulator.dataRequest()
    const bodies = simulator.pendingWebhooks().map(({ body }) => JSON.parse(body) as Record<string, object>)
    const names = bodies.flatMap((body) => [...Object.keys(body), ...Object.keys(body.customer ?? {})])
    expect(names).toContain("orders_to_redact")
    // The tool is older than these two.
    const newer = ["checkouts_requested", "drafts_orders_requested"]
    expect(names.filter((name) => !script.includes(name))).toEqual(newer)
    await simulator.settle()
  })
})

/** Methods and paths of an OpenAPI file, whose YAML is regular enough to be read by its indents. */
function callsOf(yaml: string): { method: string; template: string }[] {
  const calls: { method: string; template: string }[] = []
  let template = ""
  for (const line of yaml.split("\n")) {
    template = /^ {2}(\/\S*):$/.exec(line)?.[1] ?? template
    const method = /^ {4}(get|post|put|patch|delete):$/.exec(line)?.[1]
    if (method) calls.push({ method: method.toUpperCase(), template })
  }
  return calls
}

interface PostmanItem {
  item?: PostmanItem[]
  request?: { method: string; url: string | { raw: string }; body?: { raw?: string } }
}

/** The body of the first call whose url ends so. */
function exampleOf(collection: string, ending: string, method: string): string {
  const all = (items: readonly PostmanItem[]): PostmanItem[] =>
    items.flatMap((one) => (one.item ? all(one.item) : [one]))
  const found = all((JSON.parse(collection) as { item: PostmanItem[] }).item).find(({ request }) => {
    const url = typeof request?.url === "string" ? request.url : request?.url.raw
    return request?.method === method && url?.endsWith(ending)
  })
  const body = found?.request?.body?.raw
  if (body === undefined) throw new Error(`The collection has no ${method} that ends with ${ending}.`)
  return body
}
