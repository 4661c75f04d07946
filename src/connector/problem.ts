import { z } from "@medusajs/framework/zod"

/** How bad: an `error` keeps the order from being done, a `warning` is told and does not stop it. */
export type ProblemSeverity = "error" | "warning"
/** Who can solve it. */
export type ProblemOwner = "merchant" | "platform" | "developer"

type ProblemDefinition = {
  severity: ProblemSeverity
  owner: ProblemOwner
  /** True when trying again later, without anybody doing anything, may succeed. */
  retryable: boolean
}

/**
 * The closed list of reasons why something is not done yet. Texts (title, cause, way out) in en, pt-BR and es are in
 * `problem-texts`; a test holds both lists equal.
 */
export const problemCodes = {
  // Orders
  listing_unmapped: { severity: "error", owner: "merchant", retryable: false },
  stock_short: { severity: "error", owner: "merchant", retryable: true },
  amount_unknown: { severity: "error", owner: "platform", retryable: true },
  amounts_inconsistent: { severity: "error", owner: "developer", retryable: false },
  marketplace_unknown: { severity: "error", owner: "merchant", retryable: false },
  region_missing: { severity: "error", owner: "merchant", retryable: false },
  sales_channel_missing: { severity: "error", owner: "merchant", retryable: false },
  stock_location_missing: { severity: "error", owner: "merchant", retryable: false },
  platform_location_missing: { severity: "error", owner: "merchant", retryable: false },
  order_without_lines: { severity: "error", owner: "platform", retryable: true },
  contract_broken: { severity: "error", owner: "developer", retryable: false },
  canceled_after_shipment: { severity: "error", owner: "merchant", retryable: false },
  changed_after_import: { severity: "error", owner: "merchant", retryable: false },
  import_failed: { severity: "error", owner: "developer", retryable: true },
  // Remarks on orders that are imported all the same
  stock_short_taken: { severity: "warning", owner: "merchant", retryable: false },
  tax_basis_assumed: { severity: "warning", owner: "developer", retryable: false },
  total_computed: { severity: "warning", owner: "platform", retryable: false },
  address_incomplete: { severity: "warning", owner: "merchant", retryable: false },
  price_unknown_taken_as_zero: { severity: "warning", owner: "merchant", retryable: false },
  // Accounts
  authorization_lost: { severity: "error", owner: "merchant", retryable: false },
  access_denied: { severity: "error", owner: "merchant", retryable: false },
  application_rejected: { severity: "error", owner: "developer", retryable: false },
  request_refused: { severity: "error", owner: "developer", retryable: false },
  platform_unavailable: { severity: "error", owner: "platform", retryable: true },
  platform_throttled: { severity: "warning", owner: "platform", retryable: true },
  order_not_found: { severity: "error", owner: "merchant", retryable: false },
  reference_malformed: { severity: "error", owner: "merchant", retryable: false },
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
