import type { Locator, Page } from "playwright-core"

/**
 * Presses a key when the page has done what it had to do. What has just come into sight listens to the keyboard a moment
 * later, and a test presses faster than anybody could who has seen it.
 */
export async function press(page: Page, key: string): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())))
  await page.keyboard.press(key)
}

/**
 * Presses a key in a dialog, a drawer or a menu: when the focus is in it, as a person sees it. Until then Escape belongs to
 * what is below it, and so it does for a moment after something above it was closed.
 */
export async function pressIn(place: Locator, key: string): Promise<void> {
  const page = place.page()
  await place.and(page.locator(":focus-within")).waitFor()
  await press(page, key)
}
