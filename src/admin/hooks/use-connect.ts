import type { serializeVerification } from "../../api/admin/marketplaces/serializers/verification"
import type { Account, Sent } from "../lib/answers"
import { useAction } from "../lib/query"
import type { Period } from "./use-runs"

/** Who the platform says we are, with credentials that are stored nowhere yet. */
export type Verification = Sent<ReturnType<typeof serializeVerification>>
export type Marketplace = Verification["marketplaces"][number]

export type VerificationAnswer = {
  verification: Verification
  connected_as: { id: string; name: string } | null
}

export type Candidate = { provider_id: string; credentials: Record<string, string> }

type SetUp = {
  sites: { external_id: string; enabled: boolean }[]
  activated_at: string
  settings: Pick<
    Account["settings"],
    | "set_up"
    | "import_automatically"
    | "review_first"
    | "sales_channel_id"
    | "stock_location_id"
    | "platform_location_id"
  >
}
type NewAccount = SetUp & Candidate & { name: string; marketplace_set?: string }

/** Asks the platform who these credentials are; stores nothing. */
export const useVerifyCredentials = () =>
  useAction<Candidate, VerificationAnswer>((body) => ({ path: "accounts/verify", body }))

type Consent = { provider_id: string; name: string; choice: Record<string, string> }

/**
 * Begins a new account at the platform's consent page; the browser goes to `url`. It comes back to an account that exists,
 * so nothing is imported by itself until its set-up is finished.
 */
export const useBeginConsent = () =>
  useAction<Consent, { url: string }>((body) => ({
    path: "accounts/authorize",
    body: { ...body, settings: { set_up: false, import_automatically: false } },
  }))

export const useCreateAccount = () =>
  useAction<NewAccount, { account: Account }>((body) => ({ path: "accounts", body }))

/** Finishes what a consent began. */
export const useSetUpAccount = (accountId: string) =>
  useAction<SetUp, { account: Account }>((body) => ({ path: `accounts/${accountId}`, body }))

/** The first import of an account that has just been made. */
export const useFirstImport = () =>
  useAction<Period & { accountId: string }, { run_id: string }>(({ accountId, ...body }) => ({
    path: `accounts/${accountId}/import`,
    body,
  }))
