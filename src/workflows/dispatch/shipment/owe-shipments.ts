import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { problem } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { By, OwedDispatch, OweResult } from "../../../modules/marketplace/store/dispatches/owe"
import type { DispatchesDue } from "../rules/due-by-account-and-kind"
import { isLeftOut } from "../../../modules/marketplace/store/dispatches/withdrawn"
import { sealShipment } from "./body"
import {
  currentShipments,
  type CurrentPackage,
  type CurrentShipment,
  type DispatchRow,
} from "./current-shipments"

export type OwedShipments = {
  changed: OweResult[]
  /**
   * Whatever a worker had in its hands. Of two that owe the same package at once one changes nothing, and holds its row for a
   * moment in which the dispatcher passes over it: so both have it looked for.
   */
  touched: DispatchesDue[]
}

/** Fulfilments that are gone through together. */
const AT_ONCE = 50
const TRIES = 5

/** PostgreSQL's word for what a unique index refuses. */
const UNIQUE_VIOLATION = "23505"

const isTaken = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  (("code" in thrown && thrown.code === UNIQUE_VIOLATION) ||
    /IDX_marketplace_dispatch_package|already exists/.test(thrown.message))

/** Not as it was written. What a person left out is that only once it is labeled anew: a carrier that is chosen later changes nothing of it. */
const differs = ({ row, digest, relabeled }: CurrentPackage): boolean =>
  row?.digest !== digest && (relabeled || !row || !isLeftOut(row))

/** What a shipment owes, as the outbox takes it. */
function owedBy(
  marketplace: MarketplaceModuleService,
  { fulfillmentId, orderId, origin, packages }: CurrentShipment,
): OwedDispatch[] {
  const repacked = packages.some(differs)
  // A package that went when labels became fewer comes back with them.
  const returns = ({ row }: CurrentPackage) =>
    repacked && row?.state === "withdrawn" && row.attempted_at === null && !isLeftOut(row)
  return packages
    .filter((one) => differs(one) || returns(one))
    .map((one) => ({
      account_id: origin.account_id,
      kind: "shipment",
      subject: one.subject,
      marketplace_order_id: origin.id,
      order_id: orderId,
      fulfillment_id: fulfillmentId,
      package_number: one.packageNumber,
      sealed_body: sealShipment(marketplace, origin.account_id, one.subject, one.body),
      digest: one.digest,
      problem: one.problem,
      force: returns(one) || (one.row !== undefined && isLeftOut(one.row)),
    }))
}

/** The platform has the package, or may have it. */
const atPlatform = ({ state, confirmed_at }: DispatchRow): boolean =>
  confirmed_at !== null || state === "sent" || state === "unknown"

/**
 * Rows that a shipment no longer has: they are taken back. Of one that was canceled, what the platform has cannot be taken
 * back, and a person has to see it.
 */
function leftOver({ origin, canceled, surplus }: CurrentShipment): { owed: OwedDispatch[]; taken: string[] } {
  if (!canceled) return { owed: [], taken: surplus.map(({ id }) => id) }
  const open = surplus.filter(
    ({ state, problem_code }) => state !== "withdrawn" && problem_code !== "shipment_canceled_here",
  )
  const owed = open.filter(atPlatform).map((row): OwedDispatch => ({
    account_id: row.account_id,
    kind: "shipment",
    subject: row.subject,
    marketplace_order_id: row.marketplace_order_id,
    package_number: row.package_number,
    sealed_body: row.sealed_body,
    digest: row.digest,
    problem: problem("shipment_canceled_here", { order: origin.reference }),
    force: true,
  }))
  return { owed, taken: open.filter((row) => !atPlatform(row)).map(({ id }) => id) }
}

async function oweOnce(container: MedusaContainer, fulfillmentIds: string[], by: By): Promise<OwedShipments> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const shipments = await currentShipments(container, fulfillmentIds)
  const canceled = shipments.map(leftOver)
  return marketplace.inTransaction(async (shared) => {
    const rows = [
      ...shipments.flatMap((shipment) => owedBy(marketplace, shipment)),
      ...canceled.flatMap(({ owed }) => owed),
    ]
    // First, because it locks the orders: whoever locked rows before would wait for one who waits for them.
    const changed = await marketplace.oweDispatches(rows, by, shared)
    const ids = canceled.flatMap(({ taken }) => taken)
    if (ids.length) {
      await marketplace.withdrawDispatches({ ids }, by, { reason: "shipment_changed" }, false, shared)
    }
    return { changed, touched: rows }
  })
}

/**
 * Owes the packages of some fulfilments to their platforms, as Medusa holds them now; what is owed already stays as it is, and
 * what changed is owed anew. May be called for any fulfilment, as often as one likes. Two workers that give numbers to packages
 * of one order at the same time are told so by the database, and the later one looks again.
 */
export async function oweShipments(
  container: MedusaContainer,
  fulfillmentIds: string[],
  by: By = { actor: "schedule" },
): Promise<OwedShipments> {
  const ids = [...new Set(fulfillmentIds)]
  const all: OwedShipments = { changed: [], touched: [] }
  for (let begin = 0; begin < ids.length; begin += AT_ONCE) {
    const some = ids.slice(begin, begin + AT_ONCE)
    for (let tries = 1; ; tries += 1) {
      try {
        const { changed, touched } = await oweOnce(container, some, by)
        all.changed.push(...changed)
        all.touched.push(...touched)
        break
      } catch (thrown) {
        if (!isTaken(thrown) || tries === TRIES) throw thrown
        await wait(20 * tries)
      }
    }
  }
  return all
}
