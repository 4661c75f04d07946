import type { AccountExplanation } from "../lib/answers"
import { useAnswer } from "../lib/query"

type Answer = AccountExplanation | { reference: string; explanations: AccountExplanation[] }

/** What is known of an order number, in one account or everywhere; nothing is asked while `reference` is empty. */
export function useExplanations(reference: string, accountId: string | undefined) {
  const answer = useAnswer<Answer>("explain", {
    query: { reference, account_id: accountId },
    enabled: reference !== "",
  })
  const data = answer.data && ("explanations" in answer.data ? answer.data.explanations : [answer.data])
  return { ...answer, data }
}
