import type { Page } from "playwright-core"

/** The dashboard's own codes, as it keeps them in the cookie and the local storage entry `lng`. */
export const languages = ["en", "ptBR", "es"] as const
export type Language = (typeof languages)[number]

export const themes = ["light", "dark"] as const
export type Theme = (typeof themes)[number]

export type Appearance = { language: Language; theme: Theme }

/** Every language in every theme, for `it.each`. */
export const appearances: Appearance[] = languages.flatMap((language) =>
  themes.map((theme) => ({ language, theme })),
)

const known = new WeakMap<Page, Appearance>()

/** Sets a page's language and theme before the dashboard starts in it, again at every reload. */
export async function dress(page: Page, appearance: Appearance): Promise<void> {
  known.set(page, appearance)
  await page.addInitScript(({ language, theme }) => {
    // The dashboard asks the cookie first, then the local storage.
    document.cookie = `lng=${language};path=/`
    localStorage.setItem("lng", language)
    localStorage.setItem("medusa_admin_theme", theme)
  }, appearance)
}

export function appearanceOf(page: Page): Appearance {
  const appearance = known.get(page)
  if (!appearance) throw new Error("This page was not opened by openPage")
  return appearance
}
