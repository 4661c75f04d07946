import type { Page } from "playwright-core"
import { describeProblem } from "../../src/connector"
import { description } from "../../src/providers/amazon/description"
import { needsPersonText } from "../../src/workflows/sync/rules/needs-person-text"
import { expectImportedOnce, untilOrder } from "./story/imported-once"
import { addMugSeller, SIX_PACK, sellOneMore, type MugSeller } from "./story/mug-seller"
import { apiLanguageOf, languages, textsIn, useBrowser, useHost } from "./support"
import { expectNoSeriousViolations, press, screenshot } from "./support"

/** A shop owner's first days, each chapter after the one before; a shop of its own for each language. */
describe.each(languages)("a shop owner who reads %s", (language) => {
  const host = useHost({ automaticImport: false, language: apiLanguageOf(language) })
  const { openPage } = useBrowser(host)
  const t = textsIn(language)
  const inLanguage = apiLanguageOf(language)

  let seller: MugSeller
  let name: string
  let account: { id: string; sites: { name: string; enabled: boolean }[] }

  beforeAll(async () => {
    seller = await addMugSeller(host())
    name = `Northwind ${seller.id.slice(-6)}`
  })

  const open = (path: string) => openPage(path, { language })
  const button = (page: Page, key: string) => page.getByRole("button", { name: t(key), exact: true })
  const dialog = (page: Page, title: string) => page.getByRole("dialog", { name: title })
  /** Where the open order is, by the first line of its drawer. */
  const standing = (page: Page, state: string) =>
    page
      .getByRole("dialog")
      .locator("[aria-live=polite]")
      .getByText(t(`orders.state.${state}`), { exact: true })

  async function save(page: Page): Promise<void> {
    await button(page, "common.save").click()
    await page.getByText(t("account.saved"), { exact: true }).first().waitFor()
  }

  /** A person looks at the page: it is kept as a picture, and everybody can read it. */
  async function look(page: Page, picture: string): Promise<void> {
    await screenshot(page, `story-${picture}`)
    await expectNoSeriousViolations(page)
  }

  it("connects an account in the wizard, with a live test, and chooses its marketplaces", async () => {
    const page = await open("/marketplaces")
    await page.getByRole("heading", { level: 1, name: t("accounts.title") }).waitFor()
    await look(page, "1-begin")
    await page.getByRole("link", { name: t("accounts.connect") }).click()
    const wizard = dialog(page, t("connect.title"))
    await wizard.getByLabel(t("connect.platform.name")).fill(name)
    await look(page, "1-platform")
    await button(page, "connect.action.next").click()

    await wizard.getByRole("radio", { name: t("connect.access.way.typed.label") }).click()
    const [region, sellerId, token] = description.credentialFields.map(({ label }) => label[inLanguage])
    await wizard.getByRole("combobox", { name: region }).click()
    await page.getByRole("option").first().click()
    await wizard.getByLabel(sellerId).fill(seller.credentials.selling_partner_id)
    await wizard.getByLabel(token, { exact: true }).fill(seller.credentials.refresh_token)
    await look(page, "1-access")
    await button(page, "connect.action.test").click()

    const answered = { platform: description.name, store: "Northwind Mugs" }
    await wizard.getByText(t("connect.test.answered", answered)).waitFor()
    await look(page, "1-test")
    await button(page, "connect.action.next").click()

    await wizard.getByRole("checkbox", { name: "Amazon.com.br" }).click()
    await look(page, "1-marketplaces")
    await button(page, "connect.action.next").click()

    await wizard.getByRole("combobox", { name: t("account.label.stock_location_id") }).waitFor()
    await look(page, "1-store")
    await button(page, "connect.action.next").click()

    const activation = wizard.getByRole("group", { name: t("connect.start.activatedAt") })
    await activation.getByRole("spinbutton", { name: /^(year|ano|año)/ }).press("ArrowDown")
    await wizard.getByRole("switch", { name: t("connect.start.switch.importAutomatically.label") }).click()
    await look(page, "1-start")
    await button(page, "connect.action.finish").click()
    await wizard.waitFor({ state: "detached" })

    const card = page.locator("[data-account]", { hasText: name })
    await card.getByText(t("accounts.state.connected"), { exact: true }).waitFor()
    await card.getByText(t("accounts.about", { platform: description.name, count: 1 })).waitFor()
    await look(page, "1-connected")
    const { accounts } = await host().api.get("accounts", { limit: 100 })
    account = accounts.find((one: { name: string }) => one.name === name)
    expect(account.sites.filter(({ enabled }) => enabled).map((site) => site.name)).toEqual(["Amazon.com"])
  })

  it("chooses where in the store the account's orders belong", async () => {
    const page = await open(`/marketplaces/${account.id}?tab=orders`)
    await page.getByLabel(t("account.label.sales_channel_id"), { exact: true }).click()
    await page.getByRole("option", { name: "Marketplaces", exact: true }).click()
    await save(page)
  })

  it("sees in a preview what an import would do, and why, before anything is written", async () => {
    const page = await open(`/marketplaces/orders`)
    await page
      .getByRole("button", { name: t("import.button.start", { account: name }) })
      .first()
      .click()
    await dialog(page, t("import.title", { account: name })).waitFor()
    await look(page, "2-choose")
    await button(page, "import.period.preview").click()

    const told = async ({ order }: { order: { orderId: string } }) => {
      const row = page.locator(`tr[data-reference="${order.orderId}"]`)
      await row.waitFor()
      return row.textContent()
    }
    const [mug] = seller.mugs
    const money = new Intl.NumberFormat(inLanguage, { style: "currency", currency: "USD" })
    expect(await told(mug)).toContain(t("import.verdict.import"))
    expect(await told(mug)).toContain(money.format(Number(mug.expected.total)))
    const details = { listing_key: SIX_PACK.sku, title: SIX_PACK.title }
    const { title, cause, wayOut } = describeProblem({ code: "listing_unmapped", details }, inLanguage)
    for (const text of [t("import.verdict.block"), title, cause, wayOut]) {
      expect(await told(seller.pack)).toContain(text)
    }
    expect(await told(seller.unpaid)).toContain(t("import.verdict.wait"))
    expect(await told(seller.unpaid)).toContain(t("import.rule.not_paid"))
    await look(page, "2-preview")
    expect((await host().api.get("orders", { account_id: account.id })).count).toBe(0)
  })

  it("imports the period, watches it to its end, and reads what became of each order", async () => {
    const page = await open(`/marketplaces/orders?import=${account.id}`)
    await host().simulator.addFault({ kind: "latency", operation: "searchOrders", ms: 1500, times: 2 })
    await button(page, "import.period.importAll").click()
    await page.getByText(t("import.progress.goesOn")).waitFor()
    await page.getByRole("heading", { name: t("import.step.done") }).waitFor({ timeout: 60_000 })
    expect(await page.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("100")
    await page.getByText(t("import.progress.done", { done: 4, total: 4 })).waitFor()
    const counted = { imported: 2, blocked: 1, waiting: 1 } as const
    for (const [state, count] of Object.entries(counted)) {
      const told = await page.locator(`[data-count=${state}]`).textContent()
      expect(told).toBe(`${t(`import.count.${state}`)}${count}`)
    }
    await look(page, "3-result")
    for (const mug of seller.mugs) await expectImportedOnce(host(), account.id, mug)
  })

  it("maps the product that blocks an order, and sees the order come in by itself", async () => {
    const { orderId } = seller.pack.order
    const page = await open(`/marketplaces/orders?account_id=${account.id}&state=blocked`)
    await page.getByRole("link", { name: orderId, exact: true }).waitFor()
    await look(page, "4-blocked")
    await page.getByRole("link", { name: orderId, exact: true }).click()
    await standing(page, "blocked").waitFor()
    await look(page, "4-order")
    await dialog(page, orderId)
      .getByRole("button", { name: t("orders.solution.mapProduct") })
      .click()

    const mapping = dialog(page, t("mappings.drawer.title"))
    await mapping.getByText(t("mappings.reason.title")).first().waitFor()
    await mapping.getByRole("radio", { name: SIX_PACK.of }).click()
    await mapping.getByLabel(t("mappings.units.label")).fill(String(SIX_PACK.units))
    const example = { count: SIX_PACK.units, units: SIX_PACK.units, variant: SIX_PACK.of }
    await mapping.getByText(t("mappings.units.example", example)).waitFor()
    await look(page, "4-map")
    await mapping.getByRole("button", { name: t("common.save") }).click()
    await mapping.waitFor({ state: "detached" })
    await page.getByText(t("mappings.done.ordersDue", { count: 1 })).waitFor()
    await standing(page, "imported").waitFor({ timeout: 60_000 })
    await look(page, "4-imported")
    await expectImportedOnce(host(), account.id, seller.pack, SIX_PACK.units)
  })

  it("turns review on, approves the next order, and finds it as a Medusa order", async () => {
    const page = await open(`/marketplaces/${account.id}?tab=orders`)
    await page.getByLabel(t("account.label.review_first")).click()
    await look(page, "5-settings")
    await save(page)
    const sold = await sellOneMore(host(), seller)
    await button(page, "accounts.action.sync").click()
    await untilOrder(host(), account.id, sold, "review")
    await page.goto(`${host().url}/app/marketplaces/orders?account_id=${account.id}&state=review`)
    await page.getByRole("link", { name: sold.order.orderId, exact: true }).click()
    await standing(page, "review").waitFor()
    await look(page, "5-review")
    await dialog(page, sold.order.orderId)
      .getByRole("button", { name: t("orders.action.approve") })
      .click()
    await standing(page, "imported").waitFor({ timeout: 60_000 })
    const { id } = await expectImportedOnce(host(), account.id, sold)

    await dialog(page, sold.order.orderId)
      .getByRole("link", { name: new RegExp(`-${sold.order.orderId}$`) })
      .click()
    await page.waitForURL(`**/app/orders/${id}`)
    const widget = page.locator("[data-widget=marketplaces-order]")
    await widget.getByRole("heading", { name: t("widgets.order.title") }).waitFor()
    await widget.getByText(name, { exact: true }).waitFor()
    await widget.getByRole("link", { name: sold.order.orderId }).waitFor()
    await screenshot(page, "story-5-medusa-order")
    await expectNoSeriousViolations(page, ["[data-widget=marketplaces-order]"])
  })

  it("asks why an order is not there, and is told in a sentence", async () => {
    const { orderId } = seller.unpaid.order
    const page = await open("/marketplaces/explain")
    await page.getByLabel(t("explain.reference")).fill(orderId)
    await button(page, "explain.ask").click()
    const answer = page.locator("article[data-status=waiting]", { hasText: name })
    await answer.waitFor()
    const query = { reference: orderId, account_id: account.id, lang: inLanguage }
    const { sentence } = await host().api.get("explain", query)
    expect(await answer.getByRole("heading").first().textContent()).toBe(sentence)
    expect(sentence).toContain(orderId)
    await look(page, "6-explained")
  })

  it("pauses the account and lets it go on", async () => {
    const page = await open(`/marketplaces/${account.id}`)
    const turn = async (action: "pause" | "resume", state: string) => {
      await button(page, `accounts.action.${action}`).click()
      const question = page.getByRole("alertdialog", {
        name: t(`accounts.ask.${action}.title`, { account: name }),
      })
      await expectNoSeriousViolations(page)
      await question.getByRole("button", { name: t(`accounts.action.${action}`) }).click()
      await page.getByText(t(`accounts.done.${action}`, { account: name })).waitFor()
      await page
        .getByText(t(`accounts.state.${state}`), { exact: true })
        .first()
        .waitFor()
      expect((await host().api.get(`accounts/${account.id}`)).account.state).toBe(state)
      await look(page, `7-${state}`)
    }
    await turn("pause", "paused")
    await turn("resume", "connected")
  })

  it("finds in the bell what needed a person", async () => {
    const page = await open("/marketplaces")
    await press(page, "Control+n")
    for (const newly of [
      { blocked: 1, review: 0 },
      { blocked: 0, review: 1 },
    ]) {
      const line = needsPersonText(name, newly, host().language)
      const told = page.getByRole("dialog").locator("div", { hasText: line?.title })
      await told.filter({ hasText: line?.description }).first().waitFor()
    }
    await screenshot(page, "story-8-bell")
  })
})
