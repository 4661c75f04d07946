import { type AmazonSimulator, generateOrders, type Order, plainUnshipped, startAmazonSimulator } from ".."
import { accessToken, error, get, ORDERS, type Reply, send } from "./requests"

const NOW = Date.parse("2026-11-20T12:00:00Z")
const ROOMY = { rate: 1000, burst: 100_000 }
export const US = "ATVPDKIKX0DER"

const { orders } = generateOrders({
  seed: "shipments",
  count: 2,
  from: "2026-11-17T00:00:00Z",
  to: "2026-11-18T00:00:00Z",
  marketplaces: ["US"],
  mix: { ...plainUnshipped(2), quantity: { min: 3, max: 3 } },
})
export const orderId = orders[0]?.orderId ?? ""
/** The two lines of the order, three units each. */
export const [first = "", second = ""] = (orders[0]?.orderItems ?? []).map((item) => item.orderItemId)

export const confirmationPath = (id = orderId) => `/orders/v0/orders/${id}/shipmentConfirmation`

/** Units of the first line, and of the second. */
export const units = (...quantities: number[]) =>
  quantities.map((quantity, index) => ({ orderItemId: [first, second][index], quantity }))

/** A parcel with one unit of the first line, changed as a test wants it. */
export const parcel = (change: Record<string, unknown> = {}, body: Record<string, unknown> = {}) => ({
  marketplaceId: US,
  packageDetail: {
    packageReferenceId: "1",
    carrierCode: "UPS",
    shippingMethod: "Ground",
    trackingNumber: "1Z999",
    shipDate: "2026-11-20T11:00:00Z",
    orderItems: units(1),
    ...change,
  },
  ...body,
})

/** "done", or what was said instead. */
export async function outcome(reply: Promise<Reply>): Promise<string> {
  const answer = await reply
  return answer.status === 204 ? "done" : `${answer.status} ${error(answer).code}: ${error(answer).message}`
}

/** A simulator for each test, with orders of a merchant that wait for shipment. */
export class WaitingOrders {
  now = NOW
  token = ""
  private running: AmazonSimulator | undefined

  constructor() {
    beforeEach(async () => {
      this.now = NOW
      const limits = { confirmShipment: ROOMY, getOrder: ROOMY }
      this.running = await startAmazonSimulator({ now: () => new Date(this.now), limits })
      this.running.addOrders(orders)
      this.token = await accessToken(this.running)
    })
    afterEach(() => this.simulator.close())
  }

  get simulator(): AmazonSimulator {
    if (!this.running) throw new Error("The simulator is not running yet.")
    return this.running
  }

  confirm(change: Record<string, unknown> = {}, id = orderId): Promise<Reply> {
    return send(this.simulator, "POST", confirmationPath(id), this.token, parcel(change))
  }

  /** The order as getOrder shows it. */
  async seen(): Promise<Order> {
    const includedData = "PACKAGES,FULFILLMENT"
    const reply = await get(this.simulator, `${ORDERS}/${orderId}`, this.token, { includedData })
    return (JSON.parse(reply.text) as { order: Order }).order
  }
}
