import { z } from "@medusajs/framework/zod"
import {
  connectorFailureOf,
  problem,
  type Connection,
  type PlatformStock,
  type StockAnswer,
  type StockLevel,
  type StockSink,
} from "../../../connector"
import { endsBefore } from "../paging"
import type { Transport } from "../transport"
import { idSchema, listingKeyOf, parseWire } from "../wire"
import { noAnswerBefore, outcomeOfFailure, rejectedLevel, tooHeavy, type StockOutcome } from "./outcome"
import { productSchema, quantityOf, type WireProduct, type WireVariant } from "./wire-product"

/** What the platform takes in one call, and reads in one. */
const MOST_VARIANTS = 50
const MOST_PRODUCTS = 30

const KEY = /^(\d{1,20})\/(\d{1,20})$/

const updatedSchema = z.array(
  z.looseObject({
    id: idSchema,
    variants: z.array(
      z.looseObject({
        id: idSchema,
        success: z.boolean(),
        message: z.string().nullish().catch(undefined),
        error: z.string().nullish().catch(undefined),
      }),
    ),
  }),
)

type Named = { level: StockLevel; product: string; variant: string }

/** Stock by `PATCH /products/stock-price`, place by place where the account says which places are its own. */
export class NuvemshopStock implements StockSink {
  readonly maxLevels = MOST_VARIANTS
  readonly maxReads = MOST_PRODUCTS
  readonly visibilityDelaySeconds = 15

  constructor(private readonly transport: Transport) {}

  /**
   * All levels in one call. A call that is refused is sent again in halves: the platform refuses a list as a whole, be it for its
   * weight or for one variant in it. After a call without a usable answer the rest is not sent.
   * @throws ConnectorError `authorization_lost`.
   */
  async setLevels(connection: Connection, levels: StockLevel[]): Promise<StockAnswer[]> {
    const outcomes = new Map<StockLevel, StockOutcome>()
    const named = levels.flatMap((level): Named[] => {
      const parts = KEY.exec(level.listingKey)
      if (parts) return [{ level, product: parts[1], variant: parts[2] }]
      outcomes.set(level, rejectedLevel(level.sku, "not a variant of the platform"))
      return []
    })
    let end: StockOutcome | undefined
    const waiting = chunksOf(named)
    for (let some = waiting.shift(); some; some = waiting.shift()) {
      const came: Came = end ? { outcome: end } : await this.send(connection, some)
      if ("halves" in came && some.length > 1) {
        const middle = Math.ceil(some.length / 2)
        waiting.unshift(some.slice(0, middle), some.slice(middle))
        continue
      }
      if ("each" in came) for (const [level, outcome] of came.each) outcomes.set(level, outcome)
      else {
        const outcome = "halves" in came ? came.halves : came.outcome
        for (const { level } of some) outcomes.set(level, outcome)
        if (outcome.outcome === "not_sent") end = outcome
        if (outcome.outcome === "unknown") end = noAnswerBefore
      }
    }
    return levels.map((level) => ({
      listingKey: level.listingKey,
      ...(outcomes.get(level) ?? noAnswerBefore),
    }))
  }

  /** @throws ConnectorError as {@link StockSink.readLevels}. */
  async readLevels(
    connection: Connection,
    listings: { listingKey: string; sku: string }[],
  ): Promise<PlatformStock[]> {
    const wanted = new Map(listings.map(({ listingKey }) => [listingKey, KEY.exec(listingKey)]))
    const ids = [...new Set([...wanted.values()].flatMap((parts) => (parts ? [parts[1]] : [])))]
    const variants = new Map<string, WireVariant>()
    for (let start = 0; start < ids.length; start += MOST_PRODUCTS) {
      for (const product of await this.products(connection, ids.slice(start, start + MOST_PRODUCTS))) {
        for (const variant of product.variants) variants.set(listingKeyOf(product.id, variant.id), variant)
      }
    }
    return [...wanted.keys()].flatMap((listingKey) => {
      const variant = variants.get(listingKey)
      return variant ? [stockOf(listingKey, variant)] : []
    })
  }

  /** Those of the products that the platform still has; where it has none of them its answer may be 404. */
  private async products(connection: Connection, ids: string[]): Promise<WireProduct[]> {
    try {
      const query = { ids: ids.join(","), per_page: MOST_PRODUCTS, fields: "id,variants" }
      const { body } = await this.transport.read(connection, { name: "products", path: "/products", query })
      return parseWire(z.array(productSchema), body, "products")
    } catch (thrown) {
      if (endsBefore(1, thrown)) return []
      throw thrown
    }
  }

  private async send(connection: Connection, some: Named[]): Promise<Came> {
    try {
      const { body, tooHeavyUntil } = await this.transport.write(connection, {
        name: "stock",
        method: "PATCH",
        path: "/products/stock-price",
        body: bodyOf(some),
        refusal: ({ reason }) => problem("stock_rejected", { sku: skusOf(some), reason }),
        weighted: true,
      })
      if (tooHeavyUntil) return { halves: tooHeavy(tooHeavyUntil) }
      return { each: answersOf(some, parseWire(updatedSchema, body, "stock")) }
    } catch (thrown) {
      const failure = connectorFailureOf(thrown)
      if (!failure || failure.kind === "authorization_lost") throw thrown
      const outcome = outcomeOfFailure(failure, skusOf(some))
      return outcome.outcome === "rejected" ? { halves: outcome } : { outcome }
    }
  }
}

/** What came of one call: an answer for each level, the same for all, or a refusal that may concern one of them. */
type Came = { each: [StockLevel, StockOutcome][] } | { outcome: StockOutcome } | { halves: StockOutcome }

function chunksOf(named: Named[]): Named[][] {
  const chunks: Named[][] = []
  for (let start = 0; start < named.length; start += MOST_VARIANTS) {
    chunks.push(named.slice(start, start + MOST_VARIANTS))
  }
  return chunks
}

const skusOf = (some: Named[]): string => some.map(({ level }) => level.sku).join(", ")

/** Ids are numbers at the platform; one that a number cannot hold stays a text. */
const wireId = (id: string): number | string => (Number.isSafeInteger(Number(id)) ? Number(id) : id)

function bodyOf(some: Named[]) {
  const products = [...new Set(some.map(({ product }) => product))]
  return products.map((product) => ({
    id: wireId(product),
    variants: some
      .filter((one) => one.product === product)
      .map(({ variant, level }) => ({
        id: wireId(variant),
        inventory_levels: level.locations?.length
          ? level.locations.map(({ locationId, quantity }) => ({ location_id: locationId, stock: quantity }))
          : // Without a place it is the platform's default one.
            [{ stock: level.quantity }],
      })),
  }))
}

/** The platform answers for each variant whether it took it; one that it does not mention may or may not have been. */
function answersOf(some: Named[], updated: z.infer<typeof updatedSchema>): [StockLevel, StockOutcome][] {
  const answers = new Map(
    updated.flatMap(({ id, variants }) => variants.map((one) => [listingKeyOf(id, one.id), one] as const)),
  )
  return some.map(({ level }) => {
    const answer = answers.get(level.listingKey)
    if (!answer) return [level, { outcome: "unknown" }]
    // It has said so of levels that it did not take: what it shows afterwards counts.
    if (answer.success) return [level, { outcome: "accepted" }]
    return [level, rejectedLevel(level.sku, answer.message ?? answer.error ?? "not taken")]
  })
}

function stockOf(listingKey: string, variant: WireVariant): PlatformStock {
  const quantity = quantityOf(variant)
  const locations = (variant.inventory_levels ?? []).flatMap(({ location_id, stock }) =>
    typeof stock === "number" ? [{ locationId: location_id, quantity: Math.max(0, stock) }] : [],
  )
  const told = quantity !== null && locations.length > 0
  return { listingKey, quantity, ...(told ? { locations } : {}), fulfilledBy: "merchant" }
}
