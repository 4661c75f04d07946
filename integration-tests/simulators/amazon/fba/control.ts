import { type Control, listOf, recordOf, refuse, sellerOf } from "../control-input"
import type { World } from "../world"
import { type FbaStockOptions, UNFULFILLABLE_REASONS } from "./fba-item"
import type { FbaStock, MovementDetails } from "./fba-stock"
import { type FbaMonthOptions, generateFbaMonth } from "./month"
import { openFbaMonth, playFbaDay } from "./play-month"

/** `/__simulator/fba...`: see the list in control-api.ts. */
export const FBA_CONTROLS: Readonly<Record<string, Control>> = {
  "GET fba": (world, input) => {
    const stock = world.fba(sellerOf(input))
    const marketplace = input.query.get("marketplace")
    return { stock: marketplace === null ? [] : stock.list(marketplace), ledger: stock.ledger() }
  },
  "POST fba": (world, input) => {
    const body = recordOf(input.body)
    const stock = world.fba(sellerOf(input, body))
    if (input.id !== undefined) return moveStock(stock, input.id, input.action, body)
    stock.set(...listOf(body.stock ?? []).map(stockOptionsOf))
    return {}
  },
  "POST fba-months": (world, input) => {
    const body = recordOf(input.body)
    return input.id === undefined
      ? startMonth(world, body, sellerOf(input, body))
      : playDay(world, input.id, body)
  },
}

function moveStock(
  stock: FbaStock,
  sku: string,
  action: string | undefined,
  body: Record<string, unknown>,
): unknown {
  const { marketplace, quantity, referenceId, reason, at } = body
  if (typeof marketplace !== "string") return refuse("marketplace is needed.")
  if (action === "change") return { item: stock.change(sku, marketplace, recordOf(body.change)) }
  if (typeof quantity !== "number" || !Number.isInteger(quantity)) return refuse("quantity is needed.")
  const state = UNFULFILLABLE_REASONS.find((known) => known === body.state)
  const details: MovementDetails = {
    ...(typeof referenceId === "string" ? { referenceId } : {}),
    ...(typeof reason === "string" ? { reason } : {}),
    ...(typeof at === "string" ? { at: new Date(at) } : {}),
    ...(state ? { state } : {}),
  }
  if (action === "announce") return { item: stock.announce(sku, marketplace, quantity) }
  if (action === "receive") return { item: stock.receive(sku, marketplace, quantity, details) }
  if (action === "adjust") return { item: stock.adjust(sku, marketplace, quantity, details) }
  if (action === "return") return { item: stock.takeBack(sku, marketplace, quantity, details) }
  if (action === "ship") return { item: stock.ship(sku, marketplace, quantity, details) }
  return undefined
}

function startMonth(world: World, body: Record<string, unknown>, seller: string | undefined): unknown {
  if (!isMonth(body)) return refuse("seed, skus, marketplace and from are needed.")
  const month = generateFbaMonth(body)
  openFbaMonth(world, month, seller)
  world.fbaMonths.push({ month, sellingPartnerId: seller })
  const { opening, facts } = month
  return { id: String(world.fbaMonths.length), opening, days: month.days.length, facts }
}

function isMonth(body: object): body is FbaMonthOptions {
  const { seed, skus, marketplace, from } = body as Partial<FbaMonthOptions>
  const seeded = typeof seed === "string" || typeof seed === "number"
  return seeded && Array.isArray(skus) && typeof marketplace === "string" && typeof from === "string"
}

function playDay(world: World, id: string, body: Record<string, unknown>): unknown {
  const played = world.fbaMonths[Number(id) - 1]
  if (!played || typeof body.day !== "number") return refuse("A known month and a day (from 0) are needed.")
  playFbaDay(world, played.month, body.day, played.sellingPartnerId)
  return {}
}

function stockOptionsOf(value: unknown): FbaStockOptions {
  const stock = recordOf(value)
  const { sku, marketplace } = stock
  if (typeof sku !== "string" || typeof marketplace !== "string")
    return refuse("sku and marketplace are needed.")
  return { ...stock, sku, marketplace }
}
