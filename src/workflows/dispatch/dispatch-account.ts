import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { DispatchKind } from "../../modules/marketplace/models/marketplace-dispatch"
import type { SettledDispatch } from "../../modules/marketplace/store/dispatches/settle"
import type { DispatchState } from "../../modules/marketplace/states"
import { writerOf, writerState } from "../../modules/marketplace/writers"
import { loadAccount, type LoadedAccount } from "../account/load-account"
import { JOB_WAIT_MS, openConnection } from "../account/open-connection"
import { recordTrouble, troubleOf } from "../sync/account-trouble"
import { DispatchEvents } from "./events"
import type { DispatchHandler } from "./handler"
import { dispatchHandlers } from "./handlers"
import { sendBatch } from "./send-batch"
import { tellShipmentProblems } from "./shipment/tell-problems"

/** How many dispatches came to which state. */
export type DispatchedCounts = Partial<Record<DispatchState, number>>

/** What a shop may want to know of, by the state that a dispatch came to. */
const told: Partial<Record<DispatchState, string>> = {
  confirmed: DispatchEvents.CONFIRMED,
  rejected: DispatchEvents.REJECTED,
}

async function tell(container: MedusaContainer, settled: SettledDispatch[]): Promise<void> {
  const events = settled.flatMap(({ current, state, id, account_id, kind, order_id }) => {
    const name = told[state]
    return current && name ? [{ name, data: { id, account_id, kind, order_id } }] : []
  })
  if (events.length) await container.resolve(Modules.EVENT_BUS).emit(events)
}

/** The kinds that may be sent for an account from here, the urgent ones first. */
async function handlersOf(
  account: LoadedAccount,
  kind: DispatchKind | undefined,
): Promise<DispatchHandler[]> {
  const { row, connector, marketplace } = account
  if (row.state !== "connected") return []
  const installation = await marketplace.installation()
  return dispatchHandlers.filter(
    (handler) =>
      (kind === undefined || handler.kind === kind) &&
      handler.offeredBy(connector) &&
      writerState(row.writers, writerOf[handler.kind], installation) === "on",
  )
}

/** Sends one batch of the first kind that has something due; undefined = nothing is left to do now. */
async function sendNext(
  container: MedusaContainer,
  input: { accountId: string; kind?: DispatchKind },
  stopped: Set<DispatchKind>,
): Promise<SettledDispatch[] | undefined> {
  // Anew for each batch: it may have been paused, or its writers switched off.
  const account = await loadAccount(container, input.accountId)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const handler of await handlersOf(account, input.kind)) {
    if (stopped.has(handler.kind)) continue
    const batch = await sendBatch({ container, account, connector: account.connector }, handler, (signal) =>
      openConnection(account, { maxWaitMs: JOB_WAIT_MS, logger, signal }),
    )
    // The account is from now on one that nothing is sent for.
    if (batch.lost) await recordTrouble(container, account, troubleOf(batch.lost, new Date()))
    if (!batch.goOn) stopped.add(handler.kind)
    if (batch.claimed) return batch.settled
  }
  return undefined
}

/**
 * Sends what is due of an account, batch by batch until nothing is left or nothing more can be sent now. Before each batch it
 * looks again for the more urgent kind. Accounts that are paused or have lost their authorisation, and writers that are off, send
 * nothing: their rows stay owed.
 */
export async function dispatchAccount(
  container: MedusaContainer,
  input: { accountId: string; kind?: DispatchKind },
): Promise<DispatchedCounts> {
  const counts: DispatchedCounts = {}
  const stopped = new Set<DispatchKind>()
  const troubled: string[] = []
  for (;;) {
    const settled = await sendNext(container, input, stopped)
    if (!settled) {
      await tellShipmentProblems(container, troubled)
      return counts
    }
    troubled.push(...settled.filter(({ current }) => current).map(({ id }) => id))
    for (const { state } of settled) counts[state] = (counts[state] ?? 0) + 1
    await tell(container, settled)
  }
}
