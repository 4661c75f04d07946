import type { Account } from "../../lib/answers"

/**
 * A consent page connects an account before its set-up is finished: it imports nothing until then. Whoever left the wizard
 * in between finds back by this.
 */
export const needsSetUp = ({ settings }: Account): boolean => !settings.set_up
