import type { Account } from "../lib/answers"
import { useAction, useAnswer } from "../lib/query"

/** A consent that began at the platform. It is completed only when the admin whom it met says so. */
export type HeldConsent = { id: string; provider_id: string; expires_at: string }

const pathOf = (id: string): string => `authorize/held/${encodeURIComponent(id)}`

export const useHeldConsent = (id: string) => useAnswer<{ held: HeldConsent }>(pathOf(id))

/** Completes it: a known account is renewed, a new one imports nothing by itself until its set-up is finished. */
export const useConfirmConsent = (id: string) =>
  useAction<{ name?: string }, { account: Account }>(
    (body) => ({
      path: `${pathOf(id)}/confirm`,
      body: { ...body, settings: { set_up: false, import_automatically: false } },
    }),
    { leavesPage: true },
  )

/** Forgets it: nothing is connected. */
export const useRefuseConsent = (id: string) =>
  useAction<void, { deleted: boolean }>(() => ({ path: pathOf(id), method: "DELETE" }), { leavesPage: true })
