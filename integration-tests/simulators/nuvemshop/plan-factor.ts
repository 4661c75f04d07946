import type { Plan } from "./options"

/** Larger plans have ten times the requests. */
export function planFactor(plan: Plan): number {
  return plan === "next" || plan === "evolution" ? 10 : 1
}
