import {
  addSeller,
  appearances,
  connectSeller,
  expectNoSeriousViolations,
  guideScreenshot,
  importOrders,
  screenshot,
  useBrowser,
  useHost,
  type BrowserSeller,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

describe("the page that explains any order number", () => {
  let seller: BrowserSeller
  let accountName: string
  let prefix: string

  beforeAll(async () => {
    seller = await addSeller(host(), { orders: 3, generate: { skus: ["NOT-IN-SHOP"] } })
    const account = await connectSeller(host(), seller)
    accountName = account.name
    prefix = (await host().api.get(`accounts/${account.id}`)).account.order_prefix
    // The last order stays unknown here, so that the platform has to be asked.
    await importOrders(host(), account.id, {
      references: seller.orders.slice(0, 2).map((one) => one.orderId),
    })
  })

  it("tells why an order is blocked and leads to it", async () => {
    const [{ orderId }] = seller.orders
    const page = await openPage("/marketplaces/explain")
    await page.getByLabel("Order number").fill(`${prefix}-${orderId}`)
    await page.getByRole("button", { name: "Explain" }).click()
    const answer = page.locator("article[data-status=blocked]")
    await answer.waitFor()
    expect(await answer.getByRole("heading").first().textContent()).toContain(orderId)
    expect(await answer.locator("[data-problem=listing_unmapped]").count()).toBe(1)
    await guideScreenshot(page, "explain", "blocked")
    await answer.getByRole("link", { name: "Open marketplace order" }).click()
    await page.waitForURL(/\/marketplaces\/orders\?.*order=mpord_/)
  })

  it("asks the platform about an order that nobody here has seen, and recovers it", async () => {
    const { orderId } = seller.orders[2]
    const page = await openPage(`/marketplaces/explain?reference=${orderId}`)
    const answer = page.locator("article[data-status=known_to_platform]", { hasText: accountName })
    await answer.waitFor()
    await guideScreenshot(page, "explain", "at-the-platform")
    await answer.getByRole("button", { name: "Recover this order" }).click()
    await page.locator("[data-run][data-state=done]").waitFor()
    expect(await page.locator("[data-count=blocked]").textContent()).toContain("1")
  })

  it("asks the question before on the way back", async () => {
    const [first, second] = seller.orders.map(({ orderId }) => orderId)
    const page = await openPage(`/marketplaces/explain?reference=${first}`)
    const field = page.getByLabel("Order number")
    await page.locator("article[data-status]", { hasText: first }).first().waitFor()
    await field.fill(second)
    await field.press("Enter")
    await page.locator("article[data-status]", { hasText: second }).first().waitFor()
    await page.goBack()
    await page.locator("article[data-status]", { hasText: first }).first().waitFor()
    expect(await field.inputValue()).toBe(first)
  })

  it("says so when no platform knows the number", async () => {
    const page = await openPage("/marketplaces/explain?reference=999-0000000-0000000")
    await page.locator("article[data-status=not_known_to_platform]").first().waitFor()
  })

  it.each(appearances)("speaks $language and looks right in $theme", async (appearance) => {
    const page = await openPage(`/marketplaces/explain?reference=${seller.orders[0].orderId}`, appearance)
    await page.locator("article[data-status=blocked]").waitFor()
    await expectNoSeriousViolations(page)
    await screenshot(page, "explain")
  })
})
