import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import Ajv from "ajv"
import addFormats from "ajv-formats"
import { type ExpectedOrder, generateOrders, type Order, plainUnshipped, startAmazonSimulator } from ".."
import { accessToken, get, type Json, nextToken, ORDERS, SELLERS } from "./requests"

const FROM = "2026-10-01T00:00:00Z"
const TO = "2026-11-19T00:00:00Z"
const ALL =
  "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT,FULFILLMENT_ORDERS"
const MARKETPLACES = ["US", "CA", "MX", "BR", "UK", "DE", "FR", "JP", "PL"]
const { orders, expected } = generateOrders({
  seed: 7,
  count: 900,
  from: FROM,
  to: TO,
  marketplaces: MARKETPLACES,
  discountSign: "mixed",
})
const pairs = orders.flatMap((order, index): [Order, ExpectedOrder][] => {
  const facts = expected[index]
  return facts ? [[order, facts]] : []
})

/** Reads a decimal string as an integer of minor units, by its text. */
function minor(amount: string): number {
  expect(amount).toMatch(/^-?\d+(\.\d{2})?$/)
  return Number(amount.replace(".", ""))
}

describe("generated orders", () => {
  it("are the same for the same seed and others for another", () => {
    const options = { count: 20, from: FROM, to: TO }
    expect(generateOrders({ seed: 1, ...options })).toEqual(generateOrders({ seed: 1, ...options }))
    expect(generateOrders({ seed: 1, ...options }).orders).not.toEqual(
      generateOrders({ seed: 2, ...options }).orders,
    )
  })

  it("add up to the minor unit, on every line and for the order", () => {
    for (const [order, facts] of pairs) {
      const total = order.proceeds?.grandTotal
      expect(total?.amount ?? null).toBe(facts.total)
      expect(total === undefined).toBe(!facts.priced)
      if (!total) continue
      const tips = order.proceeds?.breakdowns?.filter(({ type }) => type === "DELIVERY_TIP") ?? []
      const parts = [
        ...order.orderItems.map((item) => item.proceeds?.proceedsTotal),
        ...tips.map((tip) => tip.subtotal),
      ]
      expect(parts.reduce((sum, part) => sum + minor(part?.amount ?? "0"), 0)).toBe(minor(total.amount))
      expect(minor(total.amount)).toBeGreaterThanOrEqual(0)
      expect(total.amount.includes(".")).toBe(total.currencyCode !== "JPY")
    }
  })

  it("follow the net or the gross rule on each line, and only that one", () => {
    for (const [order, facts] of pairs) {
      order.orderItems.forEach((item, index) => {
        expect(item.proceeds?.proceedsTotal?.amount ?? null).toBe(facts.lines[index]?.total)
        if (!item.proceeds) return
        const sum = (type: (text: string) => boolean) =>
          (item.proceeds?.breakdowns ?? [])
            .filter((part) => type(part.type))
            .reduce((all, part) => all + minor(part.subtotal.amount), 0)
        const discount = Math.abs(sum((type) => type === "DISCOUNT"))
        const tax = sum((type) => type === "TAX")
        const rest = sum((type) => type !== "TAX" && type !== "DISCOUNT")
        expect(tax).toBe(minor(facts.lines[index]?.tax ?? "0"))
        const total = minor(item.proceeds.proceedsTotal?.amount ?? "")
        expect(total).toBe(rest - discount + (facts.basis === "net" ? tax : 0))
        if (discount > 0) expect([rest + discount, rest + discount + tax]).not.toContain(total)
        for (const part of item.proceeds.breakdowns ?? []) {
          if (!part.detailedBreakdowns) continue
          const details = part.detailedBreakdowns.map(({ subtype, value }) => {
            const taxOfDiscount = part.type === "TAX" && subtype === "DISCOUNT"
            return taxOfDiscount ? -Math.abs(minor(value?.amount ?? "0")) : minor(value?.amount ?? "0")
          })
          expect(details.reduce((all, value) => all + value, 0)).toBe(minor(part.subtotal.amount))
        }
      })
    }
  })

  it("show every peculiarity", () => {
    const has = (test: (order: Order, facts: ExpectedOrder) => unknown): boolean =>
      pairs.some(([order, facts]) => Boolean(test(order, facts)))
    const items = (test: (item: Order["orderItems"][number]) => unknown) =>
      has((order) => order.orderItems.some((item) => test(item)))
    const breakdown = (type: string) =>
      items((item) => item.proceeds?.breakdowns?.some((part) => part.type === type))
    const seen = {
      statuses: new Set(expected.map((facts) => facts.status)).size,
      twentyLines: has((order) => order.orderItems.length === 20),
      sameSkuTwice: has(
        (order) =>
          new Set(order.orderItems.map((item) => item.product.sellerSku)).size < order.orderItems.length,
      ),
      zeroQuantity: items((item) => item.quantityOrdered === 0),
      uneven: items((item) => {
        const line = item.proceeds?.breakdowns?.find((part) => part.type === "ITEM")
        return line && item.quantityOrdered > 0 && minor(line.subtotal.amount) % item.quantityOrdered !== 0
      }),
      replacement: has((order) => order.associatedOrders && !order.proceeds),
      noBuyer: has((order, facts) => facts.importable && !order.buyer),
      noAddress: has((order, facts) => facts.importable && !order.recipient),
      noName: has((order) => order.recipient && !order.recipient.deliveryAddress?.name),
      brazil: has((order) => order.recipient?.deliveryAddress?.extendedFields && order.tax?.taxRegistrations),
      cnpj: has((order) =>
        order.tax?.taxRegistrations?.some(
          (entry) => entry.entityType === "BUYER" && entry.taxRegistrationType === "CNPJ",
        ),
      ),
      outside: has(
        (order) =>
          order.salesChannel.channelName === "NON_AMAZON" && order.fulfillment?.fulfilledBy === "AMAZON",
      ),
      partialPackages: has((order, facts) => facts.status === "PARTIALLY_SHIPPED" && order.packages?.length),
      cancelled: items((item) => item.cancellation?.cancellationExecution),
      tip: has((order) => order.proceeds?.breakdowns?.some((part) => part.type === "DELIVERY_TIP")),
      breakdowns: ["ITEM", "SHIPPING", "GIFT_WRAP", "COD_FEE", "OTHER", "TAX", "DISCOUNT"].every(breakdown),
      points: items((item) => item.expense),
      ties: new Set(orders.map((order) => order.lastUpdatedTime)).size < orders.length,
      pendingBare: pairs.every(
        ([order, facts]) => !facts.status.startsWith("PENDING") || (!order.proceeds && !order.recipient),
      ),
    }
    expect(seen.statuses).toBe(7)
    expect(Object.entries(seen).filter(([, value]) => value === false)).toEqual([])
  })

  it("keep to a mix", () => {
    const plain = generateOrders({ seed: 3, count: 50, from: FROM, to: TO, mix: plainUnshipped(4) })
    for (const facts of plain.expected) {
      expect([facts.status, facts.fulfilledBy, facts.importable, facts.lines.length]).toEqual([
        "UNSHIPPED",
        "MERCHANT",
        true,
        4,
      ])
    }
  })
})

const contracts = process.env.CONTRACTS_DIR ?? resolve(__dirname, "../../../../../shared/contracts")
const modelFile = (name: string) => resolve(contracts, "amazon/models", name)
const found = existsSync(modelFile("orders_2026-01-01.json")) && existsSync(modelFile("sellers.json"))
const itWithModel = found ? it : it.skip

describe("the platform's model", () => {
  const validator = (file: string, definition: string) => {
    const model = JSON.parse(readFileSync(modelFile(file), "utf8")) as { definitions: Record<string, object> }
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats(ajv)
    ajv.addSchema({ $id: "model", definitions: model.definitions })
    const validate = ajv.compile({ $ref: `model#/definitions/${definition}` })
    return (value: unknown): unknown => (validate(value) ? [] : validate.errors)
  }
  const reason = found ? "" : " (skipped: the model files are not there; set CONTRACTS_DIR)"

  itWithModel(`accepts every generated order${reason}`, () => {
    const problems = validator("orders_2026-01-01.json", "Order")
    for (const order of orders) expect(problems(order)).toEqual([])
  })

  itWithModel(`accepts every answer${reason}`, async () => {
    const roomy = { rate: 1000, burst: 100_000 }
    const simulator = await startAmazonSimulator({
      now: () => new Date("2026-11-20T00:00:00Z"),
      limits: { searchOrders: roomy, getOrder: roomy },
    })
    simulator.addOrders(orders)
    const token = await accessToken(simulator)
    const search = validator("orders_2026-01-01.json", "SearchOrdersResponse")
    const failure = validator("orders_2026-01-01.json", "ErrorList")
    let count = 0
    let paginationToken: string | undefined
    do {
      const reply = await get(simulator, ORDERS, token, {
        createdAfter: FROM,
        includedData: ALL,
        paginationToken,
      })
      expect(search(reply.json)).toEqual([])
      count += (reply.json.orders as Json[]).length
      paginationToken = nextToken(reply)
    } while (paginationToken)
    expect(count).toBe(orders.length)
    expect(search((await get(simulator, ORDERS, token, { lastUpdatedAfter: FROM })).json)).toEqual([])
    const single = await get(simulator, `${ORDERS}/${orders[0]?.orderId}`, token, {
      includedData: "PROCEEDS",
    })
    expect(validator("orders_2026-01-01.json", "GetOrderResponse")(single.json)).toEqual([])
    const participations = await get(simulator, SELLERS, token)
    expect(validator("sellers.json", "GetMarketplaceParticipationsResponse")(participations.json)).toEqual([])
    expect(failure((await get(simulator, ORDERS, token)).json)).toEqual([])
    expect(failure((await get(simulator, ORDERS, undefined)).json)).toEqual([])
    await simulator.close()
  })
})
