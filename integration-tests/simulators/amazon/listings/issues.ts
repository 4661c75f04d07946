/** An issue of a submission, as the model has it. */
export interface ListingIssue {
  code: string
  message: string
  severity: "ERROR" | "WARNING" | "INFO"
  attributeNames: string[]
  categories: string[]
}

export const AVAILABILITY = "fulfillment_availability"

function error(code: string, message: string, category: string, attribute: string): ListingIssue {
  return { code, message, severity: "ERROR", attributeNames: [attribute], categories: [category] }
}

/** An attribute that does not exist, a camelCase name for instance (seen in jlevers/selling-partner-api #861). */
export function unknownAttribute(attribute: string): ListingIssue {
  return error("90000900", "The attributes are invalid.", "INVALID_ATTRIBUTE", attribute)
}

/** The text was seen (jlevers/selling-partner-api #493), its code was not. */
export function missingChannelCode(): ListingIssue {
  const message =
    "The field 'fulfillment_channel_code' for the attribute 'fulfillment_availability' does not have enough values. " +
    "The required minimum is '1' value(s)."
  return error("90220", message, "MISSING_ATTRIBUTE", AVAILABILITY)
}

/** Neither code nor text of the platform are known; that the quantity is a non-negative integer is. */
export function invalidQuantity(quantity: unknown): ListingIssue {
  const message = `The value '${String(quantity)}' specified for the field 'quantity' of '${AVAILABILITY}' is not a non-negative integer.`
  return error("90244", message, "INVALID_ATTRIBUTE", AVAILABILITY)
}

/** As above. */
export function invalidChannelCode(code: unknown): ListingIssue {
  const message = `The value '${String(code)}' specified for the field 'fulfillment_channel_code' is not valid.`
  return error("90244", message, "INVALID_ATTRIBUTE", AVAILABILITY)
}

/** As above. */
export function invalidProductType(productType: string): ListingIssue {
  const message = `The product type '${productType}' is not the product type of the listing.`
  return error("90000901", message, "INVALID_ATTRIBUTE", "product_type")
}

/** As above; only where the switch `merchantQuantityOfAmazonSku` refuses. */
export function fulfilledByAmazon(sku: string): ListingIssue {
  const message = `SKU '${sku}' is fulfilled by Amazon; a quantity of the merchant cannot be submitted.`
  return error("90245", message, "INVALID_ATTRIBUTE", AVAILABILITY)
}

/** As above; only where the switch `patchUnknownSku` answers INVALID. */
export function unknownSku(sku: string): ListingIssue {
  return error("90003000", `SKU '${sku}' does not exist.`, "INVALID_ATTRIBUTE", "sku")
}

export function refusedByTest({ code, message }: { code: string; message: string }): ListingIssue {
  return error(code, message, "INVALID_ATTRIBUTE", AVAILABILITY)
}
