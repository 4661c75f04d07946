import type { Installation } from "../oauth/installations"
import type { AppOptions } from "../options"
import type { World } from "../world"
import { announceTo } from "./announce"

/** An install; the token before it dies, webhooks that exist stay. */
export function installApp(world: World, app: AppOptions, storeId: number, token?: string): Installation {
  return world.installations.install(app, world.store(storeId).id, token)
}

/** The token dies at once; the application hears of it once more, then its webhooks are gone. */
export function uninstallApp(world: World, storeId?: number, appId?: string): void {
  const store = world.store(storeId)
  const app = world.app(appId)
  world.installations.uninstall(app.appId, store.id)
  announceTo(world, store, app.appId, "app/uninstalled", {})
  for (const { id } of world.webhooks.list(store.id, app.appId)) world.webhooks.remove(id)
}

/** Every call is 402 and nothing is announced any more, save this. */
export function suspendApp(world: World, storeId?: number, appId?: string): void {
  setSuspended(world, storeId, appId, true)
}

export function resumeApp(world: World, storeId?: number, appId?: string): void {
  setSuspended(world, storeId, appId, false)
}

function setSuspended(
  world: World,
  storeId: number | undefined,
  appId: string | undefined,
  suspended: boolean,
): void {
  const store = world.store(storeId)
  const app = world.app(appId)
  const installation = world.installations.find(app.appId, store.id)
  if (!installation) throw new Error(`Application ${app.appId} is not installed in store ${store.id}.`)
  installation.suspended = suspended
  announceTo(world, store, app.appId, suspended ? "app/suspended" : "app/resumed", {})
}
