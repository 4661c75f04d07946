import type {
  CallRecord,
  Fault,
  FbaStockOptions,
  Listing,
  ListingChange,
  ListingOptions,
  Operation,
  Order,
  RateLimit,
  SellerOptions,
  ShipmentConfirmation,
  SpApiOperation,
  Switches,
} from "../../simulators/amazon"

type FbaChange = { marketplace: string; change: { fulfillable: number } }

/** The simulated Amazon by its control endpoints: the same whether this process runs it or another. */
export class SimulatorControl {
  constructor(readonly url: string) {}

  addSeller = ({ orders = [], ...seller }: SellerOptions): Promise<void> =>
    this.send("POST", "sellers", seller).then(async () => {
      if (orders.length > 0) await this.addOrders(orders, seller.sellingPartnerId)
    })

  addOrders = (orders: readonly Order[], sellingPartnerId?: string): Promise<void> =>
    this.send("POST", "orders", { orders, sellingPartnerId })

  updateOrder = (orderId: string, change: Partial<Order>): Promise<void> =>
    this.send("PATCH", `orders/${orderId}`, change)

  cancelOrder = (orderId: string): Promise<void> => this.send("POST", `orders/${orderId}/cancel`)
  shipOrder = (orderId: string): Promise<void> => this.send("POST", `orders/${orderId}/ship`)

  addFault = (fault: Fault): Promise<void> => this.send("POST", "faults", fault)
  clearFaults = (): Promise<void> => this.send("DELETE", "faults")

  setSwitches = (switches: Partial<Switches>): Promise<void> => this.send("PATCH", "switches", switches)
  setLimits = (limits: Partial<Record<SpApiOperation, RateLimit>>): Promise<void> =>
    this.send("PATCH", "limits", limits)

  /** Ends a seller's authorisation, as when they remove the application. */
  revokeSeller = (sellingPartnerId: string): Promise<void> =>
    this.send("POST", "tokens", { revokeSeller: sellingPartnerId })

  /** Who answers the consent page. */
  signInToSellerCentral = (sellingPartnerId: string): Promise<void> =>
    this.send("POST", `sellers/${sellingPartnerId}/sign-in`)

  /** Every confirmation of an order's packages that took effect. */
  async shipments(orderId: string): Promise<ShipmentConfirmation[]> {
    const answer = await fetch(`${this.url}/__simulator/shipments?orderId=${orderId}`)
    const { shipments } = (await answer.json()) as { shipments: ShipmentConfirmation[] }
    return shipments
  }

  addListings = (listings: readonly ListingOptions[], sellingPartnerId: string): Promise<void> =>
    this.send("POST", "listings", { listings, sellingPartnerId })

  /** The seller changes a listing by hand; without its refusal, what was wrong with it is put right. */
  changeListing = (
    sku: string,
    change: ListingChange | { refusal: null },
    sellingPartnerId: string,
  ): Promise<void> =>
    this.send("PATCH", `listings/${encodeURIComponent(sku)}?sellingPartnerId=${sellingPartnerId}`, change)

  /** How many of a listing buyers can order from the merchant now. */
  async offered(sku: string, sellingPartnerId: string): Promise<number | undefined> {
    const path = `listings/${encodeURIComponent(sku)}?sellingPartnerId=${sellingPartnerId}`
    const answer = await fetch(`${this.url}/__simulator/${path}`)
    const { listings } = (await answer.json()) as { listings: Pick<Listing, "availability">[] }
    const [availability] = Object.values(listings[0]?.availability ?? {})
    return availability?.effective.find(({ fulfillmentChannelCode }) => fulfillmentChannelCode === "DEFAULT")
      ?.quantity
  }

  /** What the platform holds of the merchant's goods, without any movement there. */
  holdStock = (stock: readonly FbaStockOptions[], sellingPartnerId: string): Promise<void> =>
    this.send("POST", "fba", { stock, sellingPartnerId })

  /** The platform finds another number than it had. */
  countStock = (sku: string, change: FbaChange, sellingPartnerId: string): Promise<void> =>
    this.send("POST", `fba/${encodeURIComponent(sku)}/change`, { ...change, sellingPartnerId })

  /** Goods of the merchant arrive at the platform. */
  receiveStock = (
    sku: string,
    arrived: { marketplace: string; quantity: number },
    sellingPartnerId: string,
  ): Promise<void> =>
    this.send("POST", `fba/${encodeURIComponent(sku)}/receive`, { ...arrived, sellingPartnerId })

  async calls(operation: Operation): Promise<CallRecord[]> {
    const answer = await fetch(`${this.url}/__simulator/calls?operation=${operation}`)
    const { calls } = (await answer.json()) as { calls: CallRecord[] }
    return calls
  }

  private async send(method: string, path: string, body?: object): Promise<void> {
    const answer = await fetch(`${this.url}/__simulator/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) {
      throw new Error(`The simulator refused ${method} ${path} with ${answer.status}: ${await answer.text()}`)
    }
  }
}
