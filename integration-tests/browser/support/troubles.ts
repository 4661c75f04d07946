import type { ConsoleMessage, Page } from "playwright-core"

type Noise = { text: RegExp; from?: RegExp; why: string }

/** What a browser reports although nothing of ours is wrong. Every line says why. */
const NOISE: Noise[] = [
  {
    text: /Failed to load resource.* 404/,
    from: /\/favicon\.ico$/,
    why: "the pages of a simulated platform have no icon",
  },
  {
    text: /Failed to load resource.* 401/,
    from: /\/admin\/users\/me/,
    why: "the dashboard asks who is signed in before anybody is",
  },
  {
    text: /net::ERR_(NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|CONNECTION|TIMED_OUT|PROXY)/,
    from: /^https:\/\/cdn\.jsdelivr\.net\//,
    why: "the dashboard takes the flags of its order list from there, and a test machine may have no internet",
  },
]

const found = new Map<Page, string[]>()

const isNoise = (text: string, from: string): boolean =>
  NOISE.some((noise) => noise.text.test(text) && (noise.from?.test(from) ?? true))

/** Collects uncaught errors and what is written to the console as an error. */
export function watch(page: Page): void {
  const troubles: string[] = []
  found.set(page, troubles)
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.stack ?? error.message}`))
  page.on("console", (message: ConsoleMessage) => {
    const { url } = message.location()
    if (message.type() === "error" && !isNoise(message.text(), url)) {
      troubles.push(`console: ${message.text()} (${url})`)
    }
  })
}

/** For a test that makes a page fail on purpose: these messages are what it wants to see. */
export function expectTrouble(page: Page, text: RegExp): void {
  const troubles = found.get(page) ?? []
  expect(troubles.filter((trouble) => text.test(trouble))).not.toEqual([])
  found.set(
    page,
    troubles.filter((trouble) => !text.test(trouble)),
  )
}

export const troublesOf = (page: Page): string[] => found.get(page) ?? []

/** What all pages since the last call have had to complain about. */
export function takeTroubles(): string[] {
  const all = [...found.values()].flat()
  found.clear()
  return all
}
