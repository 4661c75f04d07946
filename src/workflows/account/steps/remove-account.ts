import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { refusal } from "../../refusals/refusal"

/** Takes the account out of use in one transaction; also one whose connector the host no longer configures. */
export const removeAccountStep = createStep(
  "remove-marketplace-account",
  async (input: { accountId: string; actorId: string }, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const [account] = await marketplace.listMarketplaceAccounts({ id: input.accountId }, { select: ["id"] })
    if (!account) throw refusal("account_unknown", { id: input.accountId })
    await marketplace.removeAccount(account.id, input.actorId)
    return new StepResponse({ id: account.id })
  },
)
