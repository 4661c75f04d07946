import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { textArray } from "../../../modules/marketplace/store/sql"
import { allOrEach, type Failure } from "../../import/batch"
import { repositoryOf } from "../../module-repository"
import { tracesInInbox, type Trace } from "../customer-traces"
import { blankCustomer, holdsDocument, isPersonal } from "../rules/blank"
import type { BlankedOrders } from "./blank-orders"
import type { ExpiredBatch } from "./take-expired-orders"

const madeHere = (customer: CustomerDTO): boolean =>
  !customer.has_account && customer.metadata?.marketplace !== undefined

const isNamed = (customer: CustomerDTO): boolean =>
  isPersonal(customer, blankCustomer) || holdsDocument(customer.metadata)

/** The customers behind some traces that we made and that never signed up, also removed ones; nobody else is touched. */
async function findGuests(container: MedusaContainer, traces: Trace[]): Promise<CustomerDTO[]> {
  if (!traces.length) return []
  const emails = traces.flatMap(({ email }) => email ?? [])
  const either = [
    { id: traces.map(({ customerId }) => customerId) },
    ...(emails.length ? [{ email: emails }] : []),
  ]
  const found = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ $or: either, has_account: false }, { relations: ["addresses"], withDeleted: true })
  return found.filter(madeHere)
}

/** Customers that have an order which is not ours, or whose data may or must still be kept. */
async function stillNeeded(container: MedusaContainer, customerIds: string[]): Promise<Set<string>> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const orders = await container
    .resolve(Modules.ORDER)
    .listOrders({ customer_id: customerIds }, { select: ["id", "customer_id", "metadata"] })
  const origins = orders.map(({ id, metadata }) => {
    const origin = metadata?.marketplace as { marketplace_order_id?: string } | undefined
    return { order_id: id, inbox_id: origin?.marketplace_order_id ?? "" }
  })
  const expired = new Set(await marketplace.whichExpired(origins))
  return new Set(orders.flatMap(({ id, customer_id }) => (expired.has(id) ? [] : (customer_id ?? []))))
}

/** The same for guests whom staff removed: Medusa keeps their rows, and its service does not see them any more. */
async function blankRemoved(container: MedusaContainer, ids: string[]): Promise<void> {
  if (!ids.length) return
  const nothing = Object.keys(blankCustomer).map((column) => `${column} = NULL`)
  await repositoryOf(container.resolve(Modules.CUSTOMER), "customer").transaction(async (manager) => {
    await manager.execute(`DELETE FROM customer_address WHERE customer_id = ANY(?::text[])`, [textArray(ids)])
    await manager.execute(
      `UPDATE customer SET ${nothing.join(", ")}, metadata = metadata - 'document', updated_at = clock_timestamp()
        WHERE id = ANY(?::text[])`,
      [textArray(ids)],
    )
  })
}

async function blankCustomers(container: MedusaContainer, guests: CustomerDTO[]): Promise<void> {
  const customers = container.resolve(Modules.CUSTOMER)
  const present = guests.filter((guest) => !guest.deleted_at)
  const addresses = present.flatMap((guest) => (guest.addresses ?? []).map(({ id }) => id))
  if (addresses.length) await customers.deleteCustomerAddresses(addresses)
  const named = present.filter(isNamed).map(({ id }) => id)
  // Medusa merges metadata; an empty text removes the key.
  if (named.length) await customers.updateCustomers(named, { ...blankCustomer, metadata: { document: "" } })

  const removed = guests.filter((guest) => guest.deleted_at && (isNamed(guest) || guest.addresses?.length))
  await blankRemoved(
    container,
    removed.map(({ id }) => id),
  )
}

/**
 * Makes guests nameless whose orders have all expired. A guest with a younger order stays as it is: that order's own expiry
 * finds it again. Gives the inbox rows whose customer is nameless now.
 */
export const blankCustomersStep = createStep(
  "blank-expired-marketplace-customers",
  async (input: { batch: ExpiredBatch; blanked: BlankedOrders }, { container }) => {
    const { batch, blanked } = input
    const failed = new Set(blanked.failures.map(({ id }) => id))
    const traces: Trace[] = [
      ...Object.entries(blanked.customerIds).map(([inboxId, customerId]) => ({
        inboxId,
        customerId,
        email: null,
      })),
      ...(await tracesInInbox(container, batch.orders)),
    ].filter(({ inboxId }) => !failed.has(inboxId))

    const guests = await findGuests(container, traces)
    const needed = guests.length
      ? await stillNeeded(
          container,
          guests.map(({ id }) => id),
        )
      : new Set<string>()
    const refused = await allOrEach(
      guests.filter(({ id }) => !needed.has(id)),
      (some) => blankCustomers(container, some),
    )
    const refusedBy = new Map(refused.map(({ id, reason }) => [id, reason]))
    // Several guests have one e-mail where staff removed one of them.
    const behind = ({ customerId, email }: Trace) =>
      guests.filter((guest) => guest.id === customerId || (email !== null && guest.email === email))
    const failures = traces.flatMap((trace): Failure[] => {
      const reason = behind(trace).flatMap(({ id }) => refusedBy.get(id) ?? [])[0]
      return reason ? [{ id: trace.inboxId, reason }] : []
    })
    const nameless = traces.flatMap((trace) =>
      behind(trace).some(({ id }) => !needed.has(id) && !refusedBy.has(id)) ? [trace.inboxId] : [],
    )
    return new StepResponse({ nameless, failures: [...blanked.failures, ...failures] })
  },
)
