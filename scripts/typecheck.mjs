/** npm run typecheck: what is published, then everything with its tests, then the admin, each by its own rules. */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import path from "node:path"
import { root } from "./lib/paths.mjs"
import { complain, say } from "./lib/say.mjs"

const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc")
const projects = ["tsconfig.json", "tsconfig.test.json", "src/admin/tsconfig.json"]
const failed = projects
  .filter((project) => existsSync(path.join(root, project)))
  .filter((project) => {
    const args = [tsc, "--noEmit", "-p", project]
    return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status !== 0
  })

if (failed.length > 0) {
  complain(`Type errors in ${failed.join(", ")}.`)
  process.exitCode = 1
} else {
  say("The types are right.")
}
