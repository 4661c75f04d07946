import { connectorFailureOf, notFound, unavailable } from "../../connector"
import { endsBefore, nextPage, totalOf } from "./paging"

const link = (text: string) => nextPage(new Headers({ link: text }))

describe("where a list goes on", () => {
  it.each<[string, number | undefined]>([
    ['<https://x/orders?page=2&per_page=200>; rel="next", <https://x/orders?page=9>; rel="last"', 2],
    ['<https://x/orders?per_page=200&page=1>; rel="first", <https://x/orders?a=1,2&page=3>; rel="next"', 3],
    ['<https://x/orders?page=9>; rel="last"', undefined],
    ["<https://x/orders?page=4>; rel=next", 4],
    ['<https://x/orders?cursor=abc>; rel="next"', undefined],
    ["", undefined],
  ])("%s", (text, page) => {
    expect(link(text)).toBe(page)
  })

  it("is counted by the platform, where it counts", () => {
    expect(totalOf(new Headers({ "x-total-count": "12" }))).toBe(12)
    expect(totalOf(new Headers({ "x-total-count": "many" }))).toBeUndefined()
    expect(totalOf(new Headers())).toBeUndefined()
  })
})

describe("a page that is not there", () => {
  const ends = (page: number, thrown: unknown) => {
    try {
      return endsBefore(page, thrown)
    } catch (other) {
      return connectorFailureOf(other)?.kind
    }
  }
  it.each<[string, number, unknown, boolean | "unavailable"]>([
    ["ends the list behind its first page", 2, notFound("orders: HTTP 404: Not Found", ""), true],
    ["ends the list where it names the last page", 1, notFound("orders: HTTP 404: Last page is 0", ""), true],
    ["is a fault where it is the first one", 1, notFound("orders: HTTP 404: Not Found", ""), "unavailable"],
    ["is no other error", 2, unavailable("orders: HTTP 500", { reason: "HTTP 500" }), false],
    ["is no error of our own", 2, new Error("last page"), false],
  ])("%s", (_what, page, thrown, expected) => {
    expect(ends(page, thrown)).toBe(expected)
  })
})
