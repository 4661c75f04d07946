import { randomBytes } from "node:crypto"
import type { MarketplaceModuleService } from "../../../src/modules/marketplace"
import { payloadPurpose } from "../../../src/modules/marketplace/sealer"
import type { StagedOrder } from "../../../src/modules/marketplace/store/inbox"
import { connectAccountWith, type ConnectOptions } from "../../support/connect-account"

export const KEYS = { current: randomBytes(32), previous: randomBytes(32) }

/** Runs a statement beside the service, as another program with access to the database would. */
export type RunSql = <Row = Record<string, unknown>>(
  statement: string,
  parameters?: unknown[],
) => Promise<Row[]>

/** What every suite of the module is given. */
export type Bench = { service: MarketplaceModuleService; sql: RunSql }

let accounts = 0

/** A connected account; each is another seller. */
export async function anAccount(
  service: MarketplaceModuleService,
  options: ConnectOptions = {},
): Promise<string> {
  accounts += 1
  const { id } = await connectAccountWith(service, {
    externalId: `ASELLER${String(accounts).padStart(4, "0")}`,
    orderPrefix: `AMZ${accounts}`,
    sites: [],
    ...options,
  })
  return id
}

export const aReference = (number: number): string => `111-0000000-${String(number).padStart(7, "0")}`

/** An order as a page brings it. */
export function aStagedOrder(
  service: MarketplaceModuleService,
  accountId: string,
  changes: Partial<StagedOrder> = {},
): StagedOrder {
  const reference = changes.reference ?? aReference(1)
  return {
    reference,
    number: null,
    marketplace: "ATVPDKIKX0DER",
    platform_status: "UNSHIPPED",
    platform_updated_at: "2026-03-02T10:00:00.000Z",
    placed_at: "2026-03-02T09:00:00.000Z",
    fulfilled_by: "merchant",
    currency: "USD",
    total: "21.60",
    line_count: 1,
    ship_by: null,
    deliver_by: null,
    sealed_payload: service.sealer.seal({ secret: "Ada Lovelace" }, payloadPurpose(accountId, reference)),
    personal_data_until: null,
    digest: "digest-1",
    ...changes,
  }
}

/** Stores a page as the schedule does, with the account's lease and an open window. */
export async function readPage(service: MarketplaceModuleService, accountId: string, orders: StagedOrder[]) {
  const lease = await service.takeLease("marketplace_account", accountId)
  if (!lease) throw new Error("The test's account is leased already")
  const window = await openWindow(service, accountId)
  const run = await service.createMarketplaceRuns({
    account_id: accountId,
    kind: "schedule",
    state: "running",
  })
  try {
    return await service.storeSyncPage({
      lease,
      runId: run.id,
      window,
      orders,
      nextPageToken: "more",
      visibleUntilUtc: window.toUtc,
    })
  } finally {
    await service.releaseLease("marketplace_account", lease)
  }
}

/** The window that is to be read now. */
export async function openWindow(service: MarketplaceModuleService, accountId: string, toUtc = new Date()) {
  const window = await service.openWindow({ accountId, resource: "orders", toUtc, overlapSeconds: 300 })
  if (!window) throw new Error("There is nothing to read in the test's account")
  return window
}

/** The only inbox row of an account. */
export async function onlyOrder(service: MarketplaceModuleService, accountId: string) {
  const [order, ...others] = await service.listMarketplaceOrders({ account_id: accountId })
  expect(others).toEqual([])
  return order
}

/** So many of the same thing at the same time. */
export const together = <Result>(
  count: number,
  work: (index: number) => Promise<Result>,
): Promise<Result[]> => Promise.all(Array.from({ length: count }, (_, index) => work(index)))
