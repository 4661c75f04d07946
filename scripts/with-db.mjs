/** node scripts/with-db.mjs -- <command>: runs a command with this clone's database and secrets in its environment. */
import { openDatabase } from "./lib/database.mjs"
import { cleanUpAtEnd, startGroup, stopAllGroups } from "./lib/processes.mjs"
import { complain, main, say } from "./lib/say.mjs"
import { loadDotEnv, medusaEnvironment } from "./lib/secrets.mjs"

await main(async () => {
  const [separator, command, ...args] = process.argv.slice(2)
  if (separator !== "--" || !command) {
    complain("Say which command to run: node scripts/with-db.mjs -- npx medusa db:migrate")
    return 2
  }
  loadDotEnv()
  const database = await openDatabase()
  say(`Using ${database.where}.`)
  const cleanUp = cleanUpAtEnd(async () => {
    await stopAllGroups()
    await database.stop()
  })
  try {
    const group = startGroup(command, args, { env: medusaEnvironment(database.url) })
    const { code, error } = await group.ended
    if (error) {
      complain(`${command} could not be started: ${error.message}.`)
    }
    return code
  } finally {
    await cleanUp()
  }
})
