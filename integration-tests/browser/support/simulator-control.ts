import type {
  CallRecord,
  Fault,
  Operation,
  Order,
  RateLimit,
  SellerOptions,
  SpApiOperation,
  Switches,
} from "../../simulators/amazon"

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
