import type { Page } from "playwright-core"
import { button, choose, wizard } from "./wizard"

/** The wizard up to the platform's own page. */
export async function leaveForThePlatform(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name: "Nuvemshop" }).click()
  await page.getByLabel("Name of the account").fill(name)
  await button(page, "Next").click()
  await page.getByText("Continue at Nuvemshop, sign in there").waitFor()
  await button(page, "Continue at Nuvemshop").click()
  await page.getByRole("heading", { name: "Simulated app" }).waitFor()
}

/** The rest of the wizard, from the platform's own page to the account that is set up. */
export async function installAndFinish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Accept" }).click()
  await page.waitForURL(/\/marketplaces\?connected=mpacc_/)
  await wizard(page).getByRole("checkbox").first().waitFor()
  await button(page, "Next").click()
  await choose(page, "Stock location", "Main warehouse")
  await button(page, "Next").click()
  await page.getByText("Orders paid earlier are ignored").waitFor()
  await button(page, "Finish").click()
  await wizard(page).waitFor({ state: "detached" })
}
