import { type AmazonSimulator, type ListingOptions, startAmazonSimulator } from ".."
import { accessToken, get, type Json, type JsonValue, type Reply, send } from "./requests"

const NOW = Date.parse("2026-11-20T12:00:00Z")
const ROOMY = { rate: 1000, burst: 100_000 }
export const US = "ATVPDKIKX0DER"
export const DE = "A1PA6795UKMFR9"
export const ITEMS = "/listings/2021-08-01/items/A2SIMULATOR00"

export const LISTINGS: ListingOptions[] = [
  { sku: "MUG", title: "Mug", ean: "4006381333931", quantity: 5, leadTimeDays: 3, price: "9.90" },
  { sku: "FBA-MUG", channel: "AMAZON_NA" },
  { sku: "ONLY-US", quantity: 1, marketplaces: ["US"] },
  { sku: "ÅÄÖ 50% / a+b #1", quantity: 2 },
]

/** A patch request of one operation. */
export const operation = (
  op: string,
  entry: Json | undefined,
  path = "/attributes/fulfillment_availability",
) => ({ productType: "PRODUCT", patches: [{ op, path, ...(entry ? { value: [entry] } : {}) }] })

/** The merchant's quantity, as the reference tells to submit it. */
export const merge = (quantity: JsonValue, change: Json = {}) =>
  operation("merge", { fulfillment_channel_code: "DEFAULT", quantity, ...change })

/** A simulator for each test, with the listings above. */
export class OfferedListings {
  now = NOW
  token = ""
  private running: AmazonSimulator | undefined

  constructor() {
    beforeEach(async () => {
      this.now = NOW
      const operations = ["searchListingsItems", "getListingsItem", "patchListingsItem"]
      const limits = Object.fromEntries(operations.map((name) => [name, ROOMY]))
      this.running = await startAmazonSimulator({ now: () => new Date(this.now), limits })
      this.running.addListings(LISTINGS)
      this.token = await accessToken(this.running)
    })
    afterEach(() => this.simulator.close())
  }

  get simulator(): AmazonSimulator {
    if (!this.running) throw new Error("The simulator is not running yet.")
    return this.running
  }

  item(sku: string, query: Record<string, string> = {}): Promise<Reply> {
    const path = `${ITEMS}/${encodeURIComponent(sku)}`
    return get(this.simulator, path, this.token, { marketplaceIds: US, ...query })
  }

  search(query: Record<string, string | undefined> = {}): Promise<Reply> {
    return get(this.simulator, ITEMS, this.token, { marketplaceIds: US, ...query })
  }

  patch(sku: string, body: unknown, query = ""): Promise<Reply> {
    const path = `${ITEMS}/${encodeURIComponent(sku)}?marketplaceIds=${US}${query}`
    return send(this.simulator, "PATCH", path, this.token, body)
  }

  /** What holds. */
  async availability(sku: string, marketplaceIds = US): Promise<JsonValue> {
    const { json } = await this.item(sku, { marketplaceIds, includedData: "fulfillmentAvailability" })
    return json.fulfillmentAvailability
  }

  /** What was submitted. */
  async submitted(sku: string): Promise<JsonValue> {
    const { json } = await this.item(sku, { includedData: "attributes" })
    return (json.attributes as Json).fulfillment_availability
  }
}
