import type { serializeAccount, serializeSite } from "../../api/admin/marketplaces/serializers/account"
import type { serializeConnector } from "../../api/admin/marketplaces/serializers/connector"
import type { serializeExplanation } from "../../api/admin/marketplaces/serializers/explanation"
import type { serializeForeseenOrder } from "../../api/admin/marketplaces/serializers/foreseen-order"
import type { serializeMapping, serializeSuggestion } from "../../api/admin/marketplaces/serializers/mapping"
import type { serializeHistory, serializeOrder } from "../../api/admin/marketplaces/serializers/order"
import type { retrieveOrder } from "../../api/admin/marketplaces/orders/retrieve-order"
import type { serializeProblem } from "../../api/admin/marketplaces/serializers/problem"
import type { serializeRun } from "../../api/admin/marketplaces/serializers/run"

/** What stays of a value on its way through JSON. */
export type Sent<Value> = Value extends Date
  ? string
  : Value extends (infer Item)[]
    ? Sent<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Sent<Value[Key]> }
      : Value

export type Page<Key extends string, Item> = Record<Key, Item[]> & {
  count: number
  limit: number
  offset: number
}

export type Account = Sent<ReturnType<typeof serializeAccount>>
export type Site = Sent<ReturnType<typeof serializeSite>>
export type Connector = Sent<ReturnType<typeof serializeConnector>>
export type Problem = Sent<ReturnType<typeof serializeProblem>>
export type Order = Sent<ReturnType<typeof serializeOrder>>
export type OrderDetails = Sent<Awaited<ReturnType<typeof retrieveOrder>>>
export type HistoryEntry = Sent<ReturnType<typeof serializeHistory>>
export type Run = Sent<ReturnType<typeof serializeRun>>
export type Mapping = Sent<ReturnType<typeof serializeMapping>>
export type Suggestion = Sent<ReturnType<typeof serializeSuggestion>>
export type ForeseenOrder = Sent<ReturnType<typeof serializeForeseenOrder>>

/** What one account says about an order number. */
export type AccountExplanation = Sent<ReturnType<typeof serializeExplanation>> & {
  account_id: string
}
