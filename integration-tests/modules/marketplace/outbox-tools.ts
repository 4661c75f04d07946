import type { MarketplaceModuleService } from "../../../src/modules/marketplace"
import { dispatchPurpose } from "../../../src/modules/marketplace/sealer"
import type { OwedDispatch } from "../../../src/modules/marketplace/store/dispatches/owe"
import type { DispatchSettlement } from "../../../src/modules/marketplace/store/dispatches/settle"
import { anAccount, aReference } from "./tools"

/** An account with an imported order, from which packages are owed. */
export async function anAccountThatShips(service: MarketplaceModuleService) {
  const accountId = await anAccount(service)
  const order = await service.createMarketplaceOrders({
    account_id: accountId,
    reference: aReference(1),
    platform_updated_at: new Date(),
    digest: "d",
    state: "imported",
    order_id: "order_1",
  })
  return { accountId, orderId: order.id }
}

export type Shipping = Awaited<ReturnType<typeof anAccountThatShips>>

/** A package as a shipment in Medusa makes it owed. */
export function aPackage(
  service: MarketplaceModuleService,
  { accountId, orderId }: Shipping,
  changes: Partial<OwedDispatch> & { number?: number; tracking?: string } = {},
): OwedDispatch {
  const { number = 1, tracking = "1Z999", ...rest } = changes
  const subject = `ful_1/${number}`
  return {
    account_id: accountId,
    kind: "shipment",
    subject,
    marketplace_order_id: orderId,
    order_id: "order_1",
    fulfillment_id: "ful_1",
    package_number: number,
    sealed_body: service.sealer.seal({ tracking }, dispatchPurpose(accountId, subject)),
    digest: tracking,
    ...rest,
  }
}

export const aLevel = (accountId: string, listing: string, digest: string | null = null): OwedDispatch => ({
  account_id: accountId,
  kind: "stock",
  subject: listing,
  digest,
})

/** The only dispatch of an account. */
export async function onlyDispatch(service: MarketplaceModuleService, accountId: string) {
  const [dispatch, ...others] = await service.listMarketplaceDispatches({ account_id: accountId })
  expect(others).toEqual([])
  return dispatch
}

/** What the history tells of a dispatch, the oldest first. */
export async function toldOf(service: MarketplaceModuleService, id: string) {
  const lines = await service.listHistoryEntries({ subject_id: id }, { order: { at: "ASC", id: "ASC" } })
  return lines.map(({ event, actor, details }) => ({ event, actor, ...details }))
}

/** The platform has it. */
export const confirmed = (id: string, revision = 1): DispatchSettlement => ({
  id,
  revision,
  state: "confirmed",
  problem: null,
  attempts: 1,
  next_attempt_at: null,
  line: { event: "confirmed" },
})
