import type { PlaceOrderOptions, StoreOptions, Switches } from "../../simulators/nuvemshop"

/** An order's id, which is its reference, and the number by which people know it. */
export type PlacedOrder = { id: number; number: number }

/** The simulated Nuvemshop by its control endpoints: the same whether this process runs it or another. */
export class NuvemshopControl {
  constructor(readonly url: string) {}

  addStore = (store: StoreOptions): Promise<unknown> => this.send("POST", "stores", store)
  /** Whose browser meets the consent page. */
  signIn = (storeId: number): Promise<unknown> => this.send("POST", `stores/${storeId}/sign-in`)
  setSwitches = (switches: Partial<Switches>): Promise<unknown> => this.send("PATCH", "switches", switches)
  /** Where merchants are sent back to, as the partner portal has it. */
  setRedirectUrl = (redirectUrl: string): Promise<unknown> => this.send("PATCH", "app", { redirectUrl })

  /** Where the browser of a merchant is sent who installs the application from the platform's own store. */
  async install(storeId: number): Promise<string> {
    const { url } = (await this.send("POST", `stores/${storeId}/install`)) as { url: string }
    return url
  }

  /** Installs without a browser; the token that a person could type in. */
  async token(storeId: number): Promise<string> {
    const { token } = (await this.send("POST", `stores/${storeId}/token`)) as { token: string }
    return token
  }

  /** The platform serves the store no longer, for now; `resume` ends that. */
  suspend = (storeId: number): Promise<unknown> => this.send("POST", `stores/${storeId}/suspend`)
  resume = (storeId: number): Promise<unknown> => this.send("POST", `stores/${storeId}/resume`)

  /** The token no longer counts, and nobody is told. */
  revokeToken = (storeId: number): Promise<unknown> => this.send("POST", `stores/${storeId}/revoke-token`)

  /** A buyer places an order now; the platform calls whoever listens. */
  async placeOrder(order: PlaceOrderOptions): Promise<PlacedOrder> {
    const { orders } = (await this.send("POST", "orders", order)) as { orders: PlacedOrder[] }
    return orders[0]
  }

  private async send(method: string, path: string, body: object = {}): Promise<unknown> {
    const answer = await fetch(`${this.url}/__simulator/${path}`, { method, body: JSON.stringify(body) })
    if (answer.ok) return answer.json()
    throw new Error(`The simulator refused ${method} ${path} with ${answer.status}: ${await answer.text()}`)
  }
}
