import { existsSync } from "node:fs"
import path from "node:path"
import { root } from "../lib/paths.mjs"
import { complain } from "../lib/say.mjs"
import stopPostgres from "./stop-postgres.mjs"

const folders = {
  screenshots: "The screenshots are in",
  failures: "What failed tests looked like is in",
}

export default async function finishBrowserTests() {
  await stopPostgres()
  for (const [name, sentence] of Object.entries(folders)) {
    const folder = path.join(root, ".artefacts", name)
    if (existsSync(folder)) {
      complain(`${sentence} ${folder}.`)
    }
  }
}
