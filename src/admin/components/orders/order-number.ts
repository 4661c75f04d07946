import type { Order } from "../../lib/answers"

/** By which people know an order: the platform's number, where that is not its reference. */
export const numberOf = ({ number, reference }: Pick<Order, "number" | "reference">): string =>
  number ?? reference
