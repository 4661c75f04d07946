/**
 * npm start: everything a look at this plugin needs, with one command after a clone. Until the dependencies are known
 * to be there, only what Node itself brings may be imported.
 */
import { spawnSync } from "node:child_process"
import { existsSync, statSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
process.chdir(root)

function needsInstall() {
  const marker = path.join(root, "node_modules", ".package-lock.json")
  const lock = path.join(root, "package-lock.json")
  return !existsSync(marker) || (existsSync(lock) && statSync(lock).mtimeMs > statSync(marker).mtimeMs)
}

function install() {
  console.log("Installing the dependencies. This takes two to three minutes the first time.")
  for (const how of ["ci", "install"]) {
    const { status } = spawnSync("npm", [how, "--no-audit", "--no-fund"], { stdio: "inherit" })
    if (status === 0) {
      return true
    }
    console.error(`npm ${how} failed (exit code ${status}).`)
  }
  console.error(
    "The dependencies could not be installed. The reason is above; check the network and try again.",
  )
  return false
}

const major = Number(process.versions.node.split(".")[0])
if (major < 20) {
  console.error(`This needs Node 20 or newer, and this is ${process.versions.node}.`)
  process.exitCode = 1
} else if (!needsInstall() || install()) {
  const { startDemo } = await import("./lib/demo.mjs")
  await startDemo({ verbose: process.argv.includes("--verbose") })
}
