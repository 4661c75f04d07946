import type { ForeseenOrder } from "../../lib/answers"

type Verdict = ForeseenOrder["verdict"]

/** What is chosen to begin with: everything that an import would bring further. */
const chosenAtFirst: Record<Verdict, boolean> = {
  import: true,
  review: true,
  block: true,
  wait: true,
  ignore: false,
  cancel: false,
  keep: false,
}

/** True when an order counts as chosen: as the person said, else by its verdict. */
export const isChosen = (order: ForeseenOrder, said: ReadonlyMap<string, boolean>): boolean =>
  said.get(order.reference) ?? chosenAtFirst[order.verdict]

/** How many orders have which verdict, the frequent ones first. */
export function countVerdicts(orders: ForeseenOrder[]): [Verdict, number][] {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of orders) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].sort(([, left], [, right]) => right - left)
}
