import { existsSync, mkdirSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright-core"
import { appearanceOf } from "./appearance"
import { artefacts, guideImages } from "./surroundings"

const GUIDE_VIEWPORT = { width: 1280, height: 800 }
const LOADING_MS = 5_000

async function picture(page: Page, file: string): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true })
  await settle(page)
  await page.screenshot({ path: file, animations: "disabled" })
}

/** Waits for what is still loading or moving: contents, contrast and position are judged at rest. */
export async function settle(page: Page): Promise<void> {
  // A page that asks again and again never comes to rest: then its skeletons have to do.
  await page.waitForLoadState("networkidle", { timeout: LOADING_MS }).catch(() => undefined)
  await page.waitForFunction(() => document.querySelector(".animate-pulse") === null)
  await page.evaluate(async () => {
    await document.fonts.ready
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
}

/** A picture for people who look through the screens: .artefacts/screenshots/<name>-<language>-<theme>.png */
export async function screenshot(page: Page, name: string): Promise<void> {
  const { language, theme } = appearanceOf(page)
  await picture(page, path.join(artefacts, "screenshots", `${name}-${language}-${theme}.png`))
}

/**
 * The picture docs/guides/images/<guide>-<name>.png of a guide. It is part of the repository, so it is made only with
 * UPDATE_GUIDE_SCREENSHOTS=1; else it has to be there.
 */
export async function guideScreenshot(page: Page, guide: string, name: string): Promise<void> {
  expect(appearanceOf(page)).toEqual({ language: "en", theme: "light" })
  const file = path.join(guideImages, `${guide}-${name}.png`)
  if (process.env.UPDATE_GUIDE_SCREENSHOTS !== "1") {
    if (existsSync(file)) return
    throw new Error(`${file} is missing: run npm run test:browser with UPDATE_GUIDE_SCREENSHOTS=1`)
  }
  const before = page.viewportSize()
  await page.setViewportSize(GUIDE_VIEWPORT)
  await picture(page, file)
  if (before) await page.setViewportSize(before)
}
