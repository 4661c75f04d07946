import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { mergedChanges } from "../../../modules/marketplace/order-changes"
import { refusal } from "../../refusals/refusal"
import { fieldsNamed, type ChangedOrder, type ChangeOrder } from "./check-order-changes"

/** Keeps the changes with the inbox row, so that they outlive a draft that is made anew. */
export const keepOrderChangesStep = createStep(
  "keep-marketplace-order-changes",
  async ({ input, checked }: { input: ChangeOrder; checked: ChangedOrder }, { container }) => {
    const { id, changes, actorId } = input
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const merged = mergedChanges(checked.kept, changes, checked.customerNow)
    const fields = fieldsNamed(changes)
    const kept = await marketplace.keepChanges({
      id,
      personId: actorId,
      changes: merged,
      fields,
      ...(changes.salesperson_id === undefined ? {} : { salespersonId: changes.salesperson_id }),
      alsoImported: checked.state === "imported",
    })
    // The state was looked at a moment ago, so that a worker has it in hand or has just settled it.
    if (!kept) throw refusal("order_being_imported", { reference: checked.reference })
    return new StepResponse({ ...checked, merged })
  },
)
