import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"
import { generateOrders, NO_SHARES } from "../simulators/amazon"
import {
  addStockSeller,
  appearances,
  expectNoSeriousViolations,
  expectTrouble,
  guideScreenshot,
  importOrders,
  pressIn,
  screenshot,
  useBrowser,
  useHost,
  type StockSeller,
} from "./support"

const host = useHost({ automaticImport: false, notices: true })
const { openPage } = useBrowser(host)

const MUG = "White mug"
const CUPS = "Blue cups, box of six"
const CUP = "Blue cup"
const HELD = 40
const SOLD = 2
const FOUND = 35
const OURS = 60
const TRANSFER = "FBA15ABCDE"

const rows = (page: Page) => page.locator("tbody tr")
const row = (page: Page, text: string | RegExp) => rows(page).filter({ hasText: text })
const drawer = (page: Page) => page.getByRole("dialog")
const toast = (page: Page, text: RegExp) => page.locator("[data-sonner-toast]", { hasText: text })

describe("stock that the platform holds", () => {
  let shop: StockSeller
  let orderId: string
  const movements = (query = "") => `/marketplaces/movements?account_id=${shop.account.id}${query}`
  /** What the platform counts is written to its location now, not within the hour. */
  const readStock = () => host().api.post(`accounts/${shop.account.id}/platform-stock/read`)
  const parcels = (quantity: number) =>
    host().simulator.receiveStock(shop.sku(CUPS), { marketplace: "US", quantity }, shop.sellerId)

  beforeAll(async () => {
    shop = await addStockSeller(host(), [
      { sku: "MUG-WHITE", title: MUG, stocked: 0, channel: "AMAZON_NA" },
      { sku: "CUP-BLUE", title: CUP, stocked: OURS },
      { sku: "CUP-BLUE-BOX-OF-6", title: CUPS, sells: { title: CUP, units: 6 }, channel: "AMAZON_NA" },
    ])
    const stock = [
      { sku: shop.sku(MUG), marketplace: "US", fulfillable: HELD },
      { sku: shop.sku(CUPS), marketplace: "US", fulfillable: 1 },
    ]
    await host().simulator.holdStock(stock, shop.sellerId)
    await readStock()
    const now = new Date()
    const { orders } = generateOrders({
      seed: `movements-${shop.sellerId}`,
      count: 1,
      from: now,
      to: now,
      marketplaces: ["US"],
      skus: [shop.sku(MUG)],
      mix: {
        fbaShare: 1,
        statuses: { SHIPPED: 1 },
        lines: { min: 1, max: 1 },
        quantity: { min: SOLD, max: SOLD },
        shares: NO_SHARES,
      },
    })
    orderId = orders[0].orderId
    await host().simulator.addOrders(orders, shop.sellerId)
    await importOrders(host(), shop.account.id, { references: [orderId] })
  })

  it("tells an order that the platform shipped as a movement, and leads to the order", async () => {
    const page = await openPage(movements())
    const shipped = row(page, orderId)
    await shipped.getByText("Amazon.com").waitFor()
    const told = await shipped.textContent()
    for (const word of [MUG, "Sent to a buyer by the platform", "−2", "38", "Amazon FBA"])
      expect(told).toContain(word)
    await guideScreenshot(page, "platform-stock", "movements")
    await shipped.getByRole("link", { name: orderId }).click()
    await drawer(page).getByRole("heading", { name: orderId }).waitFor()
  })

  it("tells what the platform has counted", async () => {
    const change = { marketplace: "US", change: { fulfillable: FOUND } }
    await host().simulator.countStock(shop.sku(MUG), change, shop.sellerId)
    await readStock()
    const page = await openPage(movements("&reason=platform_count"))
    const counted = row(page, /−3/)
    await counted.waitFor()
    expect(await counted.textContent()).toMatch(/Counted by the platform.*−3.*35.*Count of/)
    expect(await rows(page).count()).toBe(3)
  })

  it("records what was sent to the platform, and says what is wrong with it at its field", async () => {
    const page = await openPage(`/marketplaces/movements?transfer=${shop.account.id}`)
    await drawer(page).getByRole("heading", { name: "Record a transfer to Amazon" }).waitFor()
    await drawer(page).getByLabel("Reference").fill(TRANSFER)
    const save = drawer(page).getByRole("button", { name: "Record", exact: true })
    expect(await save.isDisabled()).toBe(true)
    await drawer(page).getByRole("searchbox").fill(shop.sku(CUPS))
    await drawer(page)
      .getByRole("button", { name: `Add ${shop.sku(CUPS)}` })
      .click()
    const packages = drawer(page).getByLabel(/^Packages/)
    await packages.fill("50")
    expect(await drawer(page).locator("[data-takes='300']").textContent()).toContain(`Takes 300 × ${CUP}`)
    await save.click()
    await drawer(page)
      .getByText(/only 60 of .* are available at that location, and 300 are needed/)
      .waitFor()
    expectTrouble(page, /400/)
    expect(await packages.getAttribute("aria-invalid")).toBe("true")

    await packages.fill("4")
    await guideScreenshot(page, "platform-stock", "transfer")
    await save.click()
    await toast(page, /24 units left Main warehouse/).waitFor()
    await page.waitForURL(/tab=transfers/)
    const transfer = page.locator(`[data-transfer=${TRANSFER}]`)
    await transfer.getByText("On its way").waitFor()
    expect(await transfer.textContent()).toContain("0 of 24")

    await page.goto(`${host().url}/app${movements("&reason=inbound_sent")}`)
    await row(page, TRANSFER).waitFor()
    expect(await row(page, TRANSFER).textContent()).toMatch(/Sent to the platform.*−24.*36.*Main warehouse/)
  })

  it("receives a transfer as the platform counts it in, by and by", async () => {
    await parcels(1)
    await readStock()
    const page = await openPage(movements("&tab=transfers"))
    const transfer = page.locator(`[data-transfer=${TRANSFER}]`)
    await transfer.getByText("Partly received").waitFor()
    expect(await transfer.textContent()).toContain("6 of 24")
    await guideScreenshot(page, "platform-stock", "transfers")
    await parcels(3)
    await readStock()
    await page.reload()
    await transfer.getByText("24 of 24").waitFor()
    expect(await transfer.getAttribute("data-state")).toBe("received")
    await page.goto(`${host().url}/app${movements("&reason=inbound_received")}`)
    await row(page, /\+18/).waitFor()
    expect(await rows(page).count()).toBe(2)
  })

  it("is narrowed by filters that stay in the address", async () => {
    const page = await openPage(movements())
    await row(page, orderId).waitFor()
    expect(await rows(page).count()).toBe(7)

    await page.getByRole("button", { name: "Reason", exact: true }).first().click()
    await page.getByRole("menuitemcheckbox", { name: "Sent to the platform" }).click()
    await page.getByRole("menuitemcheckbox", { name: "Received by the platform" }).click()
    await pressIn(page.getByRole("menu"), "Escape")
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 3)
    expect(new URL(page.url()).searchParams.get("reason")).toBe("inbound_sent,inbound_received")

    await page.getByRole("button", { name: /^Location/ }).click()
    await page.getByRole("menuitemcheckbox", { name: "Main warehouse" }).click()
    await pressIn(page.getByRole("menu"), "Escape")
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1)
    await page.reload()
    await row(page, TRANSFER).waitFor()
    expect(await rows(page).count()).toBe(1)

    await page.getByRole("button", { name: "Reset filters" }).click()
    await page.getByRole("button", { name: "Product", exact: true }).first().click()
    await page.getByRole("searchbox", { name: "Search products" }).fill(MUG)
    await page.getByText(MUG, { exact: true }).last().click()
    await page.waitForURL(/product_id=prod_/)
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 3)
    expect(await row(page, MUG).count()).toBe(3)
  })

  it("finds by reference, and says so when there is nothing", async () => {
    const page = await openPage(movements())
    await row(page, orderId).waitFor()
    await page.getByRole("searchbox", { name: /in full/ }).fill(TRANSFER)
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 3)
    await page.getByRole("searchbox", { name: /in full/ }).fill("FBA-NOBODY")
    await page.locator("[data-empty=notFound]").waitFor()
    await page.getByRole("button", { name: "Reset filters" }).last().click()
    await rows(page).first().waitFor()
  })

  it("downloads what the list shows, line by line", async () => {
    const page = await openPage(movements("&reason=inbound_sent,platform_shipment"))
    await row(page, orderId).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export as CSV" }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^movements-\d{4}-\d{2}-\d{2}\.csv$/)
    const [head, ...lines] = (await readFile(await download.path(), "utf8")).trim().split("\n")
    expect(head).toContain("Date (UTC),Reason,Reference")
    expect(lines.map((line) => line.split(",").slice(1, 3))).toEqual([
      ["Sent to the platform", TRANSFER],
      ["Sent to a buyer by the platform", orderId],
    ])
    expect(lines.map((line) => line.split(",").slice(-2))).toEqual([
      ["-24", "36"],
      ["-2", "38"],
    ])
  })

  it("adds up: opening and movements are the closing", async () => {
    const page = await openPage(movements("&tab=balances"))
    await row(page, MUG).waitFor()
    await guideScreenshot(page, "platform-stock", "balances")
    const told = await rows(page).evaluateAll((lines) =>
      lines.map((line) =>
        Array.from(line.querySelectorAll("td"))
          .slice(-4)
          .map((cell) => Number((cell.textContent ?? "").replace("−", "-"))),
      ),
    )
    expect(told).toHaveLength(3)
    for (const [opening, moved, elsewhere, closing] of told) {
      expect(opening + moved + elsewhere).toBe(closing)
      expect(elsewhere).toBe(0)
    }
    expect(told.map(([, , , closing]) => closing).sort()).toEqual([30, FOUND, OURS - 24].sort())
  })

  it.each(appearances)(
    "speaks $language and looks right in $theme",
    async (appearance) => {
      const page = await openPage(movements(), appearance)
      const look = async (name: string) => {
        await screenshot(page, `movements-${name}`)
        await expectNoSeriousViolations(page)
      }
      await row(page, orderId).waitFor()
      await look("list")
      await page.goto(`${host().url}/app${movements("&tab=balances")}`)
      await row(page, MUG).waitFor()
      await look("balances")
      await page.goto(`${host().url}/app${movements("&tab=transfers")}`)
      await page.locator(`[data-transfer=${TRANSFER}]`).waitFor()
      await look("transfers")
      await page.goto(`${host().url}/app${movements(`&transfer=${shop.account.id}`)}`)
      await drawer(page).locator("ul button").first().click()
      await drawer(page).locator("[data-line] input").fill("3")
      await drawer(page).locator("[data-takes]").waitFor()
      await look("transfer")
    },
    120_000,
  )
})

describe("near real time", () => {
  it("is switched on and off on the account's connection, and the schedule stays", async () => {
    const shop = await addStockSeller(host(), [])
    const page = await openPage(`/marketplaces/${shop.account.id}?tab=connection`)
    const section = page.getByRole("region", { name: "Near real time" })
    await section.getByText("Orders are read every 5 minutes.").waitFor()
    const knob = section.getByRole("switch", { name: "Hear of changed orders at once" })
    await knob.click()
    await toast(page, /sends word of changed orders from now on/).waitFor()
    await section.getByText(/^On since/).waitFor()
    await section.getByText(/The schedule goes on as a safety net/).waitFor()
    await section.scrollIntoViewIfNeeded()
    await guideScreenshot(page, "near-real-time", "connection")
    const { account } = await host().api.get(`accounts/${shop.account.id}`)
    expect(account.notices_since).not.toBeNull()

    await knob.click()
    await toast(page, /Orders are read by schedule only/).waitFor()
    expect((await host().api.get(`accounts/${shop.account.id}`)).account.notices_since).toBeNull()
  })
})
