import { dispatchEvents, orderEvents } from "../../../modules/marketplace/history-events"
import { ignoreRules, waitRules } from "../../../workflows/import/rules/verdict"

const keys = (pattern: string, values: readonly string[]): [string, readonly string[]] => [
  pattern,
  values.map((value) => pattern.replace("*", value)),
]

const rules = [...waitRules, ...ignoreRules]

/**
 * Keys whose parts the compiler does not know, because they come from outside as text: what is asked for → what there has
 * to be. Where the compiler knows every value nothing needs to be written here, which is better.
 */
export const openKeys: ReadonlyMap<string, readonly string[]> = new Map([
  keys("orders.history.event.*", orderEvents),
  keys("shipping.history.event.*", dispatchEvents),
  keys("orders.rule.*", rules),
  keys("import.rule.*", rules),
])
