import type { Page } from "playwright-core"
import type { BrowserSeller } from "../support"

export const wizard = (page: Page) => page.getByRole("dialog", { name: "Connect account" })
export const button = (page: Page, name: string) => wizard(page).getByRole("button", { name, exact: true })

/** An account in the list of accounts. */
export const card = (page: Page, name: string) =>
  page.locator("[data-account]").filter({ has: page.getByRole("heading", { name, exact: true }) })

export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click()
  await page.getByRole("option", { name: option, exact: true }).click()
}

/** The first two steps of the wizard, up to the test of the connection. */
export async function typeAccess(page: Page, name: string, { credentials }: BrowserSeller): Promise<void> {
  await page.getByLabel("Name of the account").fill(name)
  await button(page, "Next").click()
  await page.getByRole("radio", { name: "Type the access data" }).click()
  await choose(page, "Region", "North America and Brazil")
  await page.getByLabel("Seller id").fill(credentials.selling_partner_id)
  await page.getByLabel("Refresh token", { exact: true }).fill(credentials.refresh_token)
}

/** The first two steps with the platform's own page, which answers at once. */
export async function giveConsent(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name of the account").fill(name)
  await button(page, "Next").click()
  await choose(page, "Country", "United States")
  await button(page, "Continue at Amazon").click()
}
