import type { Received, Reply } from "./local-server"
import { aWireOrder, type Json } from "./a-wire-order"

export type ListedOrder = { id: number; at: string; number?: number }

/** Orders that one search gives at most. */
const CAP = 10_000

/** `GET /orders` as the platform answers it: newest first, pages with `Link`, 404 behind the last page. */
export class AnOrderList {
  orders: ListedOrder[] = []
  perPage = 2
  /** Whether the bounds of a window belong to it: the platform does not say. */
  inclusive = true
  /** Each order counts as so many for the cap of 10,000. */
  weight = 1
  /** Never more than the cap is told as the total, and pages beyond it are neither announced nor served. */
  capped = false
  /** Done before a page is answered. */
  before: (page: number) => void = () => undefined

  answer({ path, query }: Received): Reply {
    const one = /\/orders\/(\d+)$/.exec(path)
    if (one) {
      const found = this.orders.find(({ id }) => id === Number(one[1]))
      return found ? { json: this.wire(found) } : { status: 404, json: { code: 404, message: "Not Found" } }
    }
    const page = Number(query.get("page"))
    this.before(page)
    const found = this.orders
      .filter((order) => this.isInside(order, query) && this.matches(order, query.get("q")))
      .sort((left, right) => right.id - left.id)
    const last = Math.max(1, Math.ceil(found.length / this.perPage))
    if (page > last) return { status: 404, json: { code: 404, message: `Last page is ${last}` } }
    const link = `<https://elsewhere.example/orders?page=${page + 1}>; rel="next", <https://elsewhere.example/orders?page=${last}>; rel="last"`
    const total = found.length * this.weight
    const reached = this.capped ? page * this.perPage * this.weight : 0
    if (reached > CAP) return { status: 422, json: { code: 422, message: "page x per_page" } }
    return {
      headers: {
        "x-total-count": String(this.capped ? Math.min(total, CAP) : total),
        ...(page < last && reached < CAP ? { link } : {}),
      },
      json: found.slice((page - 1) * this.perPage, page * this.perPage).map((order) => this.wire(order)),
    }
  }

  private isInside({ at }: ListedOrder, query: URLSearchParams): boolean {
    const bound = (end: string) =>
      Date.parse(query.get(`updated_at_${end}`) ?? query.get(`created_at_${end}`) ?? "")
    const [min, max, own] = [bound("min"), bound("max"), Date.parse(at)]
    if (Number.isNaN(min)) return true
    return this.inclusive ? own >= min && own <= max : own > min && own < max
  }

  private matches({ id, number }: ListedOrder, q: string | null): boolean {
    return q === null || String(number ?? id).includes(q)
  }

  private wire({ id, at, number }: ListedOrder): Json {
    return aWireOrder({ id, number: number ?? id, updated_at: at, created_at: at })
  }
}
