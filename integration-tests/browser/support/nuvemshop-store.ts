import { randomInt } from "node:crypto"
import { DEFAULT_PRODUCTS } from "../../simulators/nuvemshop"
import { shopSettings } from "./amazon-account"
import type { NuvemshopControl } from "./nuvemshop-control"
import type { Host } from "./use-host"

/** A store of its own at the platform, which sells what the demo shop sells; its merchant is signed in there. */
export async function addStore(nuvemshop: NuvemshopControl): Promise<{ id: number; name: string }> {
  const store = { id: randomInt(5_000_000, 9_000_000), name: "Ateliê Aurora" }
  await nuvemshop.addStore({ ...store, products: [...DEFAULT_PRODUCTS] })
  await nuvemshop.signIn(store.id)
  return store
}

/** The demo shop's channel and location, as settings of an account whose orders arrive by themselves. */
export async function storeSettings(host: Host) {
  const { sales_channel_id, stock_location_id } = await shopSettings(host)
  return { sales_channel_id, stock_location_id, import_automatically: true, stock_policy: "block" }
}

/** A store that is connected already, by the API. */
export async function connectStore(
  host: Host,
  nuvemshop: NuvemshopControl,
  settings: object = {},
): Promise<{ id: string; name: string; storeId: number }> {
  const store = await addStore(nuvemshop)
  const name = `Aurora ${store.id}`
  const { account } = await host.api.post("accounts", {
    provider_id: "nuvemshop",
    name,
    credentials: { store_id: String(store.id), access_token: await nuvemshop.token(store.id) },
    settings: { ...(await storeSettings(host)), ...settings },
    // The platform's instants are whole seconds: an order of the same second would be of before.
    activated_at: new Date(Date.now() - 3_600_000).toISOString(),
  })
  return { id: account.id, name, storeId: store.id }
}

type ShownOrder = { id: string; state: string; reference: string; number: string | null; order_id: string }

/** An order of an account, once it stands like that. */
export async function untilOrderIs(
  { api }: Host,
  accountId: string,
  reference: string | number,
  state: string,
): Promise<ShownOrder> {
  let last: ShownOrder | undefined
  for (const until = Date.now() + 90_000; Date.now() < until;) {
    const { orders } = await api.get("orders", { account_id: accountId, q: String(reference) })
    last = orders.find((order: ShownOrder) => order.reference === String(reference))
    if (last?.state === state) return last
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`Order ${reference} is ${last?.state ?? "not there"} instead of ${state}`)
}
