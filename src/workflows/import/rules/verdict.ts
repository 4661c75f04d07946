import type { Problem } from "../../../connector"
import type { LineProduct } from "./line-product"

/** Rules by which an order waits. */
export const waitRules = ["not_paid", "platform_ships"] as const
/** Rules by which an order is left out. */
export const ignoreRules = [
  "before_activation",
  "marketplace_disabled",
  "foreign_channel",
  "unfulfillable",
  "shipped_elsewhere",
  "ignored_by_person",
] as const
export type WaitRule = (typeof waitRules)[number]
export type IgnoreRule = (typeof ignoreRules)[number]

/** Units of one inventory item that a line takes. */
export type StockNeed = { inventoryItemId: string; sku: string | null; quantity: number }

/** Goods that are kept for an order before there is a Medusa order whose lines could reserve them. */
export type StockHold = { locationId: string; needs: StockNeed[] }

/** What a line of the platform becomes. */
export type PlannedLine = {
  reference: string
  listingKey: string
  /** What the line is called at the platform, or in the draft. */
  title: string
  /** Null = a line without a variant: the listing is marked as not managed here, or its product is made first. */
  variantId: string | null
  /** What the line says about the variant's product; null without a variant. */
  product: LineProduct | null
  /** Set when the product has to be made as a draft first. */
  createDraft: boolean
  /** Variant units: listings ordered × units per package. */
  units: number
  /** What still has to be reserved (merchant) or has left the platform's stock (platform). */
  needs: StockNeed[]
  /** The line of the Medusa order, where it stands there already and its id does not follow from the reference. */
  lineItemId?: string
}

/** Everything APPLY needs beside the order itself. Carries no personal data. */
export type ImportPlan = {
  fulfilledBy: "merchant" | "platform"
  regionId: string
  salesChannelId: string
  locationId: string | null
  shippingOptionId: string | null
  team: string | null
  lines: PlannedLine[]
  /** What the buyer pays: the platform's total, or the computed one where the platform is silent. */
  total: string
  currency: string
}

/**
 * What happens with an order, and why. The dry run, the explanation and the import all get it from the same function.
 * `remarks` are warnings that do not stop it.
 */
export type Verdict =
  | { action: "import"; plan: ImportPlan; remarks: Problem[] }
  | { action: "review"; plan: ImportPlan; remarks: Problem[]; hold: StockHold | null }
  | { action: "block"; problems: Problem[]; remarks: Problem[] }
  | { action: "wait"; rule: WaitRule; hold: StockHold | null }
  | { action: "ignore"; rule: IgnoreRule }
  | { action: "cancel" }
  /** Imported or canceled before; nothing to do, or something a person must look at. */
  | { action: "keep"; problems: Problem[] }
