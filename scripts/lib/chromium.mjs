import { existsSync } from "node:fs"

const USUAL_PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** The browser of the screen tests: CHROMIUM_PATH, or where Linux distributions put it. */
export const findChromium = () =>
  [process.env.CHROMIUM_PATH, ...USUAL_PLACES].find((file) => file && existsSync(file))

export const NO_CHROMIUM =
  "There is no Chromium on this machine, so the browser tests are skipped. Install it " +
  "(apt-get install chromium), or set CHROMIUM_PATH to yours."
