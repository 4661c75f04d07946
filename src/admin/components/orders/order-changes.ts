import type { ReviewOrderBody } from "../../../api/admin/marketplaces/orders/validators"
import type { OrderDetails } from "../../lib/answers"

/** What a person changes about an order; `null` = as the platform or the account has it. */
export type OrderChanges = ReviewOrderBody

const MOST_INSTALLMENTS = 99

/** What the form shows, as it is typed. Nothing chosen = as the platform or the account has it. */
export type TypedChanges = {
  salesperson: string | null
  payment: string
  installments: string
  customer: string | null
}

/** The fields that may be changed by the order's state; whoever sold it also once it is imported. */
const changeableIn: Partial<Record<OrderDetails["state"], readonly (keyof OrderChanges)[]>> = {
  review: ["salesperson_id", "payment_method", "installments", "customer_id"],
  imported: ["salesperson_id"],
}

/** Whether a field may still be changed. Without an order in Medusa there is nothing to change. */
export const isChangeable = (
  { state, order }: Pick<OrderDetails, "state" | "order">,
  field: keyof OrderChanges,
): boolean => order !== null && (changeableIn[state]?.includes(field) ?? false)

/** What an order is sold as, as the form begins. */
export const typedOf = ({
  order,
  changes_by_person: changes,
}: Pick<OrderDetails, "order" | "changes_by_person">): TypedChanges => ({
  salesperson: changes?.salesperson_id ?? null,
  payment: order?.payment_method ?? "",
  installments: String(order?.installments ?? ""),
  customer: changes?.customer_id ?? null,
})

/** Whether the instalments are a number that can be kept; none is one too. */
export const areInstallments = (text: string): boolean =>
  text.trim() === "" ||
  (/^\d{1,2}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_INSTALLMENTS)

/** Whether anything is typed that is not saved, also what cannot be. */
export const isUnsaved = (before: TypedChanges, typed: TypedChanges): boolean =>
  typed.salesperson !== before.salesperson ||
  typed.payment.trim() !== before.payment.trim() ||
  typed.installments.trim() !== before.installments ||
  typed.customer !== before.customer

/** What is different, as the API takes it; null when nothing is, or something is wrong. */
export function changesOf(before: TypedChanges, typed: TypedChanges): OrderChanges | null {
  if (!areInstallments(typed.installments)) return null
  const payment = typed.payment.trim()
  const installments = typed.installments.trim()
  const changes: OrderChanges = {
    ...(typed.salesperson === before.salesperson ? {} : { salesperson_id: typed.salesperson }),
    ...(payment === before.payment ? {} : { payment_method: payment || null }),
    ...(installments === before.installments
      ? {}
      : { installments: installments ? Number(installments) : null }),
    ...(typed.customer === before.customer ? {} : { customer_id: typed.customer }),
  }
  return Object.keys(changes).length ? changes : null
}
