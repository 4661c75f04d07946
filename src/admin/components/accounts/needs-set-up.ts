import type { Account } from "../../lib/answers"

/**
 * A consent page connects an account before its set-up is finished: it imports nothing until then. Whoever left the wizard
 * in between finds back by this.
 */
export const needsSetUp = ({ state, settings, last_sync_at, orders }: Account): boolean =>
  state === "connected" &&
  !settings.import_automatically &&
  last_sync_at === null &&
  Object.keys(orders).length === 0
