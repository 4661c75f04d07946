/** Wire types of Orders API v2026-01-01, as the platform's model states them (plain strings where the model has no enum). */

export const FULFILLMENT_STATUSES = [
  "PENDING_AVAILABILITY",
  "PENDING",
  "UNSHIPPED",
  "PARTIALLY_SHIPPED",
  "SHIPPED",
  "CANCELLED",
  "UNFULFILLABLE",
] as const
export type FulfillmentStatus = (typeof FULFILLMENT_STATUSES)[number]

export const INCLUDED_DATA = [
  "BUYER",
  "RECIPIENT",
  "PROCEEDS",
  "EXPENSE",
  "PROMOTION",
  "CANCELLATION",
  "FULFILLMENT",
  "PACKAGES",
  "TAX",
  "PAYMENT",
  "FULFILLMENT_ORDERS",
] as const
export type IncludedData = (typeof INCLUDED_DATA)[number]

export const FULFILLED_BY = ["MERCHANT", "AMAZON"] as const
export type FulfilledBy = (typeof FULFILLED_BY)[number]

/** `amount` is a decimal string in the currency's own number of decimals (JPY has none). */
export interface Money {
  amount: string
  currencyCode: string
}

export interface DateTimeRange {
  earliestDateTime?: string
  latestDateTime?: string
}

export interface Address {
  name?: string
  companyName?: string
  addressLine1?: string
  addressLine2?: string
  addressLine3?: string
  city?: string
  districtOrCounty?: string
  stateOrRegion?: string
  municipality?: string
  postalCode?: string
  countryCode?: string
  phone?: string
  extendedFields?: { streetName?: string; streetNumber?: string; complement?: string; neighborhood?: string }
  addressType?: string
}

export interface Buyer {
  buyerName?: string
  buyerEmail?: string
  buyerCompanyName?: string
  buyerPurchaseOrderNumber?: string
}

export interface Recipient {
  deliveryAddress?: Address
  deliveryPreference?: {
    dropOffLocation?: string
    addressInstruction?: string
    deliveryCapabilities?: string[]
  }
}

export interface OrderProceedsBreakdown {
  type: string
  status?: string
  subtotal: Money
}

export interface ItemProceedsBreakdown {
  type: string
  subtotal: Money
  detailedBreakdowns?: { subtype?: string; value?: Money }[]
}

export interface ItemProceeds {
  proceedsTotal?: Money
  breakdowns?: ItemProceedsBreakdown[]
}

export interface TaxRegistration {
  entityType?: string
  legalName?: string
  taxRegistrationType?: string
  taxRegistrationNumber?: string
  taxRegistrationAddress?: Address
  taxRegistrationAttributes?: { key?: string; value?: string }[]
}

export interface OrderPackage {
  packageReferenceId: string
  createdTime?: string
  packageStatus?: { status: string; detailedStatus?: string }
  carrier?: string
  shipTime?: string
  shippingService?: string
  trackingNumber?: string
  shipFromAddress?: Address
  packageItems?: { orderItemId: string; quantity: number; transparencyCodes?: string[] }[]
}

export interface OrderItem {
  orderItemId: string
  quantityOrdered: number
  measurement?: { unit: string; value: number }
  associatedOrderItems?: { orderId?: string; orderItemId?: string; associationType?: string }[]
  programs?: string[]
  product: {
    asin?: string
    title?: string
    sellerSku?: string
    condition?: { conditionType?: string; conditionSubtype?: string; conditionNote?: string }
    price?: { unitPrice?: Money; priceDesignation?: string }
    serialNumbers?: string[]
    customization?: { customizedUrl?: string }
  }
  proceeds?: ItemProceeds
  expense?: { pointsCost?: { pointsGranted?: { pointsNumber?: number; pointsMonetaryValue?: Money } } }
  promotion?: { breakdowns?: { promotionId?: string }[] }
  cancellation?: {
    cancellationRequest?: { requester?: string; cancelReason?: string }
    cancellationExecution?: { cancelledBy?: string; cancelReason?: string }
  }
  fulfillment?: {
    quantityFulfilled?: number
    quantityUnfulfilled?: number
    packing?: { giftOption?: { giftMessage?: string; giftWrapLevel?: string } }
    shipping?: { scheduledDeliveryWindow?: DateTimeRange; internationalShipping?: { iossNumber?: string } }
  }
  tax?: {
    taxCalculationBreakdowns?: { reportingScheme?: string }[]
    taxCollections?: { model?: string; responsibleParty?: string }[]
  }
}

export interface Order {
  orderId: string
  orderAliases?: { aliasId: string; aliasType: string }[]
  createdTime: string
  lastUpdatedTime: string
  programs?: string[]
  associatedOrders?: { orderId?: string; associationType?: string }[]
  salesChannel: { channelName: string; marketplaceId?: string; marketplaceName?: string }
  buyer?: Buyer
  recipient?: Recipient
  proceeds?: { grandTotal?: Money; breakdowns?: OrderProceedsBreakdown[] }
  payment?: {
    paymentExecutions?: {
      paymentMethod?: string
      paymentAmount?: Money
      acquirerId?: string
      cardBrand?: string
      authorizationCode?: string
    }[]
  }
  tax?: {
    taxRegistrations?: TaxRegistration[]
    taxInvoicing?: { buyerInvoicePreference?: string; invoiceStatus?: string }
  }
  fulfillment?: {
    fulfillmentStatus: FulfillmentStatus
    fulfilledBy?: FulfilledBy
    fulfillmentServiceLevel?: string
    shipByWindow?: DateTimeRange
    deliverByWindow?: DateTimeRange
    labelPrintingWindow?: DateTimeRange
  }
  orderItems: OrderItem[]
  packages?: OrderPackage[]
  fulfillmentOrders?: { fulfillmentOrderId: string }[]
}
