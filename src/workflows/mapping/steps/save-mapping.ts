import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { personLine } from "../../../modules/marketplace/store/lines"
import { loadAccount } from "../../account/load-account"
import { invalidField } from "../../refusals/refusal"

export type SaveMapping = {
  accountId: string
  listingKey: string
  /** Null takes the mapping away. */
  variantId: string | null
  unitsPerPackage?: number
  packaging?: string | null
  /** `ignored` marks a listing that is not managed in Medusa; left out, it follows from the variant. */
  state?: "mapped" | "unmapped" | "ignored"
  /** `created`: the variant was made from the listing. @default "person" */
  matchedBy?: "person" | "created"
  actorId: string
}

/** What the mapping becomes. @throws RefusalError when state and variant contradict each other. */
function stateOf({ variantId, state }: SaveMapping): "mapped" | "unmapped" | "ignored" {
  if (variantId !== null && state !== undefined && state !== "mapped") {
    throw invalidField("state", "variant_makes_mapped", {})
  }
  if (variantId === null && state === "mapped") throw invalidField("variant_id", "variant_required", {})
  return variantId !== null ? "mapped" : (state ?? "unmapped")
}

/** Writes what a person says a listing is, and makes the orders that waited for it due. */
export const saveMappingStep = createStep(
  "save-marketplace-mapping",
  async (input: SaveMapping, { container }) => {
    const state = stateOf(input)
    const { marketplace, row } = await loadAccount(container, input.accountId)
    if (input.variantId !== null) {
      const [variant] = await container
        .resolve(Modules.PRODUCT)
        .listProductVariants({ id: input.variantId }, { select: ["id"] })
      if (!variant) throw invalidField("variant_id", "variant_unknown", { id: input.variantId })
    }
    const decided = {
      variant_id: input.variantId,
      state,
      matched_by: state === "unmapped" ? null : (input.matchedBy ?? "person"),
      // Whatever was proposed, the person has decided.
      proposed_variant_id: null,
      proposed_by: null,
      ...(input.unitsPerPackage !== undefined ? { units_per_package: input.unitsPerPackage } : {}),
      ...(input.packaging !== undefined ? { packaging: input.packaging } : {}),
    }
    const of = { account_id: row.id, listing_key: input.listingKey }
    const [known] = await marketplace.listProductMappings(of, { select: ["id"] })
    const saved = await marketplace.inTransaction(async (shared) => {
      const { id } = known
        ? await marketplace.updateProductMappings({ id: known.id, ...decided }, shared)
        : await marketplace.createProductMappings({ ...of, title: input.listingKey, ...decided }, shared)
      const details = {
        listing_key: input.listingKey,
        state,
        variant_id: input.variantId,
        units_per_package: input.unitsPerPackage ?? null,
      }
      await marketplace.appendHistory([personLine(row.id, input.actorId, "listing_mapped", details)], shared)
      const ids =
        state === "unmapped"
          ? []
          : await marketplace.makeOrdersDue(row.id, { unmappedListings: [input.listingKey] }, shared)
      return { id, due: { account_id: row.id, ids, actor_id: input.actorId } }
    })
    return new StepResponse(saved)
  },
)
