import { appearances, expectNoSeriousViolations, screenshot, signIn, useBrowser, useHost } from "./support"

const host = useHost()
const { openPage, strangersPage } = useBrowser(host)

const ORDERS = { en: "Orders", ptBR: "Pedidos", es: "Pedidos" }

describe("the dashboard with the plugin in it", () => {
  it("lets an administrator in who knows the password", async () => {
    const page = await strangersPage()
    await signIn(page, host().url)
    await page.getByRole("link", { name: "Orders", exact: true }).waitFor()
  })

  it.each(appearances)("looks right in $language and $theme", async (appearance) => {
    const page = await openPage("/marketplaces", appearance)
    await page.getByRole("link", { name: ORDERS[appearance.language], exact: true }).waitFor()
    expect(await page.locator("html").getAttribute("class")).toContain(appearance.theme)
    await screenshot(page, "marketplaces-empty")
    await expectNoSeriousViolations(page)
  })
})
