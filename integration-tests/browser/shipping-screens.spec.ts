import type { Page } from "playwright-core"
import {
  addShippingSeller,
  appearances,
  expectNoSeriousViolations,
  medusaOrderOf,
  screenshot,
  sendShipments,
  shipByApi,
  untilShipments,
  useBrowser,
  useHost,
  type ShippingSeller,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

describe("the pages about shipments", () => {
  let shop: ShippingSeller
  /** By what became of it: id of the shipment and of the Medusa order. */
  let failed: { id: string; orderId: string }
  let confirmed: { id: string; orderId: string }
  /** A Medusa order of which nothing was sent. */
  let unsent: string

  beforeAll(async () => {
    shop = await addShippingSeller(host(), { orders: 4 })
    const { account, references } = shop
    await sendShipments(host(), account.id)
    const orders = await Promise.all(references.map((one) => medusaOrderOf(host(), account.id, one)))
    await shipByApi(host(), orders[0], { tracking: ["1Z951"] })
    const [good] = await untilShipments(host(), account.id, "synchronised")
    await shipByApi(host(), orders[1], { tracking: ["1Z952"], carrier: "Fedexx" })
    const [bad] = await untilShipments(host(), account.id, "failed")
    await sendShipments(host(), account.id, false)
    await shipByApi(host(), orders[2], { tracking: ["1Z953"] })
    await untilShipments(host(), account.id, "waiting")
    confirmed = { id: good.id, orderId: orders[0] }
    failed = { id: bad.id, orderId: orders[1] }
    unsent = orders[3]
  })

  /** The account as a copied database shows it. */
  const asCopy = (page: Page) =>
    page.route(`**/admin/marketplaces/accounts/${shop.account.id}?*`, async (route) => {
      const answer = await route.fetch()
      const { account } = await answer.json()
      const shipments = { state: "copied", by: "user_1", at: new Date().toISOString() }
      await route.fulfill({
        response: answer,
        json: { account: { ...account, writers: { ...account.writers, shipments } } },
      })
    })

  it("say of an order that is not sent yet whether the platform will be told, and where that is switched on", async () => {
    const page = await openPage(`/orders/${unsent}`)
    const ours = page.locator("[data-shipments]")
    await ours.getByText("is told of no shipment until you switch that on").waitFor()
    await ours.getByRole("link", { name: "Open the shipping settings" }).click()
    await page.waitForURL(new RegExp(`/marketplaces/${shop.account.id}\\?tab=shipping`))
  })

  it.each(appearances)("speak $language and look right in $theme", async (appearance) => {
    const ours = `account_id=${shop.account.id}`
    const page = await openPage(`/marketplaces/shipments?${ours}`, appearance)
    const go = async (path: string, shows: string) => {
      await page.goto(`${host().url}/app${path}`)
      await page.locator(shows).first().waitFor()
    }
    const look = async (name: string, parts?: string[]) => {
      await screenshot(page, name)
      await expectNoSeriousViolations(page, parts)
    }
    await page.locator("tbody [data-standing=failed]").waitFor()
    await look("shipments")
    await page.locator("tbody button:has([data-standing=failed])").click()
    await page.locator("[role=dialog]").waitFor()
    await look("shipments-problem")

    await go(`/marketplaces/shipments?${ours}&shipment=${failed.id}`, "[role=dialog] [data-event]")
    await look("shipment-failed")
    await go(`/marketplaces/shipments?${ours}&shipment=${confirmed.id}`, "[role=dialog] [data-event]")
    await look("shipment-confirmed")
    await go("/marketplaces/shipments?q=999-0000000", "[data-empty=notFound]")
    await look("shipments-none")

    await go(`/orders/${failed.orderId}`, "[data-widget] [data-standing=failed]")
    await page.locator("[data-shipments]").scrollIntoViewIfNeeded()
    await look("order-shipments", ["[data-widget=marketplaces-order]"])

    const tab = `/marketplaces/${shop.account.id}?tab=shipping`
    await go(tab, "[role=combobox]")
    await look("account-shipping")
    await page.locator("[role=combobox]").first().click()
    await look("account-shipping-carriers")
    await page.keyboard.press("Escape")
    await page.getByRole("switch").first().click()
    await page.getByRole("alertdialog").waitFor()
    await look("account-shipping-question")

    await asCopy(page)
    await go(tab, "[data-copied]")
    await look("account-shipping-copy")
  })
})
