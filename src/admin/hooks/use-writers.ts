import type { Account } from "../lib/answers"
import { useAction } from "../lib/query"

type Writer = keyof Account["writers"]

/** `owed`: what happens with what is owed already, when it is switched on. */
export type WriterSwitch = { writer: Writer; on: boolean; owed?: "send" | "withdraw" }

/** Lets this installation write shipments or stock to the account's platform, or stops it. */
export const useSwitchWriter = (accountId: string) =>
  useAction<WriterSwitch, { account: Account }>((body) => ({ path: `accounts/${accountId}/writers`, body }))
