import { inspect } from "node:util"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

const LOGGED = [
  "log",
  "info",
  "warn",
  "error",
  "debug",
  "http",
  "verbose",
  "silly",
  "activity",
  "progress",
  "failure",
]

/** Writes down every line that anything logs, at every level, also those that are switched off. */
export function listenToLogs(container: MedusaContainer): string[] {
  const lines: string[] = []
  const record = (parts: unknown[]) => {
    lines.push(parts.map((part) => (typeof part === "string" ? part : inspect(part, { depth: 6 }))).join(" "))
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const listen = (target: object, names: string[]) => {
    for (const name of names) {
      const original: unknown = Reflect.get(target, name)
      if (typeof original !== "function") continue
      const heard = (...parts: unknown[]): unknown => {
        record(parts)
        return Reflect.apply(original, target, parts)
      }
      Reflect.set(target, name, heard)
    }
  }
  listen(logger, LOGGED)
  listen(console, ["log", "info", "warn", "error", "debug"])
  listen(process.stdout, ["write"])
  listen(process.stderr, ["write"])
  return lines
}
