import type { CreatePaymentCollectionDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { allOrEach, importedIn, type Batch, type Failure } from "../batch"
import { stableId } from "../rules/stable-id"
import type { MadeOrders } from "./create-orders"

type CapturedCollection = CreatePaymentCollectionDTO & {
  id: string
  status: "completed"
  authorized_amount: string
  captured_amount: string
  completed_at: Date
}

export const paymentCollectionId = (orderId: string): string => stableId("pay_col", orderId)

/**
 * Gives each order a payment collection that is captured in full and has no provider payments: the platform has the
 * money. (The payment status of an order in Medusa comes from its payment collections.)
 */
export const recordPaymentsStep = createStep(
  "record-marketplace-payments",
  async (input: { batch: Batch; orders: { made: MadeOrders; failures: Failure[] } }, { container }) => {
    const { made, failures } = input.orders
    const due = importedIn(input.batch, failures, made).map((decision) => {
      const { total, currency } = decision.verdict.plan
      const orderId = made.orderIds[decision.id]
      const collection: CapturedCollection = {
        id: paymentCollectionId(orderId),
        currency_code: currency.toLowerCase(),
        amount: total,
        authorized_amount: total,
        captured_amount: total,
        status: "completed",
        completed_at: new Date(),
        metadata: { marketplace: { reference: decision.reference } },
      }
      return { id: decision.id, orderId, collection }
    })
    if (!due.length) return new StepResponse({ failures })

    const payments = container.resolve(Modules.PAYMENT)
    const adopted = new Set(made.adopted)
    const doubtful = due.filter(({ id }) => adopted.has(id)).map(({ collection }) => collection.id)
    const known = new Set(
      doubtful.length
        ? (await payments.listPaymentCollections({ id: doubtful }, { select: ["id"] })).map(({ id }) => id)
        : [],
    )
    const refused = await allOrEach(
      due.filter(({ collection }) => !known.has(collection.id)),
      async (some) => {
        await payments.createPaymentCollections(some.map(({ collection }) => collection))
      },
    )
    const failed = new Set(refused.map(({ id }) => id))
    const links = due
      .filter(({ id }) => !failed.has(id))
      .map(({ orderId, collection }) => ({
        [Modules.ORDER]: { order_id: orderId },
        [Modules.PAYMENT]: { payment_collection_id: collection.id },
      }))
    if (links.length) await container.resolve(ContainerRegistrationKeys.LINK).create(links)
    return new StepResponse({ failures: [...failures, ...refused] })
  },
)
