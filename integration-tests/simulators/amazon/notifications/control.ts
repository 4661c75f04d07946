import { type Control, sellerOf } from "../control-input"

export const NOTIFICATION_CONTROLS: Readonly<Record<string, Control>> = {
  "GET subscriptions": (world, input) => {
    const seller = sellerOf(input)
    const where = seller === undefined ? {} : { sellingPartnerId: seller }
    return { subscriptions: world.subscriptions.subscriptionsOf(where) }
  },
}
