import type { Page } from "playwright-core"
import { generateOrders, plainUnshipped } from "../simulators/amazon"
import {
  addSeller,
  appearances,
  connectSeller,
  expectNoSeriousViolations,
  expectTrouble,
  guideScreenshot,
  screenshot,
  useBrowser,
  useHost,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)
const DAY_MS = 86_400_000

/** An account with orders that would be imported, and as many whose article the shop does not have. */
async function anAccount(each: number) {
  const seller = await addSeller(host(), { orders: each })
  const { orders: unknown } = generateOrders({
    seed: `unknown-${seller.id}`,
    count: each,
    from: new Date(Date.now() - 3 * DAY_MS),
    to: new Date(Date.now() - DAY_MS),
    marketplaces: ["US"],
    mix: plainUnshipped(1),
    skus: ["NOT-IN-SHOP"],
  })
  await host().simulator.addOrders(unknown, seller.id)
  const account = await connectSeller(host(), seller)
  return { account, importable: seller.orders, unknown }
}

const dialogOf = (page: Page) => page.getByRole("dialog")
const over = (page: Page) => page.locator("[data-run][data-state=done]")

describe("the import dialog", () => {
  it("shows what would happen and why, imports what is chosen, and tells what became of it", async () => {
    const { account, importable, unknown } = await anAccount(3)
    const page = await openPage("/marketplaces/orders")
    await page.getByRole("button", { name: `Import orders from ${account.name}` }).click()
    await guideScreenshot(page, "import", "choose")
    await dialogOf(page).getByRole("button", { name: "Preview" }).click()

    const blocked = page.locator(`tr[data-reference="${unknown[0].orderId}"]`)
    await blocked.locator("[data-problem=listing_unmapped]").waitFor()
    expect(await blocked.textContent()).toContain("Would be blocked")
    const wanted = page.locator(`tr[data-reference="${importable[0].orderId}"]`)
    expect(await wanted.textContent()).toContain("Would be imported")
    await guideScreenshot(page, "import", "preview")
    expect((await host().api.get("orders", { account_id: account.id })).count).toBe(0)

    await page.getByLabel(`Choose order ${importable[0].orderId}`).click()
    await page.getByRole("button", { name: "Import 5 orders" }).click()
    await over(page).waitFor()
    expect(await page.locator("[data-count=imported]").textContent()).toContain("2")
    expect(await page.locator("[data-count=blocked]").textContent()).toContain("3")
    await guideScreenshot(page, "import", "result")
    expect((await host().api.get("orders", { account_id: account.id })).count).toBe(5)
  })

  it("keeps the chosen period on the way back from the preview", async () => {
    const { account } = await anAccount(1)
    const page = await openPage(`/marketplaces/orders?import=${account.id}`)
    const year = dialogOf(page).getByRole("spinbutton", { name: /^year/ }).first()
    const before = Number(await year.textContent())
    await year.press("ArrowDown")
    await page.getByRole("button", { name: "Preview" }).click()
    await page.getByRole("button", { name: "Back" }).click()
    await page.getByRole("button", { name: "Preview" }).waitFor()
    expect(Number(await year.textContent())).toBe(before - 1)
  })

  it("goes on when it is closed, and is found again", async () => {
    const { account } = await anAccount(20)
    await host().simulator.addFault({ kind: "latency", operation: "searchOrders", ms: 1500, times: 4 })
    const page = await openPage(`/marketplaces/orders?import=${account.id}`)
    await page.getByRole("button", { name: "Import the whole period" }).click()
    await page.locator("[data-run]").waitFor()
    const run = await page.locator("[data-run]").getAttribute("data-run")
    await dialogOf(page).getByRole("button", { name: "Close" }).last().click()
    await dialogOf(page).waitFor({ state: "detached" })
    await page.getByRole("button", { name: `An import from ${account.name} is going on: show it` }).click()
    expect(await page.locator("[data-run]").getAttribute("data-run")).toBe(run)
    await over(page).waitFor({ timeout: 60_000 })
    expect(await page.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("100")
    await page.getByRole("button", { name: "New import" }).click()
    await page.getByRole("button", { name: "Preview" }).waitFor()
  })

  it("recovers one order by its number, and says which number the platform does not know", async () => {
    const { account, importable } = await anAccount(1)
    const page = await openPage(`/marketplaces/orders?import=${account.id}`)
    await page.getByLabel("Order number at the platform").fill(importable[0].orderId)
    await page.getByRole("button", { name: "Recover order" }).click()
    await over(page).waitFor()
    expect(await page.locator("[data-count=imported]").textContent()).toContain("1")

    await page.getByRole("button", { name: "New import" }).click()
    await page.getByLabel("Order number at the platform").fill("999-0000000-0000000")
    await page.keyboard.press("Enter")
    await page.locator("[data-problem=order_not_found]").waitFor()
  })

  it("says what is wrong when the platform does not answer, and tries again", async () => {
    const { account } = await anAccount(1)
    const page = await openPage(`/marketplaces/orders?import=${account.id}`)
    await host().simulator.addFault({ kind: "status", operation: "searchOrders", status: 503, times: 10 })
    await page.getByRole("button", { name: "Preview" }).click()
    await page.getByRole("alert").waitFor({ timeout: 60_000 })
    await host().simulator.clearFaults()
    await page.getByRole("button", { name: "Try again" }).click()
    await page.getByRole("button", { name: /^Import 2 orders/ }).waitFor()
    expectTrouble(page, /status of (429|503)/)
  })

  it.each(appearances)("speaks $language and looks right in $theme", async (appearance) => {
    const { account } = await anAccount(2)
    const page = await openPage(`/marketplaces/orders?import=${account.id}`, appearance)
    await page.locator("#import-reference").waitFor()
    await screenshot(page, "import-choose")
    await expectNoSeriousViolations(page)
    const actions = { en: "Preview", ptBR: "Pré-visualizar", es: "Vista previa" }
    await page.getByRole("button", { name: actions[appearance.language] }).click()
    await page.locator("[data-problem=listing_unmapped]").first().waitFor()
    await screenshot(page, "import-preview")
    await expectNoSeriousViolations(page)
  })
})
