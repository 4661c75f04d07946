import { SpApiError } from "../sp-api-answer"

/** Refusals of confirmShipment: code InvalidInput, and a text that says why (selling-partner-api-models #492, #5037, #5094). */
export function refused(message: string): SpApiError {
  return new SpApiError(400, "InvalidInput", message)
}

export function invalidPackageReference(reference: string): SpApiError {
  return refused(`PackageReferenceId: ${reference} is invalid, must be a positive numeric value.`)
}

export function invalidTypes(fields: readonly string[]): SpApiError {
  return refused(
    `The input you have submitted is not valid. Please check the fields with invalid type [${fields.join(", ")}].`,
  )
}

/** The platform's own words for a missing field are not known. */
export function missingFields(fields: readonly string[]): SpApiError {
  return refused(
    `The input you have submitted is not valid. Please check the fields with missing value [${fields.join(", ")}].`,
  )
}

export function nonexistentOrderItem(orderId: string): SpApiError {
  return refused(
    `ErrorCode: NonexistentOrderItem Description: Failed to find order item list by order ID: ${orderId}`,
  )
}

export function invalidOrderItemId(): SpApiError {
  return refused(
    "OrderItemId is invalid, please obtain the value through the getOrderItems API or Manage Orders page",
  )
}

/** A package that would be new, of an order that has nothing left to ship. */
export function packageToUpdateNotFound(orderId: string): SpApiError {
  return refused(
    "Failed to create package due to not finding a matching package or order already fulfilled. " +
      "ErrorMessage(errorCode=GeneralError, errorDescription=Unable to find package to update for order " +
      `(${orderId}), errorMetric=PackageToUpdateNotFound, packageIndex=null)`,
  )
}

/** Known by its metric and by what it says; the sentence around them is the one of the refusal above. */
export function invalidPackageVersion(orderId: string): SpApiError {
  return refused(
    "Failed to update package. ErrorMessage(errorCode=GeneralError, errorDescription=The maximum number of allowed " +
      `updates reached for order (${orderId}), errorMetric=InvalidPackageVersion, packageIndex=null)`,
  )
}

/** The platform's own words are not known. */
export function tooManyUnits(orderItemId: string, quantity: number, left: number): SpApiError {
  return refused(
    `ErrorCode: InvalidOrderItemQuantity Description: ${quantity} of order item ${orderItemId} cannot be shipped, ${left} are left to ship.`,
  )
}
