import {
  isBlocking,
  money,
  problem,
  type ChannelOrder,
  type ChannelOrderLine,
  type Problem,
} from "../../../connector"
import { buyerDocument } from "./buyer-document"
import { stockKey, type DecideContext, type RuleRegion, type RuleSite } from "./context"
import { chargesOf, computedTotal, taxableOf } from "./order-totals"
import { rebaseTaxes } from "./rebase-taxes"
import type { ImportPlan, PlannedLine, StockNeed } from "./verdict"

type Planning = { plan: ImportPlan | null; found: Problem[] }

/** The region that was chosen, or the one that holds the buyer's country in the order's currency. */
function regionOf(order: ChannelOrder, site: RuleSite, context: DecideContext): RuleRegion | undefined {
  const chosen = site.regionId ?? context.account.settings.region_id
  if (chosen) return context.regions.find((region) => region.id === chosen)
  const country = (order.shippingAddress?.countryCode ?? site.country)?.toLowerCase()
  const inCurrency = context.regions.filter((region) => region.currency === order.currency?.toLowerCase())
  return inCurrency.find((region) => country && region.countries.includes(country)) ?? inCurrency[0]
}

/** The charges of an order without any price, where the account takes such orders as free of charge. */
function pricedAtZero(order: ChannelOrder): ChannelOrder {
  return {
    ...order,
    total: order.total ?? money.ZERO,
    lines: order.lines.map((line) =>
      line.charges === null ? { ...line, charges: [], total: money.ZERO } : line,
    ),
  }
}

const isUnpriced = (order: ChannelOrder): boolean =>
  order.lines.some((line) => line.quantity > 0 && line.charges === null)

/** The order as it is to be imported: unknown prices as zero where the account says so, taxes where Medusa can keep them. */
export function pricedOrder(order: ChannelOrder, context: Pick<DecideContext, "account">): ChannelOrder {
  const free = isUnpriced(order) && context.account.settings.unpriced_policy === "zero"
  return rebaseTaxes(free ? pricedAtZero(order) : order)
}

function checkAmounts(order: ChannelOrder, unpricedTaken: boolean): Problem[] {
  const found: Problem[] = [...order.assumptions]
  if (unpricedTaken) found.push(problem("price_unknown_taken_as_zero"))
  const unknown = order.lines.find((line) => line.quantity > 0 && line.charges === null)
  if (unknown) return [...found, problem("amount_unknown", { line: unknown.reference })]
  if (order.currency === null && !unpricedTaken) return [...found, problem("amount_unknown")]

  const computed = computedTotal(order)
  if (order.total === null) found.push(problem("total_computed", { total: computed }))
  else if (!money.equal(order.total, computed)) {
    found.push(problem("amounts_inconsistent", { expected: order.total, computed }))
  }
  // Medusa keeps tax as a rate on an amount: a tax on nothing cannot be written down.
  const baseless = chargesOf(order).find(
    ({ charge, taxInclusive }) => !money.isZero(charge.tax) && money.isZero(taxableOf(charge, taxInclusive)),
  )
  if (baseless) found.push(problem("amounts_inconsistent", { expected: baseless.charge.tax, computed: "0" }))
  return found
}

/** Units of the line that still concern stock: what the platform has not yet seen leave, or all of a platform shipment. */
function openQuantity(order: ChannelOrder, line: ChannelOrderLine): number {
  return order.fulfilledBy === "platform" ? line.quantity : Math.max(0, line.quantity - line.quantityShipped)
}

/** What a line becomes in the store, and what it needs of its stock. */
export function planLine(
  order: ChannelOrder,
  line: ChannelOrderLine,
  context: DecideContext,
): { line: PlannedLine; found: Problem[]; managed: boolean } {
  const mapping = context.mappings.get(line.listingKey)
  const planned: PlannedLine = {
    reference: line.reference,
    listingKey: line.listingKey,
    title: line.title,
    variantId: null,
    product: null,
    createDraft: false,
    units: line.quantity,
    needs: [],
  }
  if (mapping?.state === "ignored") return { line: planned, found: [], managed: false }

  const variant = mapping?.variantId ? context.variants.get(mapping.variantId) : undefined
  if (!mapping || !variant) {
    if (context.account.settings.unmapped_policy === "draft") {
      return { line: { ...planned, createDraft: true }, found: [], managed: false }
    }
    const details = { listing_key: line.listingKey, title: line.title }
    const found = mapping?.several
      ? problem("listing_ambiguous", { ...details, count: mapping.several })
      : problem("listing_unmapped", details)
    return { line: planned, found: [found], managed: false }
  }
  const needs: StockNeed[] = variant.manageInventory
    ? variant.inventory.map((item) => ({
        inventoryItemId: item.inventoryItemId,
        sku: item.sku ?? variant.sku,
        quantity: openQuantity(order, line) * mapping.units * item.required,
      }))
    : []
  return {
    line: {
      ...planned,
      variantId: variant.id,
      product: variant.product,
      units: line.quantity * mapping.units,
      needs,
    },
    found: [],
    managed: needs.length > 0,
  }
}

/** A listing that stands on several lines is one thing to solve. */
const eachOnce = (found: Problem[]): Problem[] => [
  ...new Map(found.map((one) => [JSON.stringify([one.code, one.details.listing_key]), one])).values(),
]

/** Lines whose goods are looked for at a location, of the order with the platform's reference. */
export type Goods = { reference: string; lines: PlannedLine[]; locationId: string }

/** What it takes to say whether there is enough. */
export type StockContext = Pick<DecideContext, "available" | "held" | "made"> & {
  account: { settings: Pick<DecideContext["account"]["settings"], "stock_policy"> }
}

/**
 * The lines for which there is too little stock; a problem or a remark, as the account's setting says. What is taken lowers
 * `context.available`, unless an order is stopped. An order that stands in Medusa already is not stopped any more.
 */
export function checkStock({ reference, lines, locationId }: Goods, context: StockContext): Problem[] {
  if (context.made.has(reference)) return []
  const found: Problem[] = []
  const taken = new Map<string, number>()
  // What is kept for this very order counts as available to it: its lines take its place.
  const held = context.held.get(reference)
  for (const { needs, product, title } of lines) {
    for (const { inventoryItemId, sku, quantity } of needs) {
      const key = stockKey(inventoryItemId, locationId)
      const available = (context.available.get(key) ?? 0) + (held?.get(key) ?? 0) - (taken.get(key) ?? 0)
      if (quantity > available) {
        const code = context.account.settings.stock_policy === "block" ? "stock_short" : "stock_short_taken"
        const called = product?.product_title ?? title
        found.push(problem(code, { sku: sku ?? inventoryItemId, title: called, available, needed: quantity }))
      }
      taken.set(key, (taken.get(key) ?? 0) + quantity)
    }
  }
  if (!found.some((one) => one.code === "stock_short")) {
    for (const [key, quantity] of taken) {
      const more = Math.max(0, quantity - (held?.get(key) ?? 0))
      context.available.set(key, (context.available.get(key) ?? 0) - more)
    }
  }
  return found
}

function checkAddress(order: ChannelOrder): Problem[] {
  if (order.fulfilledBy === "platform") return []
  const address = order.shippingAddress
  const missing = (["name", "line1", "postalCode"] as const).filter((field) => !address?.[field])
  return missing.length ? [problem("address_incomplete", { missing: missing.join(", ") })] : []
}

function checkDocument(order: ChannelOrder): Problem[] {
  const { invalid } = buyerDocument(order)
  return invalid ? [problem("document_invalid", { kind: invalid })] : []
}

const salesChannelOf = (site: RuleSite, { account, defaultSalesChannelId }: DecideContext): string | null =>
  site.salesChannelId ?? account.settings.sales_channel_id ?? defaultSalesChannelId

/** Where the goods of an order are: on the merchant's own shelf, or with the platform. */
export function locationOf(order: ChannelOrder, site: RuleSite, context: DecideContext): string | null {
  const { settings } = context.account
  if (order.fulfilledBy === "platform") return site.platformLocationId ?? settings.platform_location_id
  const ofChannel = context.locationsByChannel.get(salesChannelOf(site, context) ?? "")
  return site.stockLocationId ?? settings.stock_location_id ?? ofChannel ?? null
}

/** Finds everything an import needs and every reason against it, not only the first. */
export function planOrder(given: ChannelOrder, context: DecideContext): Planning {
  const { settings, sites } = context.account
  const site = sites.find((candidate) => candidate.externalId === given.marketplace)
  if (!site)
    return { plan: null, found: [problem("marketplace_unknown", { marketplace: given.marketplace })] }

  const order = pricedOrder(given, context)
  const goods = order.lines.filter((line) => line.quantity > 0)
  const found: Problem[] = goods.length ? [] : [problem("order_without_lines")]
  found.push(...checkAmounts(order, isUnpriced(given) && !isUnpriced(order)))

  const region = regionOf(order, site, context)
  if (!region) {
    found.push(problem("region_missing", { country: site.country ?? "?", currency: order.currency ?? "?" }))
  }
  const salesChannelId = salesChannelOf(site, context)
  if (!salesChannelId) found.push(problem("sales_channel_missing"))

  const planned = goods.map((line) => planLine(order, line, context))
  found.push(...eachOnce(planned.flatMap((one) => one.found)))

  const merchant = order.fulfilledBy === "merchant"
  const locationId = locationOf(order, site, context)
  if (!locationId && (planned.some((one) => one.managed) || !merchant)) {
    found.push(problem(merchant ? "stock_location_missing" : "platform_location_missing"))
  }
  const lines = planned.map((one) => one.line)
  const blockedAlready = found.some(isBlocking)
  if (locationId && merchant) {
    // An order that is not taken anyway must not use up the stock that the next one counts on.
    const scratch = blockedAlready ? { ...context, available: new Map(context.available) } : context
    found.push(...checkStock({ reference: order.reference, lines, locationId }, scratch))
  }
  found.push(...checkAddress(order), ...checkDocument(order))
  if (!region || !salesChannelId) return { plan: null, found }
  return {
    plan: {
      fulfilledBy: order.fulfilledBy,
      regionId: region.id,
      salesChannelId,
      locationId,
      shippingOptionId: settings.shipping_option_id,
      team: site.team ?? settings.team,
      lines,
      total: order.total ?? computedTotal(order),
      currency: order.currency ?? region.currency.toUpperCase(),
    },
    found,
  }
}
