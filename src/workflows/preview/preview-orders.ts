import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { loadAccount } from "../account/load-account"
import { INTERACTIVE_WAIT_MS, openConnection } from "../account/open-connection"
import { refuseWhenOff } from "../account/steps/make-sync-due"
import { refusal } from "../refusals/refusal"
import { nextPiece } from "../sync/rules/period-pieces"
import { foreseeOrders, type ForeseenOrder } from "./foresee-orders"
import { readPageToken, writePageToken } from "./page-token"

export type PreviewInput = {
  accountId: string
  from: Date
  to: Date
  pageToken?: string
  signal?: AbortSignal
}
export type Preview = { orders: ForeseenOrder[]; nextPageToken?: string }

/**
 * One page of what an import of a period would do. Reads one page from the platform and writes nothing; stock that earlier
 * pages would use up is not counted.
 * @throws ConnectorError as the platform answers; RefusalError when the account or the page token is not usable.
 */
export async function previewOrders(container: MedusaContainer, input: PreviewInput): Promise<Preview> {
  const account = await loadAccount(container, input.accountId)
  refuseWhenOff(account, ["paused", "needs_reauthorization"])
  const source = account.connector.orders
  if (!source) throw refusal("brings_no_orders", { platform: account.connector.describe().name })
  // The import reads just as far: what the platform does not show yet is not promised.
  const latest = new Date(Date.now() - source.visibilityDelaySeconds * 1000)
  const position = input.pageToken
    ? readPageToken(input.pageToken)
    : {
        from: input.from.toISOString(),
        to: (input.to < latest ? input.to : latest).toISOString(),
      }
  const from = new Date(position.from)
  const to = new Date(position.to)
  if (from >= to) return { orders: [] }

  const piece = nextPiece(from, to, source.maxWindowDays)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = openConnection(account, { maxWaitMs: INTERACTIVE_WAIT_MS, signal: input.signal, logger })
  const window = { by: "placed" as const, fromUtc: from, toUtc: piece.toUtc }
  const page = await source.search(connection, window, position.token)
  const orders = await foreseeOrders(container, account, page.orders, { requested: true })
  if (page.nextPageToken !== undefined) {
    return { orders, nextPageToken: writePageToken({ ...position, token: page.nextPageToken }) }
  }
  const next = piece.nextFromUtc
  return next
    ? { orders, nextPageToken: writePageToken({ from: next.toISOString(), to: position.to }) }
    : { orders }
}
