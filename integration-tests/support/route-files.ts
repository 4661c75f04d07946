import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const API = path.resolve(__dirname, "../../src/api")

export type RouteOfFile = { method: string; path: string }

/** Every route that the files below `folder` export, with "x" for each parameter. */
export function routesBelow(folder: string): RouteOfFile[] {
  return readdirSync(path.join(API, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const place = `/${path.posix.join(folder, path.dirname(file)).replace(/\[\w+\]/g, "x")}`
      const source = readFileSync(path.join(API, folder, file), "utf8")
      const methods = [...source.matchAll(/export const (GET|POST|DELETE|PUT|PATCH)\b/g)]
      return methods.map(([, method]) => ({ method, path: place }))
    })
}
