/** Calls of the store's API. A new one is a name here and a row in operations.ts. */
export const API_OPERATIONS = [
  "getStore",
  "listLocations",
  "createLocation",
  "getLocation",
  "updateLocation",
  "deleteLocation",
  "setLocationPriorities",
  "chooseDefaultLocation",
  "listLocationLevels",
  "listOrders",
  "getOrder",
  "updateOrder",
  "closeOrder",
  "openOrder",
  "cancelOrder",
  "packOrder",
  "fulfillOrder",
  "listTransactions",
  "listOrderValues",
  "listOrderEditions",
  "listOrderSubscriptions",
  "listFulfillmentOrders",
  "getFulfillmentOrder",
  "updateFulfillmentOrder",
  "deleteFulfillmentOrder",
  "listTrackingEvents",
  "createTrackingEvent",
  "getTrackingEvent",
  "updateTrackingEvent",
  "deleteTrackingEvent",
  "listProducts",
  "createProduct",
  "getProductBySku",
  "updateStockPrice",
  "getProduct",
  "updateProduct",
  "deleteProduct",
  "listVariants",
  "createVariant",
  "replaceVariants",
  "patchVariants",
  "changeVariantStock",
  "getVariant",
  "updateVariant",
  "deleteVariant",
  "listCustomers",
  "getCustomer",
  "listWebhooks",
  "createWebhook",
  "getWebhook",
  "updateWebhook",
  "deleteWebhook",
  "listOrderMetafields",
  "createMetafield",
  "updateMetafield",
] as const
export type ApiOperation = (typeof API_OPERATIONS)[number]

/** What is called without an access token. */
export const OPEN_OPERATIONS = ["token", "authorize", "acceptInstall", "installFromAppStore"] as const
export type OpenOperation = (typeof OPEN_OPERATIONS)[number]

/** `unknownPath` is anything the platform does not know (404). */
export type Operation = ApiOperation | OpenOperation | "unknownPath"

export const OPERATION_NAMES: readonly Operation[] = [...API_OPERATIONS, ...OPEN_OPERATIONS, "unknownPath"]
