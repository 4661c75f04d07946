/** npm run reset: forgets the demo's database, secrets and logs. */
import { rmSync } from "node:fs"
import { removeDatabase } from "./lib/database.mjs"
import { dataDir } from "./lib/paths.mjs"
import { main, say, Trouble } from "./lib/say.mjs"

await main(() => {
  const { running } = removeDatabase()
  if (running) {
    throw new Trouble(
      `The demo's PostgreSQL is running (process ${running}). End npm start with Ctrl-C first, then run this again.`,
    )
  }
  rmSync(dataDir, { recursive: true, force: true })
  say("The demo's database, secrets and logs are gone. npm start begins anew.")
  if (process.env.DATABASE_URL) {
    say("The database in DATABASE_URL was left alone: empty it yourself if you want to begin anew there too.")
  }
})
