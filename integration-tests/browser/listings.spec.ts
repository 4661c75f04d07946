import type { Page } from "playwright-core"
import {
  addStockSeller,
  appearances,
  expectNoSeriousViolations,
  guideScreenshot,
  press,
  screenshot,
  textsIn,
  useBrowser,
  useHost,
  type Appearance,
  type StockedListing,
  type StockSeller,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

/** The platform prepares its list, and is asked again by schedule. */
const READ_MS = 150_000

const mark = String(Date.now()).slice(-8)
/** As long as a barcode is; its last digit is of no account here. */
const EAN = `40063${mark}`

const KETTLE = {
  sku: "KETTLE",
  title: "Electric kettle, 1.7 l",
  stocked: 5,
  quantity: 4,
  ean: EAN,
  variant: { sku: `KT-17-${mark}`, title: `Kettle model ${mark}`, ean: EAN },
}
const TOWEL = {
  sku: "LINEN",
  title: `Linen towel ${mark}`,
  stocked: 9,
  quantity: 2,
  variant: { sku: `TWL-${mark}`, title: `Linen towel ${mark}` },
}
const LAMP = { sku: "LAMP", title: "Desk lamp, warm white", quantity: 6 }
const MUG = { sku: "MUG", title: "Mug, red", stocked: 12, quantity: 3, isMapped: false }
const LISTINGS: StockedListing[] = [KETTLE, TOWEL, LAMP, MUG]

const openProducts = (
  seller: StockSeller,
  search = "",
  appearance: Partial<Appearance> = {},
): Promise<Page> => openPage(`/marketplaces/${seller.account.id}?tab=products${search}`, appearance)

const rowOf = (page: Page, { title }: { title: string }) =>
  page.getByRole("row").filter({ has: page.locator("td", { hasText: title }) })
const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const mappingOf = async (seller: StockSeller, { title }: { title: string }) =>
  (await host().api.get("mappings", { account_id: seller.account.id, listing_key: seller.sku(title) }))
    .mappings[0]

describe("the platform's own list of listings", () => {
  let seller: StockSeller

  beforeAll(async () => {
    // Nothing is read before a person asks for it.
    seller = await addStockSeller(host(), LISTINGS, { settings: { read_listings: false } })
  }, 60_000)

  it(
    "is read when a person asks for it, maps by SKU, and proposes what has the same barcode or title",
    async () => {
      const page = await openProducts(seller)
      await page.locator("[data-reading=never]").waitFor()
      await told(page, "Read your listings now, and map them before the first order needs them.")
      await screenshot(page, "listings-never-read")
      await page.getByRole("button", { name: "Read listings now" }).click()
      await told(page, "Amazon was asked for your listings")
      await page.locator("[data-reading=going-on]").waitFor()
      await screenshot(page, "listings-being-read")
      await page.locator("[data-reading=done]").waitFor({ timeout: READ_MS })

      await rowOf(page, MUG).getByText("Same SKU").waitFor()
      await rowOf(page, KETTLE).getByText("Same barcode").waitFor()
      await rowOf(page, TOWEL).getByText("Same title").waitFor()
      await rowOf(page, LAMP).getByText("Unmapped").waitFor()
      await guideScreenshot(page, "map", "proposals")

      await page.getByRole("button", { name: "Read listings now" }).click()
      await told(page, "The listings were read a short time ago: 4 listings")
    },
    READ_MS + 60_000,
  )

  it.each(appearances)("can be read by everybody in $language, $theme", async (appearance) => {
    const page = await openProducts(seller, "", appearance)
    const t = textsIn(appearance.language)
    await page.locator("[data-proposal]").first().waitFor()
    await screenshot(page, "listings-proposed")
    await expectNoSeriousViolations(page)
    const { title } = KETTLE
    await page.getByRole("button", { name: t("mappings.actionsFor", { title }) }).click()
    await page.getByRole("menuitem", { name: t("mappings.actions.map") }).click()
    await page.locator("[role=dialog] [data-fact=quantity]").waitFor()
    await screenshot(page, "listings-facts")
    await expectNoSeriousViolations(page)
  })

  it("tells in the drawer what the platform says of a listing", async () => {
    const page = await openProducts(seller)
    await page.getByRole("button", { name: `Actions for ${KETTLE.title}` }).click()
    await page.getByRole("menuitem", { name: "Map" }).click()
    const facts = page.getByRole("dialog", { name: "Map a listing" })
    await facts.locator("[data-fact=barcode]", { hasText: KETTLE.ean }).waitFor()
    await facts.locator("[data-fact=active]", { hasText: "Yes" }).waitFor()
    await facts.locator("[data-fact=quantity]", { hasText: "4" }).waitFor()
  })

  it("keeps the proposals in a list of their own, to be accepted one by one or together", async () => {
    const page = await openProducts(seller)
    await rowOf(page, LAMP).waitFor()
    await page.getByRole("button", { name: "With a proposal" }).click()
    await page.waitForURL(/proposed=true/)
    await rowOf(page, LAMP).waitFor({ state: "detached" })
    await rowOf(page, KETTLE).waitFor()
    expect(await page.getByRole("row").count()).toBe(3)
    await page.reload()
    await rowOf(page, KETTLE)
      .getByRole("button", { name: /^Accept Kettle model/ })
      .click()
    await told(page, "1 listing was mapped as proposed")
    await rowOf(page, KETTLE).waitFor({ state: "detached" })
    expect(await mappingOf(seller, KETTLE)).toMatchObject({ state: "mapped", matched_by: "barcode" })

    await page.getByRole("button", { name: "With a proposal" }).click()
    await page.getByRole("button", { name: "Only listed" }).click()
    await rowOf(page, LAMP).waitFor()
    await page.getByRole("checkbox", { name: "Select all" }).click()
    await page.getByText("2 selected").waitFor()
    await press(page, "a")
    await told(page, "1 listing has no proposal, or was decided meanwhile.")
    await rowOf(page, TOWEL).getByText("Same title").waitFor()
    expect(await mappingOf(seller, TOWEL)).toMatchObject({ state: "mapped", matched_by: "title" })
    expect((await mappingOf(seller, LAMP)).state).toBe("unmapped")
  })
})
