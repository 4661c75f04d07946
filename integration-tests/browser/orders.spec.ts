import type { Page } from "playwright-core"
import { generateOrders, plainUnshipped } from "../simulators/amazon"
import {
  addSeller,
  appearances,
  connectSeller,
  expectNoSeriousViolations,
  guideScreenshot,
  expectTrouble,
  importOrders,
  press,
  pressIn,
  screenshot,
  useBrowser,
  useHost,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

const DAY_MS = 86_400_000
const drawer = (page: Page) => page.getByRole("dialog")
const row = (page: Page, reference: string) => page.getByRole("row", { name: reference })
const link = (page: Page, reference: string) => page.getByRole("link", { name: reference, exact: true })
const toast = (page: Page, text: RegExp) => page.locator("[data-sonner-toast]", { hasText: text })
/** Where the open order is, by the first line of its drawer. */
const standing = (page: Page, state: string) =>
  drawer(page).locator("[aria-live=polite]").getByText(state, { exact: true })

const placed = (daysAgo: number) => ({
  from: new Date(Date.now() - daysAgo * DAY_MS),
  to: new Date(Date.now() - (daysAgo - 0.5) * DAY_MS),
})

/** Orders that can be imported at once, one of them late to ship, and orders whose article the shop does not have. */
async function aShop() {
  const seller = await addSeller(host(), { orders: 2, generate: placed(1) })
  const some = (seed: string, daysAgo: number, sku?: string) =>
    generateOrders({
      seed: `${seed}-${seller.id}`,
      count: 1,
      ...placed(daysAgo),
      marketplaces: ["US"],
      mix: plainUnshipped(1),
      ...(sku && { skus: [sku] }),
    }).orders
  const late = some("late", 12)
  // A test makes a product of it, which must not be another test's.
  const article = `NEW-${seller.id}`
  const unknown = [...some("unknown-1", 1, article), ...some("unknown-2", 1, article)]
  await host().simulator.addOrders([...late, ...unknown], seller.id)
  const account = await connectSeller(host(), seller)
  await importOrders(host(), account.id)
  return { account, imported: seller.orders, late: late[0], blocked: unknown, article }
}

const events = (lines: Element[]) => lines.map((line) => line.getAttribute("data-event"))

describe("orders that wait for a person", () => {
  let accountId: string
  let references: string[]
  const openOrders = (query = "") => openPage(`/marketplaces/orders?account_id=${accountId}${query}`)

  beforeAll(async () => {
    const seller = await addSeller(host(), { orders: 7, generate: placed(1) })
    const account = await connectSeller(host(), seller, { settings: { review_first: true } })
    await importOrders(host(), account.id)
    accountId = account.id
    references = seller.orders.map(({ orderId }) => orderId)
  })

  it("approves an order in review, from its drawer and from its draft order", async () => {
    const page = await openOrders("&state=review")
    await row(page, references[0]).waitFor()
    await guideScreenshot(page, "review", "orders")
    await link(page, references[0]).click()
    await standing(page, "To review").waitFor()
    await guideScreenshot(page, "review", "order")
    await drawer(page).getByRole("button", { name: "Approve" }).click()
    await standing(page, "Imported").waitFor()
    await pressIn(drawer(page), "Escape")

    await link(page, references[1]).click()
    await drawer(page).getByRole("link", { name: references[1] }).click()
    await page.waitForURL(/\/draft-orders\/order_/)
    const widget = page.locator("[data-widget=marketplaces-order]")
    await widget.getByRole("link", { name: references[1] }).waitFor()
    await widget.scrollIntoViewIfNeeded()
    await guideScreenshot(page, "review", "draft-order")
    await widget.getByRole("button", { name: "Approve" }).click()
    await toast(page, /is approved/).waitFor()
    await page.waitForURL(/\/app\/orders\/order_/)
  })

  it("keeps what was typed beside “Approve” until it is saved or discarded", async () => {
    const page = await openOrders("&state=review")
    await link(page, references[2]).click()
    const payment = drawer(page).getByLabel("Payment method")
    const before = await payment.inputValue()
    await payment.fill("pix")
    await drawer(page).getByText("Save or discard your changes first.").waitFor()
    const off = drawer(page).getByRole("button", { name: /Approve|Reject/, disabled: true })
    expect(await off.count()).toBe(2)
    await drawer(page).getByRole("button", { name: "Close" }).click()
    const question = page.getByRole("alertdialog", { name: "Close without saving?" })
    await question.getByRole("button", { name: "Back" }).click()
    await question.waitFor({ state: "detached" })
    await drawer(page).getByRole("button", { name: "Discard changes" }).click()
    expect(await payment.inputValue()).toBe(before)
    await payment.fill("pix")
    await drawer(page).getByRole("button", { name: "Save changes" }).click()
    await drawer(page).locator("[data-event=changed_by_person]").waitFor()
    await drawer(page).getByRole("button", { name: "Approve" }).click({ trial: true })
    expect(await payment.inputValue()).toBe("pix")
  })

  it("rejects an order after being told how to get it back, and gets it back", async () => {
    const page = await openOrders()
    await link(page, references[2]).click()
    await drawer(page).getByRole("button", { name: "Reject" }).click()
    const question = page.getByRole("alertdialog")
    expect(await question.textContent()).toContain("To get it back later")
    await question.getByRole("button", { name: "Cancel" }).click()
    await standing(page, "To review").waitFor()
    await drawer(page).getByRole("button", { name: "Reject" }).click()
    await question.getByRole("combobox", { name: "Reason" }).click()
    await page.getByRole("option", { name: "Wrong data" }).click()
    await question.getByRole("button", { name: "Reject" }).click()
    await standing(page, "Ignored").waitFor()
    await drawer(page).locator("[data-left-out=wrong_data]").waitFor()
    await drawer(page).getByRole("button", { name: "Try again" }).click()
    await standing(page, "To review").waitFor()
  })

  it("acts on many at once, and tells which were left as they are and why", async () => {
    const many = references.slice(3, 6)
    const [ignored] = (await host().api.get("orders", { account_id: accountId, q: many[0] })).orders
    await host().api.post(`orders/${ignored.id}/ignore`, { reason: "duplicate" })

    const page = await openOrders()
    for (const reference of many)
      await page.getByRole("checkbox", { name: `Select order ${reference}` }).click()
    await guideScreenshot(page, "review", "bulk")
    await expectNoSeriousViolations(page)
    await page.getByRole("button", { name: /^Approve/ }).click()
    const result = toast(page, /2 orders are approved/)
    await result.waitFor()
    expect(await result.textContent()).toContain(`${many[0]} (Ignored)`)
    expect(await result.textContent()).toContain("Only orders in review can be approved.")
    await row(page, many[2]).getByText("Imported").waitFor()
  })

  it("takes a letter for a command only when it is pressed alone and nothing is asked", async () => {
    const page = await openOrders("&state=review")
    const asked: string[] = []
    page.on("request", (request) => asked.push(...(/orders\/batch/.exec(request.url()) ?? [])))
    await page.getByRole("checkbox", { name: `Select order ${references[6]}` }).click()
    await press(page, "Control+a")
    await press(page, "i")
    const question = page.getByRole("alertdialog")
    await pressIn(question, "a")
    await question.getByRole("button", { name: "Cancel" }).click()
    await question.waitFor({ state: "detached" })
    expect(asked).toEqual([])
    await press(page, "a")
    await toast(page, /1 order is approved/).waitFor()
  })
})

describe("marketplace orders", () => {
  let shop: Awaited<ReturnType<typeof aShop>>
  const list = (query = "") => `/marketplaces/orders?account_id=${shop.account.id}${query}`
  const rows = (page: Page) => page.locator("tbody tr")

  beforeAll(async () => {
    shop = await aShop()
  })

  it("is narrowed by filters that stay in the address", async () => {
    const page = await openPage(list())
    await row(page, shop.imported[0].orderId).waitFor()
    expect(await rows(page).count()).toBe(5)

    await page.getByRole("button", { name: "State" }).first().click()
    await page.getByRole("menuitemcheckbox", { name: "Blocked" }).click()
    await pressIn(page.getByRole("menu"), "Escape")
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 2)
    expect(new URL(page.url()).searchParams.get("state")).toBe("blocked")

    await page.reload()
    await row(page, shop.blocked[0].orderId).waitFor()
    expect(await rows(page).count()).toBe(2)
    expect(await row(page, shop.blocked[0].orderId).textContent()).toContain(shop.article)
  })

  it("finds orders by a part of their number, and says so when there is none", async () => {
    const page = await openPage(list())
    await page.getByRole("searchbox", { name: "Order number" }).fill(shop.late.orderId.slice(4))
    await row(page, shop.imported[0].orderId).waitFor({ state: "detached" })
    expect(await rows(page).count()).toBe(1)

    await page.route("**/admin/marketplaces/orders?*q=000*", (route) => route.abort())
    await page.getByRole("searchbox", { name: "Order number" }).fill("000")
    await page.getByRole("alert").getByText("This could not be loaded").waitFor()
    expectTrouble(page, /net::ERR_FAILED/)
    await page.getByRole("searchbox", { name: "Order number" }).fill("999-0000000")
    await page.locator("[data-empty=notFound]").waitFor()
    await page.getByRole("button", { name: "Reset filters" }).last().click()
    await rows(page).first().waitFor()
    expect(new URL(page.url()).search).toBe("")
  })

  it("marks and finds what is late to ship", async () => {
    const page = await openPage(list())
    await row(page, shop.late.orderId).getByText("Late", { exact: true }).waitFor()
    await page.getByRole("button", { name: "Late to ship" }).click()
    await row(page, shop.imported[0].orderId).waitFor({ state: "detached" })
    expect(await rows(page).count()).toBe(1)
  })

  it("sorts by the headers of its columns", async () => {
    const page = await openPage(list())
    await row(page, shop.late.orderId).waitFor()
    expect(await rows(page).last().textContent()).toContain(shop.late.orderId)
    await page.getByRole("columnheader", { name: "Ship by" }).getByRole("button").click()
    await page.waitForURL(/sort=/)
    const first = /sort=-/.test(page.url()) ? rows(page).last() : rows(page).first()
    await first.filter({ hasText: shop.late.orderId }).waitFor()
  })

  it("opens an order by the keyboard, tells its problem and its history, and gives the focus back", async () => {
    const { orderId } = shop.blocked[0]
    const page = await openPage(list("&state=blocked"))
    await link(page, orderId).focus()
    await page.keyboard.press("Enter")
    await drawer(page).getByRole("heading", { name: orderId }).waitFor()
    const problem = drawer(page).locator("[data-problem=listing_unmapped]")
    expect(await problem.textContent()).toContain("What to do")
    expect(await drawer(page).locator("[data-event]").evaluateAll(events)).toEqual(["blocked", "seen"])
    expect(
      await drawer(page)
        .getByRole("link", { name: /Open at Amazon/ })
        .getAttribute("href"),
    ).toContain(orderId)
    await page.waitForURL(/order=mpord_/)

    await problem.getByRole("button", { name: "Map the listing" }).click()
    await pressIn(page.getByRole("dialog", { name: "Map a listing" }), "Escape")
    await page.waitForFunction(() => document.querySelectorAll("[role=dialog]").length === 1)
    await pressIn(drawer(page), "Escape")
    await drawer(page).waitFor({ state: "detached" })
    expect(new URL(page.url()).searchParams.get("order")).toBeNull()
    await page.waitForFunction((text) => document.activeElement?.textContent === text, orderId)
  })

  it("opens an order by a click anywhere in its row", async () => {
    const page = await openPage(list())
    await row(page, shop.imported[0].orderId).getByText("Imported").click()
    await drawer(page).getByRole("heading", { name: shop.imported[0].orderId }).waitFor()
  })

  it.each(appearances)("speaks $language and looks right in $theme", async (appearance) => {
    const page = await openPage(list(), appearance)
    await row(page, shop.blocked[0].orderId).waitFor()
    await screenshot(page, "orders")
    await expectNoSeriousViolations(page)
    await link(page, shop.blocked[0].orderId).click()
    await drawer(page).locator("[data-problem=listing_unmapped]").waitFor()
    await screenshot(page, "order-drawer")
    await expectNoSeriousViolations(page)
  })

  it("tries a blocked order again, and shows what came of it without a reload", async () => {
    const { account, blocked } = shop
    const page = await openPage(list())
    await link(page, blocked[0].orderId).click()
    await drawer(page).locator("[data-problem=listing_unmapped]").waitFor()
    await host().api.post(`accounts/${account.id}`, { settings: { unmapped_policy: "draft" } })
    await drawer(page).getByRole("button", { name: "Try again" }).click()
    await toast(page, /is tried again now/).waitFor()
    await standing(page, "Imported").waitFor()
    await drawer(page).locator("[data-event=retry_requested]").waitFor()
    await drawer(page).getByRole("link", { name: blocked[0].orderId }).click()
    await page.waitForURL(/\/app\/orders\/order_/)
  })

  it("stands on Medusa's order page: where it came from and until when it has to be sent", async () => {
    const { account, late } = shop
    const [order] = (await host().api.get("orders", { account_id: account.id, q: late.orderId })).orders
    const page = await openPage(`/orders/${order.order_id}`)
    const widget = page.locator("[data-widget=marketplaces-order]")
    await widget.getByText(account.name).waitFor()
    expect(await widget.textContent()).toMatch(/Late: it was to be shipped \d+ days ago/)
    await widget.scrollIntoViewIfNeeded()
    await screenshot(page, "order-widget")
    await widget.getByRole("link", { name: "Open marketplace order" }).click()
    await drawer(page).getByRole("heading", { name: late.orderId }).waitFor()
  })
})
