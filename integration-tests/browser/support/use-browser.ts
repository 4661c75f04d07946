import { existsSync } from "node:fs"
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core"
import { dress, type Appearance } from "./appearance"
import { recordFailuresOf } from "./failures"
import { ADMIN, runningHost } from "./surroundings"
import { takeTroubles, watch } from "./troubles"
import type { Host } from "./use-host"

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A built dashboard answers in a second; one in development compiles its pages first. */
const PAGE_MS = runningHost ? 180_000 : 30_000
const ACTION_MS = runningHost ? 30_000 : 15_000

const places = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
]

export type TestBrowser = {
  /**
   * Opens a page of the dashboard as the signed-in administrator: `openPage("/marketplaces", { language: "es" })`. It is
   * closed after the test. @default English and light
   */
  openPage(path: string, appearance?: Partial<Appearance>): Promise<Page>
  /** An empty page in a browser where nobody is signed in. */
  strangersPage(appearance?: Partial<Appearance>): Promise<Page>
}

/** Signs in as a person does. `openPage` does not need it: its pages are signed in. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/app/login`)
  await fillSignIn(page)
}

/** Fills the sign-in form that is on the page already. */
export async function fillSignIn(page: Page): Promise<void> {
  await page.locator("input[name=email]").fill(ADMIN.email)
  await page.locator("input[name=password]").fill(ADMIN.password)
  await page.locator("button[type=submit]").click()
  await page.locator("main").waitFor()
}

/**
 * One Chromium for a test file. An uncaught error or an error in the console of any page fails the test it came from;
 * what a failed test looked like is kept under .artefacts/failures.
 */
export function useBrowser(host: () => Host): TestBrowser {
  let browser: Browser | undefined
  let signedIn: BrowserContext | undefined

  const open = (): Browser => {
    if (!browser) throw new Error("The browser is not running yet")
    return browser
  }
  const pages = (): Page[] => browser?.contexts().flatMap((context) => context.pages()) ?? []

  /** Numbers and dates must follow the dashboard's language, not the browser's: that one stays the same. */
  async function newContext(): Promise<BrowserContext> {
    const context = await open().newContext({
      viewport: { width: 1440, height: 900 },
      locale: "en-US",
      timezoneId: "UTC",
      reducedMotion: "reduce",
    })
    context.setDefaultNavigationTimeout(PAGE_MS)
    context.setDefaultTimeout(ACTION_MS)
    return context
  }

  async function newPage(context: BrowserContext, appearance: Partial<Appearance>): Promise<Page> {
    const page = await context.newPage()
    watch(page)
    await dress(page, { language: "en", theme: "light", ...appearance })
    return page
  }

  beforeAll(async () => {
    const executablePath = places.find((file) => file && existsSync(file))
    browser = await chromium.launch({ executablePath, args: FLAGS })
    signedIn = await newContext()
    const { api, url, log } = host()
    await signedIn.addCookies([{ ...(await api.sessionCookie()), url, httpOnly: true }])
    recordFailuresOf(pages, () => log)
  }, 60_000)

  afterEach(async () => {
    const troubles = takeTroubles()
    if (troubles.length > 0) await globalThis.recordFailure?.(expect.getState().currentTestName ?? "a test")
    for (const page of pages()) await page.close()
    for (const context of browser?.contexts() ?? []) if (context !== signedIn) await context.close()
    if (troubles.length > 0) throw new Error(`The page had errors:\n${troubles.join("\n")}`)
  })

  afterAll(async () => browser?.close())

  return {
    async openPage(path, appearance = {}) {
      if (!signedIn) throw new Error("The browser is not running yet")
      const page = await newPage(signedIn, appearance)
      await page.goto(`${host().url}/app${path}`)
      await page.locator("main").waitFor({ timeout: PAGE_MS })
      return page
    },
    strangersPage: async (appearance = {}) => newPage(await newContext(), appearance),
  }
}
