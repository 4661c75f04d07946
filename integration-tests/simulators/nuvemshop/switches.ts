/** Behaviour that the platform's documents leave open, or that differs between accounts and times. */
export interface Switches {
  /** Which header may carry the token; the other is answered 401. @default "both" */
  authHeader: "both" | "authorization" | "authentication"
  /** A query parameter the platform does not document. @default "ignore" */
  unknownParameters: "ignore" | "refuse"
  /** What the merchant does on the page that asks to accept the application. @default "ask" */
  consent: "ask" | "accept" | "deny"
  /** Lifetime of authorisation codes in milliseconds. @default 300000 */
  authorizationCodeMs: number
  /** How the token endpoint refuses: by status, or with an error in a 200. @default "status" */
  oauthErrors: "status" | "in-200"
  /** @default "string" */
  userId: "string" | "number"
  /** Whether the token answer repeats the store's id as `store_id`. @default false */
  tokenHasStoreId: boolean
  /** How a list without anything is answered: empty, or by 404 "Last page is 0". @default "list" */
  emptyLists: "list" | "not-found"
  /** Ids of orders, wherever they are shown or asked for; "int64" has 19 digits. @default "number" */
  orderIds: "number" | "int64"
  /** Ids of order lines; "int64" lies beyond the precision of a double. @default "number" */
  lineIds: "number" | "string" | "int64"
  /** `variant_id` of order lines. @default "number" */
  variantIds: "number" | "string"
  /** `quantity` of order lines. @default "number" */
  quantities: "number" | "string"
  /** Where an order shows its fulfillment orders. @default "fulfillments" */
  fulfillmentsField: "fulfillments" | "fulfillment_orders" | "both"
  /** Whether orders show the customer to an application that may read customers. @default true */
  customerShown: boolean
  /** A fulfillment order that jumps over a state. @default "refuse" */
  skippedSteps: "refuse" | "allow"
  /** A fulfillment order that is sent to the state it has. @default "refuse" */
  sameStatus: "refuse" | "accept"
  /** What a change of `tracking_info` does with what it does not name. @default "replace" (it goes) */
  trackingInfo: "replace" | "merge"
  /** Cancelling a cancelled order. @default "refuse" (422) */
  cancelTwice: "refuse" | "accept"
  /** When units leave the store's stock. @default "placed" */
  stockLeaves: "placed" | "paid"
  /** `PUT /orders/{id}` with `{ status: "paid" }` (only the ERP guide has it). @default false */
  ordersPaidByPut: boolean
  /** Whether webhooks may be plain http and lead to this machine. @default true */
  allowLocalWebhooks: boolean
  /** A webhook of the same event and url again. @default "create" */
  sameWebhook: "create" | "refuse"
  /** Real milliseconds a receiver has. @default 3000 */
  webhookTimeoutMs: number
  /** Attempts of one webhook, the first one included. @default 18 */
  webhookAttempts: number
  /** Webhooks sent at the same time. @default 8 */
  webhookConcurrency: number
  /** Numbers of buyers' questions what is held of them; the platform's own test tool always sends 1. @default "unique" */
  dataRequestIds: "unique" | "one"
  /** What `x-total-count` says of orders beyond the 10,000 that can be reached: how many there are, or 10,000. @default "all" */
  orderTotals: "all" | "reachable"
  /** Webhooks pile up until they are released. @default false */
  holdWebhooks: boolean
}

export const DEFAULT_SWITCHES: Readonly<Switches> = {
  authHeader: "both",
  unknownParameters: "ignore",
  consent: "ask",
  authorizationCodeMs: 5 * 60_000,
  oauthErrors: "status",
  userId: "string",
  tokenHasStoreId: false,
  emptyLists: "list",
  orderIds: "number",
  lineIds: "number",
  variantIds: "number",
  quantities: "number",
  fulfillmentsField: "fulfillments",
  customerShown: true,
  skippedSteps: "refuse",
  sameStatus: "refuse",
  trackingInfo: "replace",
  cancelTwice: "refuse",
  stockLeaves: "placed",
  ordersPaidByPut: false,
  allowLocalWebhooks: true,
  sameWebhook: "create",
  webhookTimeoutMs: 3000,
  webhookAttempts: 18,
  webhookConcurrency: 8,
  dataRequestIds: "unique",
  orderTotals: "all",
  holdWebhooks: false,
}
