import type { Page } from "playwright-core"
import {
  addSeller,
  appearances,
  connectSeller,
  expectNoSeriousViolations,
  expectTrouble,
  importOrders,
  screenshot,
  useBrowser,
  useHost,
} from "./support"

const host = useHost()
const { openPage } = useBrowser(host)

/** Products has a file of its own: mappings.spec.ts. */
const TABS = ["overview", "connection", "orders", "shipping", "stock", "finance"]

async function anAccount({ orders = 0, settings = {} }: { orders?: number; settings?: object } = {}) {
  const seller = await addSeller(host(), { orders })
  const { id, name } = await connectSeller(host(), seller, { settings })
  const saved = async () => (await host().api.get(`accounts/${id}`)).account
  return { id, name, seller, saved }
}

const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true })
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true })
const prompt = (page: Page) => page.getByRole("alertdialog")
const toast = (page: Page, text: string) => page.getByText(text, { exact: true }).first()
const choose = async (page: Page, label: string, option: string) => {
  await page.getByLabel(label, { exact: true }).click()
  await page.getByRole("option", { name: option, exact: true }).click()
}

describe("the settings of an account", () => {
  it("are saved together, only those that were changed, and are still there after a reload", async () => {
    const { id, saved } = await anAccount({ settings: { team: "North" } })
    const page = await openPage(`/marketplaces/${id}?tab=orders`)
    await page.getByLabel("Minutes between imports").fill("30")
    await page.getByLabel("Review before importing").click()
    await choose(page, "When stock is short", "Hold the order back")
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.method() === "POST" && one.url().includes(id)),
      button(page, "Save").click(),
    ])
    expect(request.postDataJSON()).toEqual({
      settings: { interval_minutes: 30, review_first: true, stock_policy: "block" },
    })
    await toast(page, "The changes are saved").waitFor()
    await section(page, "Changes are not saved").waitFor({ state: "hidden" })

    await page.reload()
    expect(await page.getByLabel("Minutes between imports").inputValue()).toBe("30")
    expect(await page.getByLabel("Review before importing").isChecked()).toBe(true)
    expect(await page.getByLabel("When stock is short").textContent()).toContain("Hold the order back")
    expect((await saved()).settings).toMatchObject({ interval_minutes: 30, team: "North" })
  })

  it("leave alone what somebody else has changed meanwhile", async () => {
    const { id, saved } = await anAccount()
    const page = await openPage(`/marketplaces/${id}?tab=orders`)
    await page.getByLabel("Minutes between imports").fill("45")
    await host().api.post(`accounts/${id}`, { settings: { team: "South" } })
    await button(page, "Save").click()
    await toast(page, "The changes are saved").waitFor()
    expect((await saved()).settings).toMatchObject({ interval_minutes: 45, team: "South" })
    expect(await page.getByLabel("Team", { exact: true }).inputValue()).toBe("South")
  })

  it("are not left unsaved without a question, whether a tab or the page is left", async () => {
    const { id } = await anAccount()
    const page = await openPage(`/marketplaces/${id}?tab=orders`)
    const minutes = page.getByLabel("Minutes between imports")
    await minutes.fill("30")
    await tab(page, "Stock").click()
    await prompt(page).getByRole("button", { name: "Stay here" }).click()
    expect(await minutes.inputValue()).toBe("30")

    await page.getByRole("link", { name: "Customers", exact: true }).click()
    await prompt(page).getByRole("button", { name: "Stay here" }).click()
    expect(page.url()).toContain(id)

    await tab(page, "Stock").click()
    await prompt(page).getByRole("button", { name: "Discard and leave" }).click()
    await section(page, "Where orders are served from").waitFor()
    await tab(page, "Orders").click()
    expect(await minutes.inputValue()).toBe("5")
  })

  it("tell what is wrong at the field that is wrong", async () => {
    const { id } = await anAccount()
    const { sales_channel } = await host().api.post("/admin/sales-channels", { name: `Gone ${id}` })
    const page = await openPage(`/marketplaces/${id}?tab=orders`)
    const minutes = page.locator("[data-field='settings.interval_minutes']")
    await page.getByLabel("Minutes between imports").fill("0")
    await minutes.getByText("Type a whole number of minutes from 1 to 1440.").waitFor()
    await button(page, "Discard").click()

    await choose(page, "Sales channel", sales_channel.name)
    await host().api.remove(`/admin/sales-channels/${sales_channel.id}`)
    await button(page, "Save").click()
    const field = page.locator("[data-field='settings.sales_channel_id']")
    await field.getByText("there is no sales channel", { exact: false }).waitFor()
    expectTrouble(page, /400/)
    await expectNoSeriousViolations(page)
  })

  it("of one marketplace differ from the account's without a second account", async () => {
    const { id, saved } = await anAccount()
    const page = await openPage(`/marketplaces/${id}?tab=orders`)
    const marketplaces = section(page, "Marketplaces of this account")
    await marketplaces.getByLabel("Switched on of Amazon.com", { exact: true }).click()
    await marketplaces.getByLabel("Sales channel of Amazon.com.br", { exact: true }).click()
    await page.getByRole("option", { name: "Default Sales Channel", exact: true }).click()
    await marketplaces.getByLabel("Team of Amazon.com.br", { exact: true }).fill("Brazil")
    await button(page, "Save").click()
    await toast(page, "The changes are saved").waitFor()
    await tab(page, "Stock").click()
    await page.getByLabel("Stock location of Amazon.com.br", { exact: true }).click()
    await page.getByRole("option", { name: "Amazon FBA", exact: true }).click()
    await button(page, "Save").click()
    await section(page, "Changes are not saved").waitFor({ state: "hidden" })

    const { sites, settings } = await saved()
    const brazil = sites.find(({ country }: { country: string }) => country === "BR")
    expect(brazil).toMatchObject({
      enabled: true,
      team: "Brazil",
      stock_location_id: settings.platform_location_id,
    })
    expect(brazil.sales_channel_id).not.toBe(settings.sales_channel_id)
    expect(sites.find(({ country }: { country: string }) => country === "US")).toMatchObject({
      enabled: false,
      sales_channel_id: null,
    })
  })

  it("are shown and cannot be changed by somebody who may only look", async () => {
    const { id } = await anAccount()
    const page = await openPage("/customers")
    await page.route("**/admin/marketplaces/permissions*", (route) =>
      route.fulfill({ json: { permissions: { see: true, operate: false, configure: false } } }),
    )
    await page.goto(`${host().url}/app/marketplaces/${id}?tab=orders`)
    const minutes = page.getByLabel("Minutes between imports")
    await minutes.waitFor()
    expect(await minutes.isDisabled()).toBe(true)
    expect(await page.getByLabel("Import automatically").isDisabled()).toBe(true)
    expect(await button(page, "Pause").count()).toBe(0)
    await tab(page, "Connection").click()
    expect(await button(page, "Remove account").isDisabled()).toBe(true)
    expect(await page.getByLabel("Name", { exact: true }).isDisabled()).toBe(true)
  })
})

describe("the connection of an account", () => {
  it("is renamed, paused, resumed and tested", async () => {
    const { id, saved, name } = await anAccount()
    const page = await openPage(`/marketplaces/${id}`)
    await page.getByRole("link", { name: "Rename" }).click()
    const field = page.getByLabel("Name", { exact: true })
    await page.waitForFunction(() => document.activeElement?.id === "name")
    await field.fill(`${name} renamed`)
    await button(page, "Save").click()
    await page.getByRole("heading", { level: 1, name: `${name} renamed` }).waitFor()

    await button(page, "Pause").first().click()
    await prompt(page).getByRole("button", { name: "Pause" }).click()
    await button(page, "Resume").first().waitFor()
    expect((await saved()).state).toBe("paused")
    await button(page, "Resume").first().click()
    await prompt(page).getByRole("button", { name: "Resume" }).click()
    await button(page, "Pause").first().waitFor()
    expect((await saved()).state).toBe("connected")

    await button(page, "Test connection").first().click()
    await page.getByText("The platform answers us as seller", { exact: false }).waitFor()
  })

  it("says when the platform no longer lets us in, and leads to renewing it", async () => {
    const { id, seller, saved } = await anAccount()
    await host().simulator.revokeSeller(seller.id)
    const page = await openPage(`/marketplaces/${id}?tab=overview`)
    await button(page, "Test connection").click()
    await page.getByRole("link", { name: "Go to the connection" }).click()
    await page.getByText("Amazon no longer lets us in.", { exact: false }).waitFor()
    await expectNoSeriousViolations(page)

    await host().simulator.signInToSellerCentral(seller.id)
    await button(page, "Renew at Amazon").click()
    await choose(page, "Country", "United States")
    await expectNoSeriousViolations(page)
    await button(page, "Go to Amazon").click()
    await page.waitForURL((url) => url.pathname.endsWith("/marketplaces"))
    expect((await saved()).state).toBe("connected")
  })

  it("takes credentials that are typed in, and asks before it forgets them", async () => {
    const { id, seller } = await anAccount()
    const page = await openPage(`/marketplaces/${id}?tab=connection`)
    await button(page, "Type the access data").click()
    await page.getByLabel("Seller id").fill(seller.credentials.selling_partner_id)
    await button(page, "Cancel").click()
    await prompt(page).getByRole("button", { name: "Stay here" }).click()
    await choose(page, "Region", "North America and Brazil")
    await page.getByLabel("Refresh token").fill("Atzr|wrong")
    await button(page, "Check and save").click()
    await page.getByRole("dialog").getByRole("alert").waitFor()
    expectTrouble(page, /400/)
    await page.getByLabel("Refresh token").fill(seller.credentials.refresh_token)
    await button(page, "Check and save").click()
    await toast(page, "The connection is renewed").waitFor()
  })

  it("is removed only by somebody who types the account's name", async () => {
    const { id, name } = await anAccount()
    const page = await openPage(`/marketplaces/${id}?tab=connection`)
    await button(page, "Remove account").click()
    const remove = prompt(page).getByRole("button", { name: "Remove account" })
    expect(await remove.isDisabled()).toBe(true)
    await expectNoSeriousViolations(page)
    await prompt(page).getByRole("textbox").fill(name)
    await remove.click()
    await page.waitForURL((url) => url.pathname.endsWith("/marketplaces"))
    const { accounts } = await host().api.get("accounts", { limit: 100 })
    expect(accounts.map((account: { id: string }) => account.id)).not.toContain(id)
  })
})

describe("what happened to an account", () => {
  it("is told: imports, orders by state with their list, and the history in sentences", async () => {
    const { id } = await anAccount({ orders: 3 })
    await importOrders(host(), id)
    await host().api.post(`accounts/${id}`, { settings: { review_first: true } })
    const page = await openPage(`/marketplaces/${id}`)
    const imports = section(page, "Imports").locator("[data-run]").first()
    await imports.getByText("Imported: 3", { exact: false }).waitFor()
    await page.getByText("Changed: Review before importing.").waitFor()
    await page.getByText("The account was connected with 2 marketplaces.").waitFor()
    await section(page, "Orders by state").getByRole("link", { name: "Imported" }).click()
    await page.waitForURL(/orders\?.*account_id=/)
    expect(page.url()).toContain("state=imported")
  })

  it("can be read again from a date, after a question", async () => {
    const { id, saved } = await anAccount()
    const page = await openPage(`/marketplaces/${id}?tab=orders`)
    const again = section(page, "Read again from a date")
    await again.getByRole("spinbutton", { name: /month/ }).click()
    await page.keyboard.type("03042026")
    await page.keyboard.type("0915AM")
    await again.getByRole("button", { name: "Read again", exact: true }).click()
    await prompt(page).getByRole("button", { name: "Read again" }).click()
    await page.getByText("is read again", { exact: false }).first().waitFor()
    const read = { resource: "orders", position: "2026-03-04T09:15:00.000Z" }
    expect((await saved()).cursors).toContainEqual(expect.objectContaining(read))
  })
})

describe("the account's page", () => {
  it("is used by keyboard: arrows move between the tabs, Enter opens one", async () => {
    const { id } = await anAccount()
    const page = await openPage(`/marketplaces/${id}`)
    await tab(page, "Overview").focus()
    await page.keyboard.press("ArrowRight")
    await page.locator("[role=tab]:focus", { hasText: "Connection" }).waitFor()
    await page.keyboard.press("Enter")
    await section(page, "The account").waitFor()
    expect(page.url()).toContain("tab=connection")
  })

  it.each(appearances)("looks right on every tab in $language and $theme", async (appearance) => {
    const { id } = await anAccount({ orders: 3 })
    await importOrders(host(), id)
    const page = await openPage(`/marketplaces/${id}`, appearance)
    for (const name of TABS) {
      await page.goto(`${host().url}/app/marketplaces/${id}?tab=${name}`)
      await page.getByRole("tabpanel").waitFor()
      await screenshot(page, `account-${name}`)
      await expectNoSeriousViolations(page)
    }
  })
})
