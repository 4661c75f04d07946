import { marketplaceOf } from "../marketplaces"
import {
  type FbaItem,
  type FbaQuantities,
  type FbaStockOptions,
  itemOf,
  type UnfulfillableReason,
} from "./fba-item"
import { DISPOSITIONS, type LedgerEvent, type LedgerEventType } from "./fba-ledger"

/** Marketplaces that may share one stock under Pan-European FBA. */
const PAN_EU = ["IE", "ES", "FR", "BE", "NL", "DE", "IT", "SE", "PL"]

/** When and why units moved; what is left out is made up. */
export interface MovementDetails {
  /** @default the simulator's time */
  at?: Date
  referenceId?: string
  reason?: string
  /** Which units are meant. @default "sellable" */
  state?: "sellable" | UnfulfillableReason
}

/** What Amazon holds for one seller. SKUs are created by `set`; units of a SKU that is not held are nobody's business. */
export class FbaStock {
  private readonly pools = new Map<string, Map<string, FbaItem>>()
  private readonly events: LedgerEvent[] = []
  private inUse = false

  constructor(
    private readonly now: () => Date,
    private readonly pooled: () => boolean,
    /** The seller's listing of a SKU, whose title and ASIN the stock has as well. */
    private readonly listed: (sku: string) => { title: string; asin: string } | undefined = () => undefined,
  ) {}

  /** Whether the seller uses FBA at all. */
  get used(): boolean {
    return this.inUse
  }

  /** The seller takes part in FBA, though nothing may be held. */
  use(): void {
    this.inUse = true
  }

  /** Says what is held of a SKU, whatever was held before. No movement. */
  set(...stock: FbaStockOptions[]): void {
    this.use()
    for (const options of stock) {
      const { title, asin } = this.listed(options.sku) ?? {}
      const known = { ...(title === undefined ? {} : { title }), ...(asin === undefined ? {} : { asin }) }
      const item = itemOf({ ...known, ...options }, this.now().getTime())
      this.poolOf(options.marketplace).set(options.sku, item)
    }
  }

  /** Changes some quantities of a SKU. No movement. */
  change(sku: string, marketplace: string, change: Partial<FbaQuantities>): FbaItem {
    const inboundOnly = Object.keys(change).every((name) => name.startsWith("inbound"))
    return this.write(sku, marketplace, change, { inboundOnly })
  }

  /** Units leave the seller for Amazon. */
  announce(sku: string, marketplace: string, quantity: number): FbaItem {
    const { inboundShipped } = this.item(sku, marketplace)
    return this.change(sku, marketplace, { inboundShipped: inboundShipped + quantity })
  }

  /** Amazon receives units; those that were announced are no longer inbound. */
  receive(sku: string, marketplace: string, quantity: number, details: MovementDetails = {}): FbaItem {
    const item = this.item(sku, marketplace)
    this.book("Receipts", item, marketplace, quantity, { referenceId: "FBA15SIMULATED", ...details })
    return this.write(sku, marketplace, {
      fulfillable: item.fulfillable + quantity,
      inboundShipped: Math.max(0, item.inboundShipped - quantity),
    })
  }

  /** Units are found or written off. */
  adjust(sku: string, marketplace: string, quantity: number, details: MovementDetails = {}): FbaItem {
    const reason = quantity < 0 ? "M" : "F"
    return this.move("Adjustments", sku, marketplace, quantity, { reason, ...details })
  }

  /** A buyer sends units back. */
  takeBack(sku: string, marketplace: string, quantity: number, details: MovementDetails = {}): FbaItem {
    return this.move("CustomerReturns", sku, marketplace, quantity, details)
  }

  /** Sellable units leave without an order of the simulator. */
  ship(sku: string, marketplace: string, quantity: number, details: MovementDetails = {}): FbaItem {
    return this.move("Shipments", sku, marketplace, -quantity, details)
  }

  /**
   * An order changed: `reserved` and `shipped` say by how many units more than before. Units that were never set aside
   * (the order is older than the stock) leave the sellable ones when they are shipped.
   */
  followOrder(
    sku: string,
    marketplace: string,
    reserved: number,
    shipped: number,
    details: MovementDetails,
  ): void {
    if (!this.poolOf(marketplace).has(sku) || (reserved === 0 && shipped === 0)) return
    const item = this.item(sku, marketplace)
    const setAside = Math.max(0, reserved)
    const freed = Math.min(item.pendingCustomerOrder, Math.max(0, -reserved))
    const fulfillable = item.fulfillable - setAside - shipped + freed
    if (fulfillable < 0)
      throw new Error(`Amazon holds too few units of ${sku} for order ${details.referenceId}.`)
    if (shipped !== 0) this.book("Shipments", item, marketplace, -shipped, details)
    this.write(sku, marketplace, {
      fulfillable,
      pendingCustomerOrder: item.pendingCustomerOrder + setAside - freed,
    })
  }

  item(sku: string, marketplace: string): FbaItem {
    const item = this.poolOf(marketplace).get(sku)
    if (!item) throw new Error(`Amazon holds nothing of ${sku} in ${marketplace}.`)
    return structuredClone(item)
  }

  /** Everything held that a marketplace shows, by SKU. */
  list(marketplace: string): FbaItem[] {
    const items = [...this.poolOf(marketplace).values()]
    return structuredClone(items.sort((a, b) => (a.sku < b.sku ? -1 : 1)))
  }

  /** Every movement, oldest first. */
  ledger(): LedgerEvent[] {
    return structuredClone([...this.events].sort((a, b) => a.at - b.at))
  }

  /** Movement of units in one state. */
  private move(
    type: LedgerEventType,
    sku: string,
    marketplace: string,
    quantity: number,
    details: MovementDetails,
  ): FbaItem {
    const item = this.item(sku, marketplace)
    const { state = "sellable" } = details
    const held = state === "sellable" ? item.fulfillable : (item.unfulfillable[state] ?? 0)
    if (held + quantity < 0) throw new Error(`Amazon holds only ${held} units of ${sku}.`)
    this.book(type, item, marketplace, quantity, details)
    const change =
      state === "sellable"
        ? { fulfillable: held + quantity }
        : { unfulfillable: { ...item.unfulfillable, [state]: held + quantity } }
    return this.write(sku, marketplace, change)
  }

  private book(
    type: LedgerEventType,
    { sku, asin, fnSku, title }: FbaItem,
    marketplace: string,
    quantity: number,
    { at, referenceId = "", reason = "", state = "sellable" }: MovementDetails,
  ): void {
    const { id: marketplaceId, countryCode } = marketplaceOf(marketplace)
    this.events.push({
      at: (at ?? this.now()).getTime(),
      marketplaceId,
      sku,
      asin,
      fnSku,
      title,
      type,
      referenceId,
      quantity,
      fulfillmentCenter: `${countryCode}1`,
      disposition: DISPOSITIONS[state],
      reason,
    })
  }

  private write(
    sku: string,
    marketplace: string,
    change: Partial<FbaQuantities>,
    { inboundOnly = false } = {},
  ): FbaItem {
    const at = this.now().getTime()
    const before = this.item(sku, marketplace)
    const after = { ...before, ...change, updatedAt: at, changedAt: inboundOnly ? before.changedAt : at }
    this.poolOf(marketplace).set(sku, after)
    return structuredClone(after)
  }

  private poolOf(marketplace: string): Map<string, FbaItem> {
    const { id, code } = marketplaceOf(marketplace)
    const name = this.pooled() && PAN_EU.includes(code) ? "pan-eu" : id
    const pool = this.pools.get(name) ?? new Map<string, FbaItem>()
    this.pools.set(name, pool)
    return pool
  }
}
