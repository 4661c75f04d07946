import type { Page } from "playwright-core"
import {
  addStockSeller,
  appearances,
  expectNoSeriousViolations,
  guideScreenshot,
  pressIn,
  readListings,
  screenshot,
  sendStock,
  textsIn,
  useBrowser,
  useHost,
  type Appearance,
  type StockedListing,
  type StockSeller,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

const MUG = { sku: "MUG-RED", title: "Mug, red", stocked: 12, quantity: 3 }
const SIX_MUGS = { sku: "MUG-RED-6", title: "Mug, red, pack of six", sells: { title: MUG.title, units: 6 } }
const TEAPOT = {
  sku: "TEAPOT",
  title: "Teapot, 1 liter",
  stocked: 4,
  quantity: 9,
  refusal: { code: "90220", message: "'item_weight' is required but not supplied." },
}
const BOWL = { sku: "BOWL", title: "Bowl, set of two", stocked: 8, quantity: 8 }
const PLATE = { sku: "PLATE", title: "Plate, 27 cm", stocked: 20, quantity: 20 }
const CROCKERY: StockedListing[] = [MUG, SIX_MUGS, TEAPOT, BOWL, PLATE]

/** More than a handful, and the store has of each what the platform offers. */
const TOWELS: StockedListing[] = ["white", "grey", "green", "blue", "sand", "rose"].map((color) => ({
  sku: `TOWEL-${color.toUpperCase()}`,
  title: `Towel, ${color}`,
  stocked: 10,
  quantity: 10,
}))

const openStock = (seller: StockSeller, search = "", appearance: Partial<Appearance> = {}): Promise<Page> =>
  openPage(`/marketplaces/${seller.account.id}?tab=stock${search}`, appearance)

const rowOf = (page: Page, seller: StockSeller, { title }: { title: string }) =>
  page.getByRole("row").filter({ has: page.locator("td:first-child", { hasText: seller.sku(title) }) })
const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const agree = (page: Page, action: string) =>
  page.getByRole("alertdialog").getByRole("button", { name: action }).click()

const scrollToLevels = (page: Page) =>
  page.locator("#stock-levels").evaluate((element) => element.scrollIntoView())

const compare = (seller: StockSeller) => host().api.post(`accounts/${seller.account.id}/stock/compare`)

/** Puts so many pieces of each on its shelf. */
async function fillShelves(seller: StockSeller, listings: StockedListing[], pieces: number): Promise<void> {
  for (const { title } of listings) await seller.stock(title, pieces)
}

describe("the stock that a platform is offered", () => {
  it("is not sent until a person says so; then every level arrives, and every change of it", async () => {
    const seller = await addStockSeller(host(), CROCKERY)
    const page = await openStock(seller)
    await rowOf(page, seller, MUG).getByText("Not sent yet").waitFor()
    await told(page, "Nothing is sent. Amazon goes on offering the quantities it has.")
    expect(await page.getByRole("button", { name: "Send all now" }).isDisabled()).toBe(true)

    const sending = page.getByRole("switch", { name: "Send stock levels to Amazon" })
    await sending.click()
    await told(page, "the safety stop holds them and asks you first")
    await pressIn(page.getByRole("alertdialog"), "Escape")
    expect(await sending.isChecked()).toBe(false)
    await sending.click()
    await agree(page, "Switch on")
    await told(page, "Stock levels are sent to Amazon from now on")
    await seller.untilOffered(MUG.title, 12)
    // Twelve pieces are two packs of six.
    await seller.untilOffered(SIX_MUGS.title, 2)
    await rowOf(page, seller, MUG).getByText("Being sent").waitFor()

    await seller.stock(MUG.title, 7)
    await seller.untilOffered(MUG.title, 7)
    await seller.untilOffered(SIX_MUGS.title, 1)
    await rowOf(page, seller, MUG).getByRole("cell", { name: "7", exact: true }).waitFor()

    await page.getByRole("switch", { name: "Send stock levels to Amazon" }).click()
    await agree(page, "Switch off")
    await told(page, "No more stock levels are sent to Amazon")
  })

  it("tells what the platform refused in its own words, and sends it again when that is put right", async () => {
    const seller = await addStockSeller(host(), CROCKERY)
    await compare(seller)
    await sendStock(host(), seller.account.id)
    await seller.untilOffered(MUG.title, 12)
    const page = await openStock(seller)
    const teapot = rowOf(page, seller, TEAPOT)
    await scrollToLevels(page)
    await teapot.getByRole("button", { name: "Failed" }).click()
    const problem = page.getByRole("dialog", { name: /rejected the stock of TEAPOT/ })
    await problem.getByText(TEAPOT.refusal.message).waitFor()
    await expectNoSeriousViolations(page)
    await guideScreenshot(page, "stock", "rejected")
    expect(await seller.offered(TEAPOT.title)).toBe(9)

    await seller.change(TEAPOT.title, { refusal: null })
    await problem.getByRole("button", { name: "Try again" }).click()
    await told(page, /is sent again$/)
    await seller.untilOffered(TEAPOT.title, 4)
    await teapot.getByText("Being sent").waitFor()

    await page.getByRole("button", { name: "Send all now" }).click()
    await told(page, "Amazon has every level already")
  })

  it("is found again by its address, its state and a part of its name", async () => {
    const seller = await addStockSeller(host(), CROCKERY)
    await compare(seller)
    await sendStock(host(), seller.account.id)
    const page = await openStock(seller)
    await rowOf(page, seller, TEAPOT).getByText("Failed").waitFor()
    await page.getByRole("button", { name: "State" }).click()
    await page.getByRole("menuitemcheckbox", { name: "Failed" }).click()
    await pressIn(page.getByRole("menu"), "Escape")
    await page.waitForURL(/tab=stock.*state=failed/)
    await rowOf(page, seller, MUG).waitFor({ state: "detached" })
    await page.reload()
    await rowOf(page, seller, TEAPOT).waitFor()
    await page.getByRole("searchbox", { name: "Search listings" }).fill("BOWL")
    await told(page, "No listing fits")
  })

  it("is compared with the platform, and a difference is marked", async () => {
    const seller = await addStockSeller(host(), CROCKERY)
    await compare(seller)
    await sendStock(host(), seller.account.id)
    const page = await openStock(seller)
    const [bowl, plate] = [BOWL, PLATE].map((listing) => rowOf(page, seller, listing))
    // What the platform offers already is not sent.
    await bowl.getByText("Synchronised").waitFor()
    await plate.getByText("Synchronised").waitFor()

    // Fewer may have been sold a moment ago; more can only have been typed in at the platform.
    await seller.change(BOWL.title, { quantity: 5 })
    await seller.change(PLATE.title, { quantity: 50 })
    await page.getByRole("button", { name: "Compare with Amazon" }).click()
    await told(page, "1 of them showed another quantity. It is sent again.")
    await bowl.getByText("Differs").waitFor()
    await seller.untilOffered(PLATE.title, 20)
    expect(await seller.offered(BOWL.title)).toBe(5)
  })

  it("is changed by what is held back, and by the most that is offered", async () => {
    const seller = await addStockSeller(host(), [BOWL, PLATE])
    const page = await openStock(seller)
    await page.getByLabel("Hold back").fill("2")
    await page.getByLabel("Safety stop (percent)").fill("101")
    await told(page, "Type a whole number from 1 to 100.")
    await page.getByLabel("Safety stop (percent)").fill("50")
    await page.getByLabel("Offer at most").fill("5")
    await page.getByRole("button", { name: "Save" }).click()
    await told(page, "The changes are saved")
    await rowOf(page, seller, BOWL).getByRole("cell", { name: "5", exact: true }).waitFor()
    await page.getByLabel("Offer at most").fill("")
    await page.getByRole("button", { name: "Save" }).click()
    await rowOf(page, seller, BOWL).getByRole("cell", { name: "6", exact: true }).waitFor()
    await page.reload()
    await page.getByLabel("Hold back").waitFor()
    await page.getByLabel("Hold back").scrollIntoViewIfNeeded()
    await guideScreenshot(page, "stock", "settings")
  })
})

describe("the safety stop", () => {
  /** The platform offers ten of each, and the shelves are empty when sending is switched on. */
  async function aHeldSeller(): Promise<StockSeller> {
    const seller = await addStockSeller(host(), TOWELS)
    await compare(seller)
    await fillShelves(seller, TOWELS, 0)
    await sendStock(host(), seller.account.id)
    for (const until = Date.now() + 60_000; Date.now() < until;) {
      const { account } = await host().api.get(`accounts/${seller.account.id}`)
      if (account.stock_brake?.zeroed === TOWELS.length) return seller
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    throw new Error("The safety stop did not hold")
  }

  it("holds what would empty most of the shop, shows it, and lets it through when a person says so", async () => {
    const seller = await aHeldSeller()
    const page = await openStock(seller)
    const stop = page.getByRole("region", { name: "The safety stop holds" })
    await stop.getByText("6 of 6 listings would go to zero.").waitFor()
    await guideScreenshot(page, "stock", "safety-stop")
    await stop.getByRole("link", { name: "See what waits" }).click()
    await page.waitForURL(/state=waiting/)
    await rowOf(page, seller, TOWELS[0]).getByText("Waiting").waitFor()
    expect(await seller.offered(TOWELS[0].title)).toBe(10)

    await stop.getByRole("button", { name: "Send anyway" }).click()
    await told(page, "Listings that go to zero: 6.")
    await agree(page, "Send anyway")
    await told(page, "6 levels are on their way")
    for (const { title } of TOWELS) await seller.untilOffered(title, 0)
    await stop.waitFor({ state: "detached" })
  })

  it.each(appearances)("is told in $language, $theme, and everybody can read it", async (appearance) => {
    const seller = await aHeldSeller()
    const page = await openStock(seller, "", appearance)
    const t = textsIn(appearance.language)
    await page.locator("[data-stock-brake]").waitFor()
    await screenshot(page, "stock-safety-stop")
    await expectNoSeriousViolations(page)
    await page.getByRole("button", { name: t("stock.stop.release") }).click()
    await page.getByRole("alertdialog").waitFor()
    await screenshot(page, "stock-safety-stop-question")
    await expectNoSeriousViolations(page)
  })
})

describe("the tab Stock", () => {
  let seller: StockSeller

  beforeAll(async () => {
    seller = await addStockSeller(host(), CROCKERY)
    // Gives the listings their titles.
    await readListings(host(), seller)
    await compare(seller)
    await sendStock(host(), seller.account.id)
    await seller.untilOffered(MUG.title, 12)
    await seller.change(BOWL.title, { quantity: 5 })
    await compare(seller)
  }, 240_000)

  it.each(appearances)("can be read by everybody in $language, $theme", async (appearance) => {
    const page = await openStock(seller, "", appearance)
    await page.locator("[data-standing=failed]").waitFor()
    await page.locator("[data-drift]").waitFor()
    await screenshot(page, "stock")
    await expectNoSeriousViolations(page)
    await scrollToLevels(page)
    await screenshot(page, "stock-levels")
    if (appearance.language === "en" && appearance.theme === "light") {
      await guideScreenshot(page, "stock", "levels")
    }
    await page.locator("[data-reading]").scrollIntoViewIfNeeded()
    await screenshot(page, "stock-platform")
  })

  it("asks for a location before the platform's own stock can be read", async () => {
    await host().api.post(`accounts/${seller.account.id}`, { settings: { platform_location_id: null } })
    const page = await openStock(seller)
    await page.locator("[data-reading=never]").waitFor()
    expect(await page.getByRole("button", { name: "Read now" }).isDisabled()).toBe(true)
  })
})
