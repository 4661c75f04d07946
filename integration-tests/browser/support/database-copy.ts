import { randomBytes } from "node:crypto"
import { onServer, urlOf } from "../../support/test-server"
import { prepared } from "./surroundings"

export type DatabaseCopy = { url: string; drop(): Promise<void> }

/** A copy of the prepared shop for one test file. */
export async function copyDatabase(): Promise<DatabaseCopy> {
  const name = `marketplaces_browser_${randomBytes(4).toString("hex")}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE "${prepared().template}"`)
  return { url: urlOf(name), drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}
