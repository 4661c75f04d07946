/** One confirmShipment that took effect, whether or not the caller got the answer. */
export interface ShipmentConfirmation {
  at: string
  sellingPartnerId: string
  orderId: string
  packageReferenceId: string
  effect: "created" | "edited"
  /** How often this very content had taken effect for the package before; 0 the first time. */
  repeats: number
  carrierCode: string
  carrierName?: string
  shippingMethod?: string
  trackingNumber: string
  shipDate: string
  orderItems: { orderItemId: string; quantity: number; transparencyCodes?: string[] }[]
}

/** What happened to one package: exactly once is one `created` and nothing else. */
export interface ConfirmedPackage {
  orderId: string
  packageReferenceId: string
  created: number
  /** Edits that changed something. */
  edited: number
  /** Confirmations whose content had been sent before. */
  repeated: number
}

type Content = Omit<ShipmentConfirmation, "at" | "effect" | "repeats">

/** Every confirmation that took effect, for tests that prove "exactly once". */
export class ShipmentLog {
  private records: ShipmentConfirmation[] = []

  constructor(private readonly now: () => Date) {}

  add(effect: ShipmentConfirmation["effect"], content: Content): void {
    const same = this.records.filter((record) => contentOf(record) === contentOf(content))
    const repeats = effect === "created" ? 0 : same.length
    this.records.push({ at: this.now().toISOString(), effect, repeats, ...content })
  }

  list(orderId?: string): ShipmentConfirmation[] {
    const found = this.records.filter((record) => orderId === undefined || record.orderId === orderId)
    return structuredClone(found)
  }

  packages(orderId?: string): ConfirmedPackage[] {
    const found = new Map<string, ConfirmedPackage>()
    for (const { effect, repeats, ...record } of this.list(orderId)) {
      const key = `${record.orderId}/${record.packageReferenceId}`
      const { packageReferenceId } = record
      const none = { orderId: record.orderId, packageReferenceId, created: 0, edited: 0, repeated: 0 }
      const entry = found.get(key) ?? none
      if (effect === "created") entry.created += 1
      else if (repeats > 0) entry.repeated += 1
      else entry.edited += 1
      found.set(key, entry)
    }
    return [...found.values()]
  }

  edits(orderId: string, packageReferenceId: string): number {
    return this.records.filter(
      (record) =>
        record.orderId === orderId &&
        record.packageReferenceId === packageReferenceId &&
        record.effect === "edited",
    ).length
  }

  clear(): void {
    this.records = []
  }
}

function contentOf(content: Content): string {
  const { orderId, packageReferenceId, carrierCode, carrierName, shippingMethod } = content
  const { trackingNumber, shipDate, orderItems } = content
  const items = orderItems.map((item) => [item.orderItemId, item.quantity, item.transparencyCodes]).sort()
  return JSON.stringify([
    orderId,
    packageReferenceId,
    carrierCode,
    carrierName,
    shippingMethod,
    trackingNumber,
    shipDate,
    items,
  ])
}
