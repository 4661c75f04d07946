import { MedusaError } from "@medusajs/framework/utils"
import { accountTransitions, assertTransition, type AccountState } from "../../../modules/marketplace/states"

/**
 * Checks that a person may bring an account into a state.
 * @throws MedusaError not_allowed with the table's sentence.
 */
export function checkAccountMove(account: { name: string; state: AccountState }, to: AccountState): void {
  try {
    assertTransition(`Account "${account.name}"`, accountTransitions, account.state, to)
  } catch (refused) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, (refused as Error).message)
  }
}
