import type { Page } from "playwright-core"
import { SIX_PACK, addMugSeller, type MugSeller } from "./story/mug-seller"
import {
  connectSeller,
  expectNoSeriousViolations,
  importOrders,
  pressIn,
  screenshot,
  themes,
  useBrowser,
  useHost,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

describe("every screen", () => {
  let seller: MugSeller
  let account: { id: string; name: string }

  beforeAll(async () => {
    seller = await addMugSeller(host())
    account = await connectSeller(host(), seller)
    await importOrders(host(), account.id)
  })

  const orderOf = async (reference: string) =>
    (await host().api.get("orders", { account_id: account.id, q: reference })).orders[0]

  it.each(themes)(
    "is kept as a picture in %s, and everybody can read it",
    async (theme) => {
      const [mug] = seller.mugs
      const [sold, blocked] = await Promise.all([mug, seller.pack].map(({ order }) => orderOf(order.orderId)))
      const { runs } = await host().api.get("runs", { account_id: account.id, limit: 1 })
      const { variants } = await host().api.get("/admin/product-variants", { sku: "MUG-WHITE" })
      const ours = `account_id=${account.id}`
      const page = await openPage("/marketplaces", { theme })
      const look = async (name: string, parts?: string[]) => {
        await screenshot(page, `screen-${name}`)
        await expectNoSeriousViolations(page, parts)
      }
      const screens: [name: string, path: string, shows: string, parts?: string[]][] = [
        ["accounts", "/marketplaces", `[data-account=${account.id}]`],
        ["wizard", "/marketplaces?connect=1", "[role=dialog] input"],
        ...["overview", "connection", "orders", "products", "shipping", "stock", "finance"].map(
          (tab): [string, string, string] => [
            `account-${tab}`,
            `/marketplaces/${account.id}?tab=${tab}`,
            "[role=tabpanel] h2",
          ],
        ),
        ["orders", `/marketplaces/orders?${ours}`, `td:has-text("${account.name} · Amazon.com")`],
        ["order", `/marketplaces/orders?${ours}&order=${blocked.id}`, "[role=dialog] [data-event]"],
        ["shipments", `/marketplaces/shipments?${ours}`, "[data-empty=notFound], tbody [data-standing]"],
        ...["list", "balances", "transfers"].map((tab): [string, string, string] => [
          `movements-${tab}`,
          `/marketplaces/movements?${ours}&tab=${tab}`,
          "[data-empty], tbody td",
        ]),
        ["import", `/marketplaces/orders?import=${account.id}`, "#import-reference"],
        [
          "import-result",
          `/marketplaces/orders?import=${account.id}&run=${runs[0].id}`,
          "[data-run][data-state=done] [data-count]",
        ],
        ["privacy", "/marketplaces/privacy", "[data-empty], tbody td"],
        ["explain", `/marketplaces/explain?reference=${blocked.reference}`, "article[data-status]"],
        [
          "medusa-order",
          `/orders/${sold.order_id}`,
          "[data-widget=marketplaces-order]",
          ["[data-widget=marketplaces-order]"],
        ],
        [
          "medusa-product",
          `/products/${variants[0].product_id}`,
          "[data-testid=product-listings] li",
          ["[data-testid=product-listings]"],
        ],
      ]
      for (const [name, path, shows, parts] of screens) {
        await page.goto(`${host().url}/app${path}`)
        await page.locator(shows).first().waitFor()
        if (parts) await page.locator(shows).first().scrollIntoViewIfNeeded()
        await look(name, parts)
      }
      await page.goto(`${host().url}/app/marketplaces/${account.id}?tab=products`)
      await page.getByRole("button", { name: `Map ${SIX_PACK.title}` }).click()
      await page.getByRole("dialog").getByRole("radio").first().waitFor()
      await look("map-listing")
    },
    240_000,
  )

  it("fits a phone: nothing but a table is moved sideways", async () => {
    const ours = `account_id=${account.id}`
    const page = await openPage("/marketplaces")
    await page.setViewportSize(PHONE)
    const screens: [name: string, path: string, shows: string][] = [
      ["orders", `/marketplaces/orders?${ours}`, `td:has-text("${account.name} · Amazon.com")`],
      ["account", `/marketplaces/${account.id}`, "[role=tabpanel] h2"],
      ["shipments", `/marketplaces/shipments?${ours}`, "[data-empty=notFound], tbody [data-standing]"],
    ]
    for (const [name, path, shows] of screens) {
      await page.goto(`${host().url}/app${path}`)
      await page.locator(shows).first().waitFor()
      await screenshot(page, `narrow-${name}`)
      expect([name, await tooWide(page)]).toEqual([name, []])
    }
  })

  it("stands in the menu with shipments behind orders", async () => {
    const page = await openPage("/marketplaces")
    const links = page.locator("aside nav a[href*='/marketplaces/'], aside a[href*='/marketplaces/']")
    await links.first().waitFor()
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))
    expect(paths.map((path) => path?.split("/").at(-1))).toEqual([
      "orders",
      "shipments",
      "movements",
      "explain",
      "privacy",
    ])
  })

  it("is used without a mouse: an order is reached, opened, and left with the focus where it was", async () => {
    const { orderId } = seller.pack.order
    const page = await openPage(`/marketplaces/orders?account_id=${account.id}`)
    await page.getByRole("link", { name: orderId, exact: true }).waitFor()
    await tabTo(page, orderId)
    await page.keyboard.press("Enter")
    const drawer = page.getByRole("dialog", { name: orderId })
    await drawer.locator("[data-event]").first().waitFor()
    expect(await focusIsIn(page, "[role=dialog]")).toBe(true)

    // The focus stays in the drawer however far it is sent on.
    for (let press = 0; press < 15; press++) await page.keyboard.press("Tab")
    expect(await focusIsIn(page, "[role=dialog]")).toBe(true)
    await pressIn(drawer, "Escape")
    await drawer.waitFor({ state: "detached" })
    await page.waitForFunction((text) => document.activeElement?.textContent === text, orderId)
  })
})

const PHONE = { width: 390, height: 844 }

/** What has to be moved sideways to be read as a whole: the document, or what holds the page. A table scrolls by itself. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const holders = [
      document.documentElement,
      ...Array.from(document.querySelectorAll("body, main, div:has(> main)")),
    ]
    return holders
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, scrollWidth, clientWidth }) => `${tagName} ${scrollWidth} > ${clientWidth}`)
  })

const MOST_PRESSES = 120

/** Presses Tab from the top of the page until the focus is on the link with this text. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let press = 0; press < MOST_PRESSES; press++) {
    await page.keyboard.press("Tab")
    if ((await page.evaluate(() => document.activeElement?.textContent)) === text) return
  }
  throw new Error(`"${text}" was not reached with ${MOST_PRESSES} presses of Tab`)
}

const focusIsIn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((place) => document.activeElement?.closest(place) !== null, selector)
