import type { Dispatch, DispatchDetails, Page } from "../lib/answers"
import type { QueryValues } from "../lib/client"
import { useAction, useAnswer } from "../lib/query"

export type DispatchAction = Dispatch["actions"][number]

/** What came of an action on many dispatches. One that is not known (any more) has no state. */
export type DispatchBatchResult = {
  done: string[]
  refused: { id: string; state: Dispatch["state"] | null }[]
}

const SOON_MS = 3_000
const LATER_MS = 15_000

type Moving = Pick<Dispatch, "standing" | "held_by" | "next_attempt_at">

/** True while it is about to change without anybody doing anything: it is being sent, or due and nothing holds it. */
export const isOnItsWay = ({ standing, held_by, next_attempt_at }: Moving): boolean =>
  standing === "sending" ||
  (held_by === null && next_attempt_at !== null && Date.parse(next_attempt_at) <= Date.now())

const paceOf = (shown: Moving[] | undefined): number => (shown?.some(isOnItsWay) ? SOON_MS : LATER_MS)

/** What is owed to platforms. Looked at again from time to time, and soon while something is on its way. */
export const useDispatches = (query: QueryValues, { enabled = true }: { enabled?: boolean } = {}) =>
  useAnswer<Page<"dispatches", Dispatch>>("dispatches", {
    query,
    enabled,
    keepPrevious: true,
    refetchInterval: (answer) => paceOf(answer?.dispatches),
  })

/** One of them with its history. */
export const useDispatch = (id: string | null) =>
  useAnswer<{ dispatch: DispatchDetails }>(`dispatches/${id ?? ""}`, {
    enabled: id !== null,
    refetchInterval: (answer) => paceOf(answer && [answer.dispatch]),
  })

/** One action on up to MOST_CHOSEN of them; those that do not allow it are told in the answer. */
export const useActOnDispatches = () =>
  useAction<{ action: DispatchAction; ids: string[] }, DispatchBatchResult>((body) => ({
    path: "dispatches/batch",
    body,
  }))

/** `carrier`: for this shipment only; null = what the account has chosen; left out = as it is. */
export type Correction = { tracking_number: string; carrier?: string | null; carrier_name?: string | null }

/** Writes how a package travels to its fulfilment in Medusa; what is owed by it is sent anew. */
export const useCorrectShipment = (id: string) =>
  useAction<Correction, { dispatch: DispatchDetails }>(
    (body) => ({ path: `dispatches/${id}/tracking`, body }),
    { medusaOrders: "active" },
  )
