import type { Page } from "playwright-core"
import { generateOrders, plainUnshipped } from "../simulators/amazon"
import {
  addSeller,
  connectSeller,
  expectNoSeriousViolations,
  guideScreenshot,
  importOrders,
  press,
  pressIn,
  screenshot,
  themes,
  useBrowser,
  useHost,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

const DAY_MS = 86_400_000
const ORDERS_EACH = 2

type Sold = { sku: string; title: string }

/** A connected account whose orders were read: two for each of the listings, one line in each order. */
async function anAccountThatSells(sold: Sold[]) {
  const seller = await addSeller(host(), { storeName: "Northwind" })
  for (const { sku, title } of sold) {
    const { orders } = generateOrders({
      seed: `${seller.id}-${sku}`,
      count: ORDERS_EACH,
      from: new Date(Date.now() - 3 * DAY_MS),
      to: new Date(Date.now() - DAY_MS),
      marketplaces: ["US"],
      mix: plainUnshipped(1),
      skus: [sku],
    })
    const titled = orders.map((order) => ({
      ...order,
      orderItems: order.orderItems.map((item) => ({ ...item, product: { ...item.product, title } })),
    }))
    await host().simulator.addOrders(titled, seller.id)
  }
  const account = await connectSeller(host(), seller)
  await importOrders(host(), account.id)
  return account
}

const SIX_PACK = { sku: "MUG-6PACK", title: "Mug White, pack of six" }
const LAMP = { sku: "NEW-LAMP-01", title: "Desk lamp, warm white" }
const BULB = { sku: "NEW-BULB-02", title: "Light bulb E27" }
const CAP = { sku: "CAP-NAVY", title: "Cap Navy" }

const openProducts = (accountId: string, search = "", appearance = {}): Promise<Page> =>
  openPage(`/marketplaces/${accountId}?tab=products${search}`, appearance)

const rowOf = (page: Page, { title }: Sold) => page.getByRole("row").filter({ hasText: title })
const drawerOf = (page: Page) => page.getByRole("dialog", { name: "Map a listing" })
const told = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()

async function choose(page: Page, listing: Sold, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${listing.title}` }).click()
  await page.getByRole("menuitem", { name: action }).click()
}

const mappingOf = async (accountId: string, { sku }: Sold) =>
  (await host().api.get("mappings", { account_id: accountId, listing_key: sku })).mappings[0]

/** The orders of an account in a state, once there are as many as expected. */
async function untilOrders(accountId: string, state: string, count: number): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    if ((await host().api.get("orders", { account_id: accountId, state })).count === count) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`There never were ${count} ${state} orders`)
}

describe("the products of an account", () => {
  it("lists what orders have named, finds a listing, and shows the same again from its address", async () => {
    const account = await anAccountThatSells([SIX_PACK, LAMP, CAP])
    const page = await openProducts(account.id)
    await rowOf(page, CAP).getByText("Mapped").waitFor()
    expect(await rowOf(page, CAP).textContent()).toContain("Same SKU")
    expect(await rowOf(page, LAMP).textContent()).toContain("Unmapped")
    await rowOf(page, LAMP)
      .getByRole("link", { name: `2 orders wait for ${LAMP.title}` })
      .waitFor()
    await guideScreenshot(page, "map", "products")

    await page.getByRole("searchbox", { name: "Search listings by title or SKU" }).fill("lamp")
    await rowOf(page, CAP).waitFor({ state: "detached" })
    await page.getByRole("combobox", { name: "State" }).click()
    await page.getByRole("option", { name: "Unmapped" }).click()
    await page.waitForURL(/tab=products.*state=unmapped/)
    await page.reload()
    await rowOf(page, LAMP).waitFor()
    expect(await page.getByRole("searchbox", { name: "Search listings" }).inputValue()).toBe("lamp")
    expect(await page.getByRole("row").count()).toBe(2)

    await page.getByRole("searchbox", { name: "Search listings" }).fill("no such thing")
    await page.getByText("No listing fits").waitFor()
  })

  it("says how listings come when there are none", async () => {
    const account = await anAccountThatSells([])
    const page = await openProducts(account.id)
    await page.getByText("Listings that an order names appear here as well.").waitFor()
    await screenshot(page, "products-empty")
  })

  it("maps a six-pack to six pieces of a product that it suggests, and imports the orders that waited", async () => {
    const account = await anAccountThatSells([SIX_PACK])
    const page = await openProducts(account.id)
    await page.getByRole("button", { name: `Map ${SIX_PACK.title}` }).click()
    const drawer = drawerOf(page)
    await drawer.getByText("2 orders wait for it").waitFor()
    await drawer.getByText("Similar title").first().waitFor()
    await drawer.getByRole("radio", { name: /Mug · White/ }).click()
    await drawer.getByLabel("Units per package").fill("six")
    await drawer.getByText("Type a whole number from 1 to 100000.").waitFor()
    expect(await drawer.getByRole("button", { name: "Save" }).isDisabled()).toBe(true)
    await drawer.getByLabel("Units per package").fill("6")
    await drawer.getByText("Each time the listing is sold, 6 × Mug · White leave your stock.").waitFor()
    await drawer.getByLabel("Packaging").fill("Carton")
    await guideScreenshot(page, "map", "six-pack")
    await drawer.getByRole("button", { name: "Save" }).click()

    await told(page, "2 waiting orders are tried again now.")
    await drawer.waitFor({ state: "detached" })
    await rowOf(page, SIX_PACK).getByText("Carton").waitFor()
    expect(await mappingOf(account.id, SIX_PACK)).toMatchObject({
      state: "mapped",
      matched_by: "person",
      units_per_package: 6,
      packaging: "Carton",
      variant: { sku: "MUG-WHITE" },
    })
    await untilOrders(account.id, "imported", ORDERS_EACH)
  })

  it("searches all variants of the shop for a listing that resembles nothing", async () => {
    const account = await anAccountThatSells([LAMP])
    const page = await openProducts(account.id)
    await choose(page, LAMP, "Map")
    const drawer = drawerOf(page)
    await drawer.getByText("Nothing in your store has this SKU").waitFor()
    await drawer.getByLabel("Product in your store").fill("nothing like it")
    await drawer.getByText("No product found for “nothing like it”.").waitFor()
    await drawer.getByLabel("Product in your store").fill("CAP-NA")
    await drawer.getByRole("radio", { name: /Cap/ }).click()
    await drawer.getByRole("button", { name: "Save" }).click()
    await rowOf(page, LAMP).getByRole("link", { name: /Cap/ }).waitFor()

    await choose(page, LAMP, "Change mapping")
    await drawer.getByText("Mapped now").waitFor()
    expect(await drawer.getByRole("radio", { name: /Cap/ }).isChecked()).toBe(true)
  })

  it("asks before a choice is lost, and gives the focus back to where the drawer was opened", async () => {
    const account = await anAccountThatSells([LAMP])
    const page = await openProducts(account.id)
    await page.getByRole("button", { name: `Actions for ${LAMP.title}` }).focus()
    await page.keyboard.press("Enter")
    await pressIn(page.getByRole("menuitem", { name: "Map" }), "Enter")
    await drawerOf(page).getByLabel("Units per package").fill("3")
    await pressIn(drawerOf(page), "Escape")
    const question = page.getByRole("alertdialog", { name: "Close without saving?" })
    await pressIn(question, "Escape")
    await question.waitFor({ state: "detached" })
    expect(await drawerOf(page).getByLabel("Units per package").inputValue()).toBe("3")
    await pressIn(drawerOf(page), "Escape")
    await question.getByRole("button", { name: "Close without saving" }).click()
    await drawerOf(page).waitFor({ state: "detached" })
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-haspopup") === "menu")
    expect((await mappingOf(account.id, LAMP)).state).toBe("unmapped")
  })

  it("makes a draft product of a listing, maps it, and leads to it", async () => {
    const bulb = { ...BULB, sku: `BULB-${String(Date.now()).slice(-5)}` }
    const account = await anAccountThatSells([bulb])
    const page = await openProducts(account.id)
    await page.getByRole("button", { name: `Map ${bulb.title}` }).click()
    const create = drawerOf(page).getByRole("button", { name: "Create the product as a draft" })
    await page.setViewportSize({ width: 1280, height: 800 })
    await drawerOf(page).getByRole("button", { name: "Ignore" }).scrollIntoViewIfNeeded()
    await guideScreenshot(page, "map", "create-or-ignore")
    await create.click()

    await told(page, `The draft product for ${bulb.title} was created`)
    const mapping = await mappingOf(account.id, bulb)
    expect(mapping).toMatchObject({ state: "mapped", matched_by: "created", variant: { sku: bulb.sku } })
    await page.getByRole("button", { name: "Open product" }).click()
    await page.waitForURL(`**/products/${mapping.variant.product_id}`)
    await page.getByText("Draft").first().waitFor()
    await untilOrders(account.id, "imported", ORDERS_EACH)
  })

  it("ignores several listings at once, and stops ignoring one", async () => {
    const account = await anAccountThatSells([LAMP, BULB, CAP])
    const page = await openProducts(account.id)
    const search = page.getByRole("searchbox", { name: "Search listings" })
    // What is chosen stays chosen when other rows are shown.
    for (const [one, other] of [
      [LAMP, BULB],
      [BULB, LAMP],
    ]) {
      await search.fill(one.title)
      await rowOf(page, other).waitFor({ state: "detached" })
      await page.getByRole("checkbox", { name: "Select all" }).click()
    }
    await page.getByText("2 selected").waitFor()
    await press(page, "i")
    const question = page.getByRole("alertdialog", { name: "Ignore 2 listings?" })
    await question.getByText("the line keeps its title and amount").waitFor()
    await question.getByRole("button", { name: "Ignore" }).click()

    await told(page, "2 listings are ignored")
    await search.fill("")
    await rowOf(page, LAMP).getByText("Ignored").waitFor()
    expect((await mappingOf(account.id, CAP)).state).toBe("mapped")
    await untilOrders(account.id, "imported", 3 * ORDERS_EACH)

    await choose(page, LAMP, "Stop ignoring")
    await rowOf(page, LAMP).getByText("Unmapped").waitFor()
  })

  it("matches by SKU what the shop has got since", async () => {
    const sku = `LATE-${String(Date.now()).slice(-5)}`
    const late = { sku, title: "Something sold before it was in the shop" }
    const account = await anAccountThatSells([late, LAMP])
    const page = await openProducts(account.id)
    await page.getByRole("button", { name: "Match by SKU" }).click()
    await told(page, "No unmapped listing has the SKU of a product of your store")

    await host().api.post("/admin/products", {
      title: `Late arrival ${sku}`,
      options: [{ title: "Size", values: ["One"] }],
      variants: [{ title: "One", sku, options: { Size: "One" }, prices: [] }],
    })
    await page.getByRole("button", { name: "Match by SKU" }).click()
    await told(page, "1 listing was mapped by its SKU")
    await page.getByText("1 listing is still unmapped. 2 waiting orders are tried again now.").waitFor()
    await rowOf(page, late)
      .getByRole("link", { name: `Late arrival ${sku} · One` })
      .waitFor()
  })

  it.each(themes)("can be read by everybody in %s", async (theme) => {
    const account = await anAccountThatSells([SIX_PACK, LAMP, CAP])
    const page = await openProducts(account.id, "", { theme })
    await rowOf(page, SIX_PACK).waitFor()
    await expectNoSeriousViolations(page)
    await screenshot(page, "products")
    await page.getByRole("button", { name: `Actions for ${SIX_PACK.title}` }).click()
    await expectNoSeriousViolations(page)
    await page.getByRole("menuitem", { name: "Map" }).click()
    await drawerOf(page).getByText("Similar title").first().waitFor()
    await expectNoSeriousViolations(page)
    await screenshot(page, "map-listing")
  })
})

describe("a product's page", () => {
  it.each(themes)("shows the listings that are mapped to it, in %s", async (theme) => {
    const account = await anAccountThatSells([SIX_PACK])
    const [variant] = (await host().api.get("/admin/product-variants", { sku: "MUG-WHITE" })).variants
    const body = {
      account_id: account.id,
      listing_key: SIX_PACK.sku,
      variant_id: variant.id,
      units_per_package: 6,
    }
    await host().api.post("mappings", body)

    const page = await openPage(`/products/${variant.product_id}`, { theme })
    const widget = page.getByTestId("product-listings")
    const listing = widget.locator(`a[href*="${account.id}"]`)
    await listing.waitFor()
    expect(await listing.textContent()).toContain("One sale takes 6 × White")
    expect(await listing.textContent()).toContain(account.name)
    await listing.scrollIntoViewIfNeeded()
    if (theme === "light") await guideScreenshot(page, "map", "product-page")
    await screenshot(page, "product-listings")
    await listing.click()
    await page.waitForURL(`**/marketplaces/${account.id}?tab=products&q=${SIX_PACK.sku}`)
    await rowOf(page, SIX_PACK).waitFor()
  })

  it("says in one line that no listing is mapped to it", async () => {
    const { product } = await host().api.post("/admin/products", {
      title: `Only here ${Date.now()}`,
      options: [{ title: "Size", values: ["One"] }],
      variants: [{ title: "One", options: { Size: "One" }, prices: [] }],
    })
    const page = await openPage(`/products/${product.id}`)
    await page.getByText("No marketplace listing is mapped to this product.").waitFor()
  })
})
