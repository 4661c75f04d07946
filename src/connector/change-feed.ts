import type { Connection } from "./connection"

/** Word from the platform that an order changed. What it says beyond that is not relied upon: the order is read again. */
export type ChangeNotice = {
  /** The platform's id of this notice; the same notice may come several times. */
  id: string
  /** Whose order it is: `MarketplaceAccount.external_id`. */
  externalId: string
  /** The order's reference. */
  reference: string
  /** Handed back to {@link ChangeFeed.acknowledge}. */
  receipt: string
}

/** A message that is not one we can read; acknowledged as well, so that it does not come for ever. */
export type UnreadableNotice = { id: string; receipt: string; reason: string }

/**
 * Capability: near real time. One feed serves all accounts of the connector. Polling stays: notices come late, twice, out of
 * order, or never.
 */
export interface ChangeFeed {
  /**
   * Waits up to `waitSeconds` for notices; empty when there are none.
   * @throws ConnectorError `unavailable`, `rejected`.
   */
  receive(
    waitSeconds: number,
    signal: AbortSignal,
  ): Promise<{ notices: ChangeNotice[]; unreadable: UnreadableNotice[] }>
  /** Tells the feed that notices are dealt with; only after what follows from them is stored. */
  acknowledge(receipts: string[]): Promise<void>
  /**
   * Asks the platform to send notices of this account to the feed; doing it twice does no harm.
   * @throws ConnectorError as every call.
   */
  subscribe(connection: Connection): Promise<void>
  /** Ends that; an account that is not subscribed stays so. */
  unsubscribe(connection: Connection): Promise<void>
}
