import type { Address, ChannelOrder } from "../../../connector"

/** City, region and country stay, as in what a purge leaves (`blankAddress`). */
const withoutDoor = (address: Address | null): Address | null =>
  address && {
    ...address,
    name: null,
    company: null,
    line1: null,
    line2: null,
    postalCode: null,
    phone: null,
  }

/** An order without whose it is. Pure. */
export const withoutBuyer = (order: ChannelOrder): ChannelOrder => ({
  ...order,
  buyer: null,
  shippingAddress: withoutDoor(order.shippingAddress),
  billingAddress: withoutDoor(order.billingAddress),
  raw: null,
})
