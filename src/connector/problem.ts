import { z } from "@medusajs/framework/zod"

/** How bad: an `error` keeps the order from being done, a `warning` is told and does not stop it. */
export type ProblemSeverity = "error" | "warning"
/** Who can solve it. */
export type ProblemOwner = "merchant" | "platform" | "developer"

/**
 * What a screen offers under the problem's text: the one thing that solves it. `none`: nothing here does, a person looks at
 * the order itself.
 */
export const problemSolutions = [
  "map_product",
  "choose_settings",
  "choose_carrier",
  "add_tracking",
  "release_stock",
  "renew_connection",
  "retry",
  "wait",
  "ask_developer",
  "none",
] as const
export type ProblemSolution = (typeof problemSolutions)[number]

type ProblemDefinition = {
  severity: ProblemSeverity
  owner: ProblemOwner
  /** True when trying again later, without anybody doing anything, may succeed. */
  retryable: boolean
  solution: ProblemSolution
}

/**
 * The closed list of reasons why something is not done yet. Texts (title, cause, way out) in en, pt-BR and es are in
 * `problem-texts`; a test holds both lists equal.
 */
export const problemCodes = {
  // Orders
  listing_unmapped: { severity: "error", owner: "merchant", retryable: false, solution: "map_product" },
  stock_short: { severity: "error", owner: "merchant", retryable: true, solution: "retry" },
  amount_unknown: { severity: "error", owner: "platform", retryable: true, solution: "wait" },
  amounts_inconsistent: {
    severity: "error",
    owner: "developer",
    retryable: false,
    solution: "ask_developer",
  },
  marketplace_unknown: {
    severity: "error",
    owner: "merchant",
    retryable: false,
    solution: "choose_settings",
  },
  region_missing: { severity: "error", owner: "merchant", retryable: false, solution: "choose_settings" },
  sales_channel_missing: {
    severity: "error",
    owner: "merchant",
    retryable: false,
    solution: "choose_settings",
  },
  stock_location_missing: {
    severity: "error",
    owner: "merchant",
    retryable: false,
    solution: "choose_settings",
  },
  platform_location_missing: {
    severity: "error",
    owner: "merchant",
    retryable: false,
    solution: "choose_settings",
  },
  order_without_lines: { severity: "error", owner: "platform", retryable: true, solution: "wait" },
  contract_broken: { severity: "error", owner: "developer", retryable: false, solution: "ask_developer" },
  // None of the configured keys opens what is stored of it
  stored_order_unreadable: { severity: "error", owner: "developer", retryable: false, solution: "retry" },
  canceled_after_shipment: { severity: "error", owner: "merchant", retryable: false, solution: "none" },
  changed_after_import: { severity: "error", owner: "merchant", retryable: false, solution: "none" },
  // Several products of the store fit a listing equally well. details: `listing_key`, `title`, `count`
  listing_ambiguous: { severity: "error", owner: "merchant", retryable: false, solution: "map_product" },
  import_failed: { severity: "error", owner: "developer", retryable: true, solution: "retry" },
  // Orders that were canceled on one side and went on on the other
  canceled_after_invoice: { severity: "error", owner: "merchant", retryable: false, solution: "none" },
  canceled_here_only: { severity: "error", owner: "merchant", retryable: false, solution: "none" },
  canceled_here_after_confirmation: {
    severity: "error",
    owner: "merchant",
    retryable: false,
    solution: "none",
  },
  // Shipments. details: `order` (the platform's reference) in each
  carrier_missing: { severity: "error", owner: "merchant", retryable: false, solution: "choose_carrier" },
  carrier_unknown: { severity: "error", owner: "merchant", retryable: false, solution: "choose_carrier" },
  tracking_missing: { severity: "error", owner: "merchant", retryable: false, solution: "add_tracking" },
  package_incomplete: { severity: "error", owner: "merchant", retryable: false, solution: "none" },
  shipment_unreadable: { severity: "error", owner: "developer", retryable: false, solution: "ask_developer" },
  shipment_rejected: { severity: "error", owner: "merchant", retryable: false, solution: "retry" },
  shipment_refused_for_now: { severity: "error", owner: "platform", retryable: true, solution: "retry" },
  order_already_shipped: { severity: "error", owner: "merchant", retryable: true, solution: "retry" },
  shipment_canceled_here: { severity: "error", owner: "merchant", retryable: false, solution: "none" },
  dispatch_failed: { severity: "error", owner: "developer", retryable: true, solution: "retry" },
  outcome_unknown: { severity: "warning", owner: "platform", retryable: true, solution: "wait" },
  // Stock. details: `sku`
  stock_rejected: { severity: "error", owner: "merchant", retryable: false, solution: "retry" },
  stock_drift: { severity: "warning", owner: "platform", retryable: true, solution: "wait" },
  // The goods stand at several of the platform's locations, and nobody said which of them are the store's
  locations_not_mapped: {
    severity: "error",
    owner: "merchant",
    retryable: false,
    solution: "choose_settings",
  },
  stock_held: { severity: "error", owner: "merchant", retryable: false, solution: "release_stock" },
  // Readings of listings and of the platform's stock. details: `marketplace`
  listings_empty: { severity: "warning", owner: "platform", retryable: true, solution: "wait" },
  platform_stock_empty: { severity: "warning", owner: "platform", retryable: true, solution: "wait" },
  // Writers
  writer_of_copy: { severity: "error", owner: "merchant", retryable: false, solution: "choose_settings" },
  // Remarks on orders that are imported all the same
  // details: `kind` ("cpf", "cnpj")
  document_invalid: { severity: "warning", owner: "merchant", retryable: false, solution: "none" },
  // A draft that a person edited is kept as it is when the order changes at the platform
  changed_while_edited: { severity: "warning", owner: "merchant", retryable: false, solution: "retry" },
  stock_short_taken: { severity: "warning", owner: "merchant", retryable: false, solution: "none" },
  tax_basis_assumed: { severity: "warning", owner: "developer", retryable: false, solution: "none" },
  total_computed: { severity: "warning", owner: "platform", retryable: false, solution: "none" },
  address_incomplete: { severity: "warning", owner: "merchant", retryable: false, solution: "none" },
  price_unknown_taken_as_zero: { severity: "warning", owner: "merchant", retryable: false, solution: "none" },
  // Accounts
  authorization_lost: {
    severity: "error",
    owner: "merchant",
    retryable: false,
    solution: "renew_connection",
  },
  account_suspended: { severity: "error", owner: "merchant", retryable: true, solution: "wait" },
  // details: `reason`
  webhooks_not_registered: { severity: "warning", owner: "developer", retryable: true, solution: "wait" },
  access_denied: { severity: "error", owner: "merchant", retryable: false, solution: "renew_connection" },
  application_rejected: {
    severity: "error",
    owner: "developer",
    retryable: false,
    solution: "ask_developer",
  },
  request_refused: { severity: "error", owner: "developer", retryable: false, solution: "ask_developer" },
  connector_missing: { severity: "error", owner: "developer", retryable: false, solution: "ask_developer" },
  platform_unavailable: { severity: "error", owner: "platform", retryable: true, solution: "wait" },
  platform_throttled: { severity: "warning", owner: "platform", retryable: true, solution: "wait" },
  order_not_found: { severity: "error", owner: "merchant", retryable: false, solution: "none" },
  reference_malformed: { severity: "error", owner: "merchant", retryable: false, solution: "none" },
} as const satisfies Record<string, ProblemDefinition>

export type ProblemCode = keyof typeof problemCodes

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]

/**
 * Why something is not done yet. `details` fill the text's placeholders and carry no personal data: SKUs, amounts, line
 * references, paths.
 */
export const problemSchema = z.object({
  code: z.enum(codes),
  details: z.record(z.string(), z.string()),
})
export type Problem = z.infer<typeof problemSchema>

/** Makes a problem; numbers are written as text, so that the details are stable in JSON. */
export function problem(code: ProblemCode, details: Record<string, string | number> = {}): Problem {
  return {
    code,
    details: Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)])),
  }
}

/** True when the problem keeps the order from being imported. */
export function isBlocking(found: Problem): boolean {
  return problemCodes[found.code].severity === "error"
}
