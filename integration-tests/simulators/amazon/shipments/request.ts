import { isRecord } from "../json-body"
import { isoDateTime } from "../query-parameters"
import { invalidPackageReference, invalidTypes, missingFields, refused } from "./refusals"
import type { ShipmentSwitches } from "./switches"

export interface ShipmentItem {
  orderItemId: string
  quantity: number
  transparencyCodes?: string[]
}

/** A confirmShipment body that fits the model (Orders API v0, ConfirmShipmentRequest). */
export interface ShipmentRequest {
  marketplaceId: string
  codCollectionMethod?: string
  packageReferenceId: string
  carrierCode: string
  carrierName?: string
  shippingMethod?: string
  trackingNumber: string
  shipDate: string
  orderItems: ShipmentItem[]
}

/** Fields found missing or of another type; all of them are told at once. */
class Fields {
  readonly missing: string[] = []
  readonly mistyped: string[] = []

  required(name: string, value: unknown): string {
    if (value === undefined || value === null || value === "") this.missing.push(name)
    else if (typeof value !== "string") this.mistyped.push(name)
    return typeof value === "string" ? value : ""
  }

  optional(name: string, value: unknown): string | undefined {
    return value === undefined || value === null ? undefined : this.required(name, value)
  }

  check(): void {
    if (this.mistyped.length > 0) throw invalidTypes(this.mistyped)
    if (this.missing.length > 0) throw missingFields(this.missing)
  }
}

export function shipmentRequest(body: Record<string, unknown>, switches: ShipmentSwitches): ShipmentRequest {
  const fields = new Fields()
  const marketplaceId = fields.required("marketplaceId", body.marketplaceId)
  const codCollectionMethod = fields.optional("codCollectionMethod", body.codCollectionMethod)
  const parcel = body.packageDetail
  if (!isRecord(parcel)) throw missingFields(["packageDetail"])
  const detail = (name: string): string => `packageDetail.${name}`
  const carrierCode = fields.required(detail("carrierCode"), parcel.carrierCode)
  const carrierName = fields.optional(detail("carrierName"), parcel.carrierName)
  const shippingMethod = fields.optional(detail("shippingMethod"), parcel.shippingMethod)
  const trackingNumber = fields.required(detail("trackingNumber"), parcel.trackingNumber)
  const shipDate = fields.required(detail("shipDate"), parcel.shipDate)
  fields.optional(detail("shipFromSupplySourceId"), parcel.shipFromSupplySourceId)
  const orderItems = itemsOf(fields, parcel.orderItems)
  const packageReferenceId = referenceOf(fields, parcel.packageReferenceId, switches)
  if (shipDate !== "" && isoDateTime(shipDate) === undefined) fields.mistyped.push(detail("shipDate"))
  fields.check()

  if (!/^\d+$/.test(packageReferenceId) || !/[1-9]/.test(packageReferenceId))
    throw invalidPackageReference(packageReferenceId)
  if (carrierCode === "Other" && carrierName === undefined) throw missingFields([detail("carrierName")])
  const empty = orderItems.find((item) => !Number.isSafeInteger(item.quantity) || item.quantity < 1)
  if (empty) throw refused(`Quantity of order item ${empty.orderItemId} must be a positive integer.`)
  return {
    marketplaceId,
    ...(codCollectionMethod === undefined ? {} : { codCollectionMethod }),
    packageReferenceId,
    carrierCode,
    ...(carrierName === undefined ? {} : { carrierName }),
    ...(shippingMethod === undefined ? {} : { shippingMethod }),
    trackingNumber,
    shipDate,
    orderItems,
  }
}

/** A reference that is left out is answered as an empty one. */
function referenceOf(fields: Fields, value: unknown, switches: ShipmentSwitches): string {
  if (value === undefined || value === null) return ""
  if (typeof value === "number" && switches.packageReferenceNumber === "accept") return String(value)
  if (typeof value !== "string") fields.mistyped.push("packageDetail.packageReferenceId")
  return typeof value === "string" ? value : ""
}

function itemsOf(fields: Fields, value: unknown): ShipmentItem[] {
  if (!Array.isArray(value) || value.length === 0) {
    const list = Array.isArray(value) || value === undefined ? fields.missing : fields.mistyped
    list.push("packageDetail.orderItems")
    return []
  }
  return value.map((entry: unknown, index) => {
    const name = `packageDetail.orderItems[${index}]`
    const item = isRecord(entry) ? entry : {}
    const orderItemId = fields.required(`${name}.orderItemId`, item.orderItemId)
    const { quantity, transparencyCodes } = item
    if (quantity === undefined) fields.missing.push(`${name}.quantity`)
    else if (typeof quantity !== "number") fields.mistyped.push(`${name}.quantity`)
    const codes = textsOf(transparencyCodes)
    if (transparencyCodes !== undefined && !codes) fields.mistyped.push(`${name}.transparencyCodes`)
    return {
      orderItemId,
      quantity: typeof quantity === "number" ? quantity : 0,
      ...(codes ? { transparencyCodes: codes } : {}),
    }
  })
}

function textsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((entry): entry is string => typeof entry === "string")
  return texts.length === value.length ? texts : undefined
}
