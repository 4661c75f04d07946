import type { InferTypeOf, Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Problem, ShipmentSink } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type MarketplaceDispatch from "../../../modules/marketplace/models/marketplace-dispatch"
import { accountSettingsSchema, type CarrierChoice } from "../../../modules/marketplace/settings"
import { isLeftOut } from "../../../modules/marketplace/store/dispatches/withdrawn"
import { openedPayload } from "../../import/payload"
import { openedShipment, packageIndexOf, shipmentDigest, shipmentSubject, type ShipmentBody } from "./body"
import { loadFulfillments, type LoadedFulfillment } from "./load-fulfillments"
import { carrierOf, type CarrierSource } from "./rules/carriers"
import { fulfilledLines } from "./rules/fulfilled-lines"
import {
  numbersAmong,
  packageNumbers,
  packagesOf,
  type KnownPackage,
  type PackageLine,
} from "./rules/packages"

export type DispatchRow = InferTypeOf<typeof MarketplaceDispatch>

/** An imported order that the merchant sends. */
type Origin = {
  id: string
  account_id: string
  reference: string
  marketplace: string | null
  order_id: string | null
  sealed_payload: string | null
}

/** A package as it would be owed now. */
export type CurrentPackage = {
  subject: string
  packageNumber: number
  body: ShipmentBody
  digest: string
  problem: Problem | null
  row: DispatchRow | undefined
  /** It travels otherwise than its row says: under another number, or followed at another address. */
  relabeled: boolean
}

/** What a fulfilment of an imported order comes to, as the store holds it now. */
export type CurrentShipment = {
  fulfillmentId: string
  orderId: string
  origin: Pick<Origin, "id" | "account_id" | "reference">
  canceled: boolean
  packages: CurrentPackage[]
  /** Rows of packages that there no longer are. */
  surplus: DispatchRow[]
}

/** What an account chose, and what its platform asks of a package. */
type Account = { choices: CarrierChoice[]; asks: Omit<ShipmentSink, "confirm"> }

/** Rows whose package the platform has, or may have: their carrier was told as it was chosen then. */
const told = ({ state }: DispatchRow): boolean =>
  state === "confirmed" || state === "sent" || state === "unknown"

/** Never handed to the platform and gone with its label: nothing of it stands. */
const gone = (row: DispatchRow): boolean => row.state === "withdrawn" && !row.attempted_at && !isLeftOut(row)

const sameSource = (left: CarrierSource, right: CarrierSource): boolean =>
  JSON.stringify(left) === JSON.stringify(right)

const bySubject = (left: DispatchRow, right: DispatchRow): number =>
  packageIndexOf(left.subject) - packageIndexOf(right.subject)

/** One order while its fulfilments are gone through: what each of them holds, and which package numbers are taken. */
class OrderInHand {
  private readonly bodies = new Map<string, ShipmentBody>()
  private readonly holds = new Map<string, PackageLine[]>()
  private readonly numbers: number[]

  constructor(
    { marketplace, logger }: { marketplace: MarketplaceModuleService; logger: Logger },
    private readonly origin: Origin,
    private readonly account: Account,
    private readonly rows: DispatchRow[],
  ) {
    for (const row of rows) {
      const body = openedShipment(marketplace, origin.account_id, row)
      if (body) this.bodies.set(row.id, body)
      if (!body || row.state === "withdrawn" || !row.fulfillment_id) continue
      this.holds.set(row.fulfillment_id, [...(this.holds.get(row.fulfillment_id) ?? []), ...body.lines])
    }
    this.numbers = [
      ...numbersAmong(shownPackages(marketplace, logger, origin)),
      ...rows.map(({ package_number }) => package_number ?? 0),
    ]
  }

  /** Listings by line that other fulfilments hold. */
  private elsewhere(fulfillmentId: string): Map<string, number> {
    const held = new Map<string, number>()
    for (const [id, lines] of this.holds) {
      if (id === fulfillmentId) continue
      for (const { reference, quantity } of lines) held.set(reference, (held.get(reference) ?? 0) + quantity)
    }
    return held
  }

  private numberFor(row: DispatchRow | undefined): number {
    if (row?.package_number) return row.package_number
    const [number] = packageNumbers(1, this.numbers)
    this.numbers.push(number)
    return number
  }

  /** Null where nothing can be said any more: what was told has gone with the personal data. */
  shipment(fulfillment: LoadedFulfillment): CurrentShipment | null {
    const { id, orderId, canceled } = fulfillment
    const rows = this.rows.filter(({ fulfillment_id }) => fulfillment_id === id).sort(bySubject)
    const { origin } = this
    const { id: marketplaceOrderId, account_id, reference } = origin
    const shipment = {
      fulfillmentId: id,
      orderId,
      origin: { id: marketplaceOrderId, account_id, reference },
      canceled,
      packages: [],
      surplus: [],
    }
    if (canceled) return { ...shipment, surplus: rows }
    if (rows.some((row) => !this.bodies.has(row.id))) return null

    const known = rows
      .filter((row) => !gone(row))
      .flatMap((row): KnownPackage[] => {
        const body = this.bodies.get(row.id)
        if (!body) return []
        const { trackingNumber, lines } = body
        // What a person left out, the platform knows by hand: its contents are not told with another package.
        const attempted = row.attempted_at !== null || (isLeftOut(row) && lines.length > 0)
        return [{ index: packageIndexOf(row.subject), trackingNumber, lines, attempted }]
      })
    const drafts = packagesOf({
      order: origin.reference,
      lines: fulfilledLines(fulfillment, this.elsewhere(id)),
      trackingNumbers: fulfillment.trackingNumbers,
      known,
      trackingOptional: this.account.asks.trackingOptional,
    })
    this.holds.set(
      id,
      drafts.flatMap(({ lines }) => lines),
    )
    const packages = drafts.map((draft): CurrentPackage => {
      const subject = shipmentSubject(id, draft.index)
      const row = rows.find((one) => one.subject === subject)
      const { carrier, problem } = this.carrier(fulfillment.source, row)
      const body: ShipmentBody = {
        reference: origin.reference,
        marketplace: origin.marketplace ?? "",
        carrier,
        source: fulfillment.source,
        trackingNumber: draft.trackingNumber,
        trackingUrl: this.trackingUrl(fulfillment, draft.trackingNumber),
        shippedAt: fulfillment.shippedAt.toISOString(),
        lines: draft.lines,
      }
      return {
        subject,
        packageNumber: this.numberFor(row),
        body,
        digest: shipmentDigest(body),
        problem: draft.problem ?? problem,
        row,
        relabeled: this.isRelabeled(row, body),
      }
    })
    const kept = new Set(packages.map(({ subject }) => subject))
    return { ...shipment, packages, surplus: rows.filter((row) => !kept.has(row.subject) && !gone(row)) }
  }

  /** A choice that is made later concerns what is still to be sent, and not what the platform has. */
  private carrier(source: CarrierSource, row: DispatchRow | undefined) {
    const before = row && told(row) ? this.bodies.get(row.id) : undefined
    const { choices, asks } = this.account
    const optional = asks.carrierOptional ?? false
    if (before && (before.carrier || optional) && sameSource(before.source, source)) {
      return { carrier: before.carrier, problem: null }
    }
    return carrierOf({ order: this.origin.reference, source, choices, carriers: asks.carriers, optional })
  }

  private isRelabeled(row: DispatchRow | undefined, now: ShipmentBody): boolean {
    const before = row && this.bodies.get(row.id)
    if (before?.trackingNumber !== now.trackingNumber) return true
    // Without an address there is nothing new to follow.
    return now.trackingUrl !== null && before?.trackingUrl !== now.trackingUrl
  }

  private trackingUrl({ trackingUrls }: LoadedFulfillment, trackingNumber: string | null): string | null {
    if (!this.account.asks.takesTrackingUrl || !trackingNumber) return null
    return trackingUrls.get(trackingNumber) ?? null
  }
}

/** References of the packages that the platform showed of an order; none where the stored order cannot be opened. */
function shownPackages(marketplace: MarketplaceModuleService, logger: Logger, origin: Origin): string[] {
  const read = openedPayload(marketplace, logger, origin)
  return read?.readable ? read.order.packages.map(({ reference }) => reference) : []
}

/** Accounts of some orders whose connector takes shipments. */
async function accountsOf(
  marketplace: MarketplaceModuleService,
  ids: string[],
): Promise<Map<string, Account>> {
  const rows = await marketplace.listMarketplaceAccounts(
    { id: ids },
    { select: ["id", "provider_id", "settings"] },
  )
  return new Map(
    rows.flatMap((row) => {
      const shipments = marketplace.connector(row.provider_id)?.shipments
      if (!shipments) return []
      const { carriers: choices } = accountSettingsSchema.parse(row.settings)
      return [[row.id, { choices, asks: shipments }] as const]
    }),
  )
}

/**
 * What some fulfilments come to now. Only those of orders that came from here, that the merchant sends, and whose platform takes
 * shipments; all by a handful of queries.
 */
export async function currentShipments(
  container: MedusaContainer,
  fulfillmentIds: string[],
): Promise<CurrentShipment[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const fulfillments = await loadFulfillments(container, fulfillmentIds)
  const orderIds = [...new Set(fulfillments.map(({ orderId }) => orderId))]
  if (!orderIds.length) return []
  const origins: Origin[] = await marketplace.listMarketplaceOrders(
    { order_id: orderIds, state: "imported", fulfilled_by: "merchant" },
    {
      select: ["id", "account_id", "reference", "marketplace", "order_id", "sealed_payload"],
      take: orderIds.length,
    },
  )
  const accounts = await accountsOf(marketplace, [...new Set(origins.map(({ account_id }) => account_id))])
  const rows: DispatchRow[] = await marketplace.listMarketplaceDispatches(
    { marketplace_order_id: origins.map(({ id }) => id), kind: "shipment" },
    { take: null },
  )
  const tools = { marketplace, logger: container.resolve(ContainerRegistrationKeys.LOGGER) }
  const inHand = new Map(
    origins.flatMap((origin) => {
      const account = accounts.get(origin.account_id)
      const its = rows.filter(({ marketplace_order_id }) => marketplace_order_id === origin.id)
      return account && origin.order_id
        ? [[origin.order_id, new OrderInHand(tools, origin, account, its)] as const]
        : []
    }),
  )
  fulfillments.sort((left, right) => Number(left.shippedAt) - Number(right.shippedAt))
  return fulfillments.flatMap((fulfillment) => inHand.get(fulfillment.orderId)?.shipment(fulfillment) ?? [])
}
