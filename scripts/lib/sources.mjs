import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { root } from "./paths.mjs"

const isTest = (file) => file.endsWith(".spec.ts") || file.split(path.sep).includes("__tests__")

function filesUnder(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

/** A fingerprint of what a result was made from: folders and files of the repository, without tests. */
export function fingerprint({ folders, files, except = () => false }) {
  const hash = createHash("sha256")
  const all = [...folders.flatMap(filesUnder), ...files]
    .filter((file) => !isTest(file) && !except(file))
    .sort()
  for (const file of all) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0")
  }
  return hash.digest("hex").slice(0, 16)
}
