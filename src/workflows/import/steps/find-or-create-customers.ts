import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateCustomerDTO } from "@medusajs/framework/types"
import type { ChannelOrder } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { allOrEach, plannedIn, type Batch, type Failure } from "../batch"
import { openOrders } from "../payload"
import { splitName } from "../rules/address-draft"
import { stableId } from "../rules/stable-id"

type Wanted = { id: string; email: string | null; customer: CreateCustomerDTO & { id: string } }

/** The e-mail that an order's customer is known by. */
export const emailOf = (order: ChannelOrder): string | null =>
  order.buyer?.email?.trim().toLowerCase() || null

/** The id that a new customer gets: the e-mail's, or the order's own where the platform shows no e-mail. */
export const customerIdOf = (order: ChannelOrder, displayId: string): string =>
  stableId("cus", emailOf(order) ?? displayId)

/** Who the order's customer is: by e-mail, or of its own where the platform shows a name only; nobody where it shows nothing. */
function wantedCustomer(
  id: string,
  displayId: string,
  providerId: string,
  order: ChannelOrder,
): Wanted | undefined {
  const email = emailOf(order)
  const name = order.buyer?.name ?? order.shippingAddress?.name
  if (!email && !name) return undefined
  return {
    id,
    email,
    customer: {
      id: customerIdOf(order, displayId),
      ...(email ? { email } : {}),
      ...splitName(name),
      ...(order.buyer?.company ? { company_name: order.buyer.company } : {}),
      ...(order.buyer?.phone ? { phone: order.buyer.phone } : {}),
      metadata: { marketplace: { provider: providerId } },
    },
  }
}

/**
 * The customer to be made. A buyer who comes back after the personal data of earlier orders has expired meets an own earlier
 * record without e-mail under that id, and becomes a new guest: the index on e-mails still lets only one be made.
 */
function newCustomer({ customer }: Wanted, takenIds: ReadonlySet<string>): CreateCustomerDTO {
  const { id: _taken, ...anew } = customer
  return takenIds.has(customer.id) ? anew : customer
}

/**
 * Finds or makes the customers of a batch. Rule: the registered customer with that e-mail, else the guest with it, else a
 * new guest. E-mails are compared in lower case. Gives customer ids by inbox row.
 */
export const findOrCreateCustomersStep = createStep(
  "find-or-create-marketplace-customers",
  async (batch: Batch, { container }) => {
    const planned = plannedIn(batch)
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const orders = await openOrders(
      marketplace,
      batch.accountId,
      planned.map(({ id }) => id),
    )
    const wanted = planned.flatMap(({ id, displayId }) => {
      const order = orders.get(id)
      const customer = order && wantedCustomer(id, displayId, batch.providerId, order)
      return customer ? [customer] : []
    })
    const customers = container.resolve(Modules.CUSTOMER)

    const find = async () => {
      const emails = [...new Set(wanted.flatMap(({ email }) => email ?? []))]
      const ids = wanted.map(({ customer }) => customer.id)
      const filters = [...(emails.length ? [{ email: emails }] : []), { id: ids }]
      const found = ids.length
        ? await customers.listCustomers({ $or: filters }, { select: ["id", "email", "has_account"] })
        : []
      const byKey = new Map<string, string>()
      // Registered customers last, so that they win over a guest with the same e-mail.
      for (const one of [...found].sort(
        (left, right) => Number(left.has_account) - Number(right.has_account),
      )) {
        byKey.set(one.id, one.id)
        if (one.email) byKey.set(one.email.toLowerCase(), one.id)
      }
      return byKey
    }
    const keyOf = ({ email, customer }: Wanted): string => email ?? customer.id

    let known = await find()
    const missing = [...new Map(wanted.map((one) => [keyOf(one), one])).values()].filter(
      (one) => !known.has(keyOf(one)),
    )
    const failures: Failure[] = []
    if (missing.length) {
      const takenIds = new Set(known.values())
      failures.push(
        ...(await allOrEach(missing, async (some) => {
          await customers.createCustomers(some.map((one) => newCustomer(one, takenIds)))
        })),
      )
      // Read again: another worker may have made the same customer in between, so that the e-mail's index refused ours.
      known = await find()
    }
    const customerIds = Object.fromEntries(
      wanted.flatMap((one) => {
        const customerId = known.get(keyOf(one))
        return customerId ? [[one.id, customerId]] : []
      }),
    )
    const reason = failures[0]?.reason ?? "unknown"
    const without = wanted.filter(({ id }) => !customerIds[id])
    return new StepResponse({ customerIds, failures: without.map(({ id }): Failure => ({ id, reason })) })
  },
)
