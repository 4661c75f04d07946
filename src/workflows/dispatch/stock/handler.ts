import type { DispatchHandler } from "../handler"
import { lookUpLevels } from "./look-up-levels"
import { prepareLevels } from "./prepare-levels"
import { sendLevels } from "./send-levels"

/** How stock levels are sent: computed when they are sent, read back when their outcome is open. */
export const stockHandler: DispatchHandler = {
  kind: "stock",
  offeredBy: (connector) => connector.stock !== undefined,
  batchSize: (connector) => connector.stock?.maxLevels ?? 1,
  lookUp: lookUpLevels,
  prepare: prepareLevels,
  send: sendLevels,
}
