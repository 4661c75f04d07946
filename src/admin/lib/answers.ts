import type { serializeAccount, serializeSite } from "../../api/admin/marketplaces/serializers/account"
import type { serializeConnector } from "../../api/admin/marketplaces/serializers/connector"
import type { retrieveDispatch } from "../../api/admin/marketplaces/dispatches/retrieve-dispatch"
import type { serializeDispatch } from "../../api/admin/marketplaces/serializers/dispatch"
import type { serializeExplanation } from "../../api/admin/marketplaces/serializers/explanation"
import type { serializeForeseenOrder } from "../../api/admin/marketplaces/serializers/foreseen-order"
import type { serializeMapping, serializeSuggestion } from "../../api/admin/marketplaces/serializers/mapping"
import type { serializeBalance, serializeMovement } from "../../api/admin/marketplaces/serializers/movement"
import type { serializeHistory, serializeOrder } from "../../api/admin/marketplaces/serializers/order"
import type { retrieveOrder } from "../../api/admin/marketplaces/orders/retrieve-order"
import type { serializeProblem } from "../../api/admin/marketplaces/serializers/problem"
import type { listStock } from "../../api/admin/marketplaces/accounts/list-stock"
import type { serializePrivacyRequest } from "../../api/admin/marketplaces/serializers/privacy-request"
import type { serializeRun } from "../../api/admin/marketplaces/serializers/run"
import type { serializeTransfer } from "../../api/admin/marketplaces/serializers/transfer"

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
/** What a platform asked for about personal data, or what a night removed. */
export type PrivacyRecord = Sent<ReturnType<typeof serializePrivacyRequest>>
export type Run = Sent<ReturnType<typeof serializeRun>>
export type Dispatch = Sent<ReturnType<typeof serializeDispatch>>
export type DispatchDetails = Sent<Awaited<ReturnType<typeof retrieveDispatch>>>
/** A page of an account's stock, with its brake and its writer. */
export type StockPage = Sent<Awaited<ReturnType<typeof listStock>>>
export type StockRow = StockPage["stock"][number]
export type Mapping = Sent<ReturnType<typeof serializeMapping>>
export type Suggestion = Sent<ReturnType<typeof serializeSuggestion>>
export type Movement = Sent<ReturnType<typeof serializeMovement>>
export type Balance = Sent<ReturnType<typeof serializeBalance>>
export type Transfer = Sent<ReturnType<typeof serializeTransfer>>
export type ForeseenOrder = Sent<ReturnType<typeof serializeForeseenOrder>>

/** What one account says about an order number. */
export type AccountExplanation = Sent<ReturnType<typeof serializeExplanation>> & {
  account_id: string
}
