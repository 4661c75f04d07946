import { createHash } from "node:crypto"
import type { Logger } from "@medusajs/framework/types"
import { channelOrderSchema, isKey, problem, type ChannelOrder, type ReadOrder } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import { payloadPurpose } from "../../modules/marketplace/sealer"
import type { StagedOrder } from "../../modules/marketplace/store/inbox"
import { reasonOf } from "./batch"
import { personalDataUntil } from "./rules/personal-data-until"

/** Changes when the order changes in anything but the instant of its update. */
export function digestOf(read: ReadOrder): string {
  const content = read.readable
    ? { ...read.order, raw: undefined, updatedAt: undefined }
    : { raw: read.raw, problem: read.problem }
  return createHash("sha256").update(JSON.stringify(content)).digest("hex")
}

const OUR_NAME = "unreadable-"

/** True where an order came without a usable reference and got one from its content. */
export const isNamedByUs = (reference: string): boolean => reference.startsWith(OUR_NAME)

const unreadableReference = (raw: unknown): string =>
  `${OUR_NAME}${createHash("sha256")
    .update(JSON.stringify(raw) ?? "")
    .digest("hex")
    .slice(0, 16)}`

/**
 * What a connector hands over, held against the port's own schema: an order that is not what it should be keeps its place
 * with the problem and the path, and never reaches the import or stops its page.
 */
export function checkedOnEntry(received: ReadOrder): ReadOrder {
  if (!received.readable) {
    const { reference, raw } = received
    return isKey(reference) ? received : { ...received, reference: unreadableReference(raw) }
  }
  const parsed = channelOrderSchema.safeParse(received.order)
  if (parsed.success) return { readable: true, order: parsed.data }
  const { reference, raw, updatedAt } = received.order
  const changedAt = typeof updatedAt === "string" ? Math.min(Date.parse(updatedAt), Date.now()) : Number.NaN
  const named = typeof reference === "string" && isKey(reference)
  return {
    readable: false,
    reference: named ? reference : unreadableReference(raw ?? received.order),
    // As the platform tells it, so that the same version counts once the connector translates it rightly.
    updatedAt: changedAt >= 0 ? new Date(changedAt).toISOString() : null,
    problem: problem("contract_broken", { path: parsed.error.issues[0]?.path.join(".") ?? "" }),
    raw: raw ?? received.order,
  }
}

/**
 * An order as it came from the connector, ready for the inbox: what lists need in the open, everything else sealed.
 * `personalDataDays` is what the account's connector describes; undefined = its platform sets no limit.
 */
export function stagedOrder(
  marketplace: MarketplaceModuleService,
  accountId: string,
  received: ReadOrder,
  personalDataDays: number | undefined,
): StagedOrder {
  const read = checkedOnEntry(received)
  const reference = read.readable ? read.order.reference : read.reference
  const order = read.readable ? read.order : undefined
  return {
    reference,
    number: order?.number && order.number !== reference ? order.number : null,
    marketplace: order?.marketplace ?? null,
    platform_status: order?.platformStatus ?? null,
    platform_updated_at: (read.readable ? read.order.updatedAt : read.updatedAt) ?? new Date().toISOString(),
    placed_at: order?.placedAt ?? null,
    fulfilled_by: order?.fulfilledBy ?? null,
    currency: order?.currency ?? null,
    total: order?.total ?? null,
    line_count: order?.lines.length ?? 0,
    ship_by: order?.shipBy ?? null,
    deliver_by: order?.deliverBy ?? null,
    sealed_payload: marketplace.sealer.seal(read, payloadPurpose(accountId, reference)),
    personal_data_until: personalDataUntil(read, personalDataDays, new Date()),
    digest: digestOf(read),
  }
}

/** Opens a stored payload; null when it has expired. */
export function openPayload(
  marketplace: MarketplaceModuleService,
  accountId: string,
  row: { reference: string; sealed_payload: string | null },
): ReadOrder | null {
  if (!row.sealed_payload) return null
  return marketplace.sealer.open(row.sealed_payload, payloadPurpose(accountId, row.reference)) as ReadOrder
}

/** The same for whoever goes on without it, with a line in the log: null also where it cannot be opened, its key being gone, say. */
export function openedPayload(
  marketplace: MarketplaceModuleService,
  logger: Logger,
  row: { id: string; account_id: string; reference: string; sealed_payload: string | null },
): ReadOrder | null {
  try {
    return openPayload(marketplace, row.account_id, row)
  } catch (thrown) {
    logger.warn(`[marketplaces] The stored order ${row.id} cannot be opened: ${reasonOf(thrown)}`)
    return null
  }
}

/**
 * The same for whoever decides what happens with it: what cannot be opened is an unreadable order, which keeps its row with the
 * problem and stops no other.
 */
export function readOfRow(
  marketplace: MarketplaceModuleService,
  logger: Logger,
  row: { id: string; account_id: string; reference: string; sealed_payload: string | null },
): ReadOrder | null {
  const read = openedPayload(marketplace, logger, row)
  return read || !row.sealed_payload
    ? read
    : {
        readable: false,
        reference: row.reference,
        updatedAt: null,
        problem: problem("stored_order_unreadable"),
        raw: null,
      }
}

/**
 * Opens the stored orders of some inbox rows, by one query. Personal data never travels between workflow steps. With a logger,
 * those that cannot be opened are left out with a line in the log.
 */
export async function openOrders(
  marketplace: MarketplaceModuleService,
  accountId: string,
  ids: string[],
  logger?: Logger,
): Promise<Map<string, ChannelOrder>> {
  if (!ids.length) return new Map()
  const rows = await marketplace.listMarketplaceOrders(
    { id: ids },
    { select: ["id", "reference", "sealed_payload"], take: ids.length },
  )
  return new Map(
    rows.flatMap((row) => {
      const read = logger
        ? openedPayload(marketplace, logger, { ...row, account_id: accountId })
        : openPayload(marketplace, accountId, row)
      return read?.readable ? [[row.id, read.order] as const] : []
    }),
  )
}
